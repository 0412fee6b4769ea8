"""How many customers a test between two shares needs, and what a given number of customers can show."""

from __future__ import annotations

from math import ceil, floor, sqrt
from statistics import NormalDist

FALSE_ALARM, FOUND = 0.05, 0.80
"""Chance of seeing an effect where there is none (two-sided), and of seeing one that is there."""


def per_arm(base: float, hoped: float) -> int | None:
    """Customers in each arm so that a change from one share to another is seen.

    Args:
        base: Share without the treatment, above 0 and below 1.
        hoped: Share with it, above 0 and below 1.

    Returns:
        The number for a two-sided test at 5% that finds the change in 80% of cases; None where the shares
        are equal or at an end, where no number says anything.

    Source:
        J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd edition, 1981, equation 3.14.

    Example:
        >>> per_arm(0.6, 0.7), per_arm(0.5, 0.5)
        (356, None)
    """
    if not (0 < base < 1 and 0 < hoped < 1) or base == hoped:
        return None
    wide = NormalDist().inv_cdf(1 - FALSE_ALARM / 2)
    sure = NormalDist().inv_cdf(FOUND)
    middle = (base + hoped) / 2
    chance = wide * sqrt(2 * middle * (1 - middle))
    spread = sure * sqrt(base * (1 - base) + hoped * (1 - hoped))
    return ceil((chance + spread) ** 2 / (base - hoped) ** 2)


def smallest_found(base: float, customers: int, rises: bool) -> float | None:
    """The smallest change of a share that this many customers in each arm would show.

    Args:
        base: Share without the treatment, above 0 and below 1.
        customers: Customers in each arm.
        rises: Whether the share is to rise.

    Returns:
        The change in whole thousandths; None where not even the largest possible one would be seen.

    Example:
        >>> smallest_found(0.6, 356, True), smallest_found(0.98, 200, True)
        (0.1, None)
    """
    room = floor(1000 * (1 - base if rises else base) - 1e-9)
    sign = 1 if rises else -1
    for step in range(1, room + 1):
        needed = per_arm(base, base + sign * step / 1000)
        if needed is not None and needed <= customers:
            return step / 1000
    return None
