"""From chance and shifts to the interval of a total or a mean."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from custrata.measures.kernel.estimates import Z95


def variance_of_sum(row: Mapping[str, Any], chance: str, shift: str) -> float | None:
    """Variance of a sum over customers: chance adds up, shifts add up before they are squared.

    Args:
        row: Exact sums by name.
        chance: Name of the sum of variances.
        shift: What the names of the sums of shifts begin with.

    Returns:
        The variance; None where no chance is known.

    Example:
        >>> variance_of_sum({"chance": Decimal(9), "shift_1": Decimal(4)}, "chance", "shift_")
        25.0
    """
    if row.get(chance) is None:
        return None
    shifts = sorted(name for name in row if name.startswith(shift) and row[name] is not None)
    return float(max(Decimal(row[chance]), Decimal(0)) + sum(Decimal(row[name]) ** 2 for name in shifts))


def gamma_interval(mean: float, variance: float) -> tuple[float, float]:
    """95% of a gamma with this mean and variance: never below 0, and nearly normal where the mean is sure.

    Args:
        mean: 0 or more.
        variance: 0 or more.

    Returns:
        Lower and upper end; the mean lies within.

    Example:
        >>> [round(end, 2) for end in gamma_interval(100.0, 100.0)]
        [81.36, 120.53]
    """
    if mean <= 0 or variance <= 0:
        return mean, mean
    shape = mean * mean / variance
    if shape > 1e8:
        half = Z95 * math.sqrt(variance)
        return mean - half, mean + half
    from scipy.special import gammaincinv

    low, high = (float(gammaincinv(shape, p)) * mean / shape for p in (0.025, 0.975))
    return min(low, mean), max(high, mean)
