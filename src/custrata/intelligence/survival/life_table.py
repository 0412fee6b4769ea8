"""How many contracts still run at each age, without any model? (Kaplan and Meier)."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError
from custrata.intelligence.likelihood.fitted import NORMAL_95
from custrata.intelligence.survival.exposure import Exposure, exposure

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LifeTable:
    """Survival by age as it was seen, up to the oldest age at which anybody was at risk.

    Attributes:
        at_risk: Contracts under watch that had survived t − 1 periods, for t = 1, 2 …
        ended: How many of them ended in their t-th period.
        n: Contracts in all.
    """

    at_risk: Floats = field(repr=False)
    ended: Floats = field(repr=False)
    n: int

    @property
    def oldest(self) -> int:
        """The last period in which somebody was at risk, with nobody missing before."""
        empty = np.flatnonzero(self.at_risk <= 0)
        return int(empty[0]) if len(empty) else len(self.at_risk)

    @property
    def hazard(self) -> Floats:
        """The share that ended in each period of those at risk in it, from the first to the oldest."""
        upto = slice(0, self.oldest)
        return np.asarray(self.ended[upto] / self.at_risk[upto])

    def survival(self, t: ArrayLike) -> Floats:
        """The share of contracts that still run after t periods.

        Args:
            t: Whole periods, from 0 to the oldest.

        Returns:
            Shares from 0 to 1, shape of ``t``.

        Raises:
            EstimateError: Beyond the oldest age.

        Source: Kaplan and Meier (1958), Nonparametric estimation from incomplete observations.
        """
        return np.asarray(np.append(1.0, np.cumprod(1 - self.hazard))[self._places(t)])

    def retention(self, t: ArrayLike) -> Floats:
        """The share of those at risk in the t-th period who survived it, t from 1 to the oldest."""
        places = self._places(t) - 1
        if np.any(places < 0):
            raise EstimateError("there is no period before the first", remedy="count periods from 1")
        return np.asarray(1 - self.hazard[places])

    def interval(self, t: ArrayLike, z: float = NORMAL_95) -> tuple[Floats, Floats]:
        """The interval of :meth:`survival`: Greenwood's variance, symmetric in log(−log S).

        Args:
            t: Whole periods, from 0 to the oldest.
            z: Normal quantile; 1.96 for 95 %.

        Returns:
            Low and high, each with the shape of ``t``; both equal S where nobody, or everybody, has ended.

        Source: Greenwood (1926); Kalbfleisch and Prentice (2002), section 1.4.
        """
        share = self.survival(t)
        kept = self.at_risk[: self.oldest] - self.ended[: self.oldest]
        terms = np.divide(
            self.ended[: self.oldest],
            self.at_risk[: self.oldest] * kept,
            out=np.zeros(self.oldest),
            where=kept > 0,
        )
        spread = np.sqrt(np.append(0.0, np.cumsum(terms)))[self._places(t)]
        inside = (share > 0) & (share < 1)
        logs = np.log(np.where(inside, share, 0.5))
        factor = np.exp(z * spread / -logs)
        low, high = np.exp(logs * factor), np.exp(logs / factor)
        return np.where(inside, low, share), np.where(inside, high, share)

    def _places(self, t: ArrayLike) -> NDArray[np.int64]:
        period = np.asarray(t, dtype=np.float64)
        if not np.all((period >= 0) & (period == np.floor(period)) & (period <= self.oldest)):
            raise EstimateError(
                f"the table goes from 0 to {self.oldest} whole periods",
                remedy="ask within it, or fit a model, which says what it assumes of older contracts",
            )
        return period.astype(np.int64)


def life_table(
    duration: ArrayLike, ended: ArrayLike, counts: ArrayLike | None = None, entry: ArrayLike | None = None
) -> LifeTable:
    """Count survival by age, of contracts watched from their start or from a later age.

    With ``entry`` it is a *period* life table: what those at risk during the watch did, by their age then.
    It shows how long contracts would run if all their life were like the watched period.

    Args:
        duration: Whole periods: the one in which it ended, from 1; of one that runs, those it survived.
        ended: Whether it ended.
        counts: How many contracts share each row; 1 each when None.
        entry: Periods already survived when it came under watch; 0 each when None.

    Returns:
        The table.

    Raises:
        EstimateError: When columns do not fit together, or nobody was at risk in the first period.

    Example:
        >>> table = life_table([1, 2, 2, 3], [True, True, False, False])
        >>> table.survival([0, 1, 2, 3]).tolist()
        [1.0, 0.75, 0.5, 0.5]
    """
    found: Exposure = exposure(duration, ended, counts, entry)
    if found.at_risk[0] <= 0:
        raise EstimateError(
            "no contract was under watch in its first period, so survival from the start is not known",
            remedy="take contracts into the data that are watched from their start",
        )
    return LifeTable(found.at_risk, found.ended, found.n)
