"""Hold a scenario that begins on a past day against what came after it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from custrata.economics.scenario.basis.standing import Floats, Standing
from custrata.economics.scenario.chance import keys_of
from custrata.economics.scenario.outcome import DIGITS, Band, band
from custrata.economics.scenario.playing import Played


@dataclass(frozen=True)
class Held:
    """One number of the past day's scenario beside what came.

    Attributes:
        measure: ``revenue``; ``buyers`` of orders, or ``customers`` whose contract runs at the end.
        tier: The tier on the past day; empty for all customers.
        played: Median and intervals.
        actual: What came.
    """

    measure: str
    tier: str
    played: Band
    actual: float

    @property
    def inside_80(self) -> bool:
        """Whether what came lies in the interval of four fifths."""
        return self.played.low_80 <= self.actual <= self.played.high_80

    @property
    def inside_95(self) -> bool:
        """Whether what came lies in the interval of nineteen of twenty."""
        return self.played.low_95 <= self.actual <= self.played.high_95

    @property
    def off(self) -> float | None:
        """How far the median was off, as a share of what came; None where nothing came."""
        return round(self.played.median / self.actual - 1, DIGITS) if self.actual else None


@dataclass(frozen=True)
class Backtest:
    """What a scenario would have said on a past day, and what came.

    Attributes:
        lines: Revenue and customers of all, then revenue of each tier.
        new_customers: Customers who came after the day: the scenario knows nothing of them.
        new_revenue: What they brought.
    """

    lines: tuple[Held, ...]
    new_customers: int
    new_revenue: float

    def covered(self, share: int) -> tuple[int, int]:
        """How many numbers lie in the interval of 80 or 95 per cent, and how many there are."""
        inside = [line.inside_80 if share == 80 else line.inside_95 for line in self.lines]
        return sum(inside), len(inside)


def held_against(
    standing: Standing,
    played: Played,
    ids: npt.NDArray[np.object_],
    revenue: Floats,
    buys: npt.NDArray[np.bool_],
) -> Backtest:
    """Compare a scenario's "as now" with what came.

    Args:
        standing: The base on the past day.
        played: Its draws.
        ids: Customers who brought something after the day.
        revenue: What each brought.
        buys: Whether each bought, or has a contract that runs at the end.
    """
    base = standing.sorted()
    keys = keys_of(ids)
    place = np.minimum(np.searchsorted(base.key, keys), max(len(base) - 1, 0))
    known = base.key[place] == keys if len(base) else np.zeros(len(keys), bool)
    tier = base.tier[place[known]]
    tiers = len(base.tiers)
    counted = "customers" if standing.steady else "buyers"
    came = np.bincount(tier, weights=revenue[known], minlength=tiers)
    lines = [
        Held("revenue", "", band(played.totals["revenue"]), _round(revenue[known].sum())),
        Held(counted, "", band(played.totals[counted]), float(buys[known].sum())),
        *(
            Held("revenue", name, band(played.revenue[:, i]), _round(came[i]))
            for i, name in enumerate(base.tiers)
            if (base.tier == i).any()
        ),
    ]
    return Backtest(tuple(lines), int(buys[~known].sum()), _round(revenue[~known].sum()))


def _round(amount: float) -> float:
    return round(float(amount), DIGITS)
