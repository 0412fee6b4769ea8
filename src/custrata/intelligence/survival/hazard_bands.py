"""How fast do contracts end, if the rate is only assumed to be even within a few bands of age?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError
from custrata.intelligence.survival.beta_weibull import ContractModel, refuse_without_ends
from custrata.intelligence.survival.exposure import exposure

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class HazardBands(ContractModel):
    """Contracts end at one rate in each band of ages; the last band's rate goes on beyond the oldest age.

    The parameters are rates λ a period, by band: within it a share of e^−λ survives each period.

    Attributes:
        starts: The first period of each band, from 1.
    """

    name: ClassVar[str] = "life table"

    starts: Floats = field(repr=False)

    def log_survival(self, t: ArrayLike) -> Floats:
        """The logarithm of the share of contracts that survive t periods: −Σ of the rates up to there."""
        period = np.asarray(t, dtype=np.float64)
        rates = np.array(list(self.parameters.values()))
        lasted = np.clip(period[..., None] - (self.starts - 1), 0, np.diff(np.append(self.starts, np.inf)))
        return np.asarray(-(lasted @ rates))


def fit_hazard_bands(
    duration: ArrayLike,
    ended: ArrayLike,
    counts: ArrayLike | None = None,
    entry: ArrayLike | None = None,
    bands: int = 6,
) -> HazardBands:
    """Fit one rate for each band of ages, cut so that about equally many contracts ended in each.

    Args:
        duration: Whole periods: the one in which it ended, from 1; of one that runs, those it survived.
        ended: Whether it ended.
        counts: How many contracts share each row; 1 each when None.
        entry: Periods already survived when it came under watch; 0 each when None.
        bands: At most how many; 1 assumes one rate at all ages.

    Returns:
        The model; its name is "constant rate" with one band asked for.

    Raises:
        EstimateError: When nothing ended, or all did in the first period.

    Example:
        >>> model = fit_hazard_bands([1, 2, 3, 3], [True, True, False, False], bands=1)
        >>> round(float(model.survival(1)), 3)
        0.778
    """
    found = exposure(duration, ended, counts, entry)
    refuse_without_ends(found)
    if bands < 1:
        raise EstimateError("there is at least one band", remedy="ask for one band or more")
    band = _band_of_age(found.ended, bands)
    lost, at_risk = np.bincount(band, found.ended), np.bincount(band, found.at_risk)
    # Where all at risk ended, half a contract is taken to have survived: no rate is without end.
    share = np.minimum(lost, at_risk - 0.5) / at_risk
    rates = -np.log1p(-share)
    starts = np.asarray(np.flatnonzero(np.diff(band, prepend=-1)) + 1.0, dtype=np.float64)
    value = np.dot(lost, np.log(share)) + np.dot(at_risk - lost, np.log1p(-share))
    kind = ConstantRate if bands == 1 else HazardBands
    return kind(
        parameters={f"rate from {start:.0f}": float(r) for start, r in zip(starts, rates, strict=True)},
        covariance=np.diag(share / ((1 - share) * at_risk * rates**2)),
        log_likelihood=float(value),
        n=found.n,
        iterations=0,
        optimality=0.0,
        starts=starts,
    )


@dataclass(frozen=True, eq=False)
class ConstantRate(HazardBands):
    """One rate at all ages: nobody differs, and nothing changes."""

    name: ClassVar[str] = "constant rate"


def _band_of_age(ended: Floats, bands: int) -> NDArray[np.int64]:
    """The band of each age from 0, without gaps; ages at which nobody ended stay with those before them."""
    some = np.flatnonzero(ended > 0)
    middle = np.cumsum(ended[some]) - ended[some] / 2
    cut = np.floor(middle / ended.sum() * bands)
    _, own = np.unique(cut, return_inverse=True)
    before = np.searchsorted(some, np.arange(len(ended)), side="right") - 1
    return np.asarray(own[np.maximum(before, 0)], dtype=np.int64)
