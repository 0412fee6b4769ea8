"""Which of many differences that were tried at once are beyond chance?"""

from __future__ import annotations

import math
from collections.abc import Mapping
from statistics import NormalDist
from typing import TypeVar

FAMILY = 0.05
"""How often at most some difference is called real where none is."""

Z95 = NormalDist().inv_cdf(0.975)

Tried = TypeVar("Tried")


def rates_apart(high: float, of_high: float, low: float, of_low: float) -> float:
    """The p-value of two rates being one: the test of two proportions on their common rate.

    Args:
        high: One rate, 0 to 1.
        of_high: Of how many customers, above 0.
        low: The other.
        of_low: Of how many.

    Source:
        K. Pearson, Philosophical Magazine 50 (1900), 157-175, for two rows and two columns, with the
        correction of F. Yates, Supplement to the Journal of the Royal Statistical Society 1 (1934), 217-235.

    Example:
        >>> round(rates_apart(0.20, 60, 0.10, 60), 3)
        0.201
    """
    whole = (high * of_high + low * of_low) / (of_high + of_low)
    spread = math.sqrt(whole * (1 - whole) * (1 / of_high + 1 / of_low))
    off = abs(high - low) - (1 / of_high + 1 / of_low) / 2
    return _two_sided(max(0.0, off) / spread) if spread > 0 else 1.0


def means_apart(high: float, half_high: float, low: float, half_low: float) -> float:
    """The p-value of two means being one, from half the width of their 95% normal intervals.

    Args:
        high: One mean.
        half_high: Half of its interval.
        low: The other.
        half_low: Half of its interval.

    Example:
        >>> round(means_apart(10.0, 3.0, 5.0, 4.0), 4)
        0.05
    """
    spread = math.hypot(half_high, half_low) / Z95
    return _two_sided(abs(high - low) / spread) if spread > 0 else 1.0


def _two_sided(distance: float) -> float:
    return math.erfc(distance / math.sqrt(2))


def ends_of(pairs: float, among: int) -> float:
    """The p-value of the widest difference among some values, corrected for all the pairs that they make.

    Args:
        pairs: The p-value of the two values that lie furthest apart, taken alone.
        among: How many values there are.

    Example:
        >>> ends_of(0.01, 4)
        0.06
    """
    return min(1.0, pairs * among * (among - 1) / 2)


def corrected(tried: Mapping[Tried, float]) -> dict[Tried, float]:
    """P-values corrected for having tried them all: where nothing differs, one is below p at most p often.

    It holds whatever the tests have to do with each other.

    Args:
        tried: The p-value of everything that was tried, not only of what looked large.

    Source:
        S. Holm, Scandinavian Journal of Statistics 6 (1979), 65-70.

    Example:
        >>> corrected({"plan": 0.01, "region": 0.04, "age": 0.03})
        {'plan': 0.03, 'age': 0.06, 'region': 0.06}
    """
    found: dict[Tried, float] = {}
    worst = 0.0
    for place, (what, p) in enumerate(sorted(tried.items(), key=lambda item: item[1])):
        worst = max(worst, min(1.0, p * (len(tried) - place)))
        found[what] = worst
    return found
