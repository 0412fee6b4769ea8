"""From sums and counts to a number with its interval: pure Python, exact until the last division."""

from __future__ import annotations

import math
from decimal import Decimal

from custrata.measures.kernel.measure import Estimate, Estimator, Row

Z95 = 1.959963984540054
"""The 97.5% point of the normal distribution."""


def wilson(hits: int, n: int, z: float = Z95) -> tuple[float, float]:
    """The Wilson score interval of a share.

    Args:
        hits: How many of n, 0 to n.
        n: At least 1.
        z: Normal quantile; the default gives 95%.

    Returns:
        Lower and upper end, each 0 to 1.

    Source:
        E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.

    Example:
        >>> [round(end, 4) for end in wilson(8, 10)]
        [0.4902, 0.9433]
    """
    centre = hits + z * z / 2
    spread = z * math.sqrt(hits * (n - hits) / n + z * z / 4)
    whole = n + z * z
    return max(0.0, (centre - spread) / whole), min(1.0, (centre + spread) / whole)


def share(hits: str, n: str, none: str) -> Estimator:
    """Estimator of a rate of behaviour with its Wilson interval; ``none`` says why ``n`` is 0."""

    def estimate(row: Row) -> Estimate:
        k, whole = count(row, hits), count(row, n)
        if not whole:
            return Estimate(None, 0, reason=none)
        low, high = wilson(k, whole)
        return Estimate(k / whole, whole, low, high, "Wilson, 95%")

    return estimate


def tally(name: str, n: str | None = None) -> Estimator:
    """Estimator of a count; n is the count itself unless another column is named."""

    def estimate(row: Row) -> Estimate:
        return Estimate(float(count(row, name)), count(row, n or name))

    return estimate


def total(name: str, n: str, sign: int = 1) -> Estimator:
    """Estimator of a sum of money; the sum over nothing is 0."""

    def estimate(row: Row) -> Estimate:
        return Estimate(float(sign * exact(row, name)) + 0.0, count(row, n))

    return estimate


def ratio(over: str, under: str, n: str, none: str) -> Estimator:
    """Estimator of one sum over another, as counted; ``none`` says why the lower is not above 0."""

    def estimate(row: Row) -> Estimate:
        lower = exact(row, under)
        if lower <= 0:
            return Estimate(None, count(row, n), reason=none)
        return Estimate(float(exact(row, over) / lower), count(row, n))

    return estimate


def middle(name: str, n: str, none: str) -> Estimator:
    """Estimator that hands on a quantile; ``none`` says why there is none."""

    def estimate(row: Row) -> Estimate:
        value, whole = row.get(name), count(row, n)
        if value is None or not whole:
            return Estimate(None, whole, reason=none)
        return Estimate(float(value), whole)

    return estimate


def mean(name: str, squares: str, n: str, none: str) -> Estimator:
    """Estimator of a mean of answers with its normal interval, from the sum and the sum of squares."""

    def estimate(row: Row) -> Estimate:
        whole = count(row, n)
        if not whole:
            return Estimate(None, 0, reason=none)
        average = exact(row, name) / whole
        if whole < 2:
            return Estimate(float(average), whole, reason=None)
        variance = max(Decimal(0), exact(row, squares) - average * exact(row, name)) / (whole - 1)
        half = Z95 * math.sqrt(variance / whole)
        return Estimate(float(average), whole, float(average) - half, float(average) + half, "normal, 95%")

    return estimate


def scaled(estimator: Estimator, factor: float) -> Estimator:
    """The same estimate in another unit."""

    def times(number: float | None) -> float | None:
        return None if number is None else number * factor

    def estimate(row: Row) -> Estimate:
        e = estimator(row)
        return Estimate(times(e.value), e.n, times(e.low), times(e.high), e.method, e.reason)

    return estimate


def count(row: Row, name: str) -> int:
    """A count of the row; nothing counted is 0."""
    return int(row.get(name) or 0)


def exact(row: Row, name: str) -> Decimal:
    """A sum of the row; the sum over nothing is 0."""
    value = row.get(name)
    return Decimal(0) if value is None else Decimal(value)
