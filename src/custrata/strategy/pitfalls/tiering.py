"""What one customer costs and brings in each tier, as far as readings say it surely."""

from __future__ import annotations

from collections.abc import Mapping

from custrata.strategy.lint.finding import Readings
from custrata.strategy.pitfalls.certainty import LEAST_N, sure

STEEP = 3.0
"""What a customer brings has to differ threefold between tiers before a difference in service is owed."""


def by_tier(readings: Readings, measure: str, least_n: int = LEAST_N) -> dict[str, float]:
    """The measure by tier in the latest window that holds it for every tier, else nothing."""
    for period in ("current", "all"):
        points = readings.points(measure, "tier", period=period)
        if points and all(sure(point, least_n) for point in points):
            return {point.segment[0][1]: point.value or 0.0 for point in points}
    return {}


def a_customer(readings: Readings, measure: str, least_n: int = LEAST_N) -> dict[str, float]:
    """A sum of money by tier, divided by the customers of the tier."""
    people = by_tier(readings, "customers", least_n)
    money = by_tier(readings, measure, least_n)
    return {tier: money[tier] / people[tier] for tier in money if people.get(tier, 0) > 0}


def brought(readings: Readings, least_n: int = LEAST_N) -> dict[str, float]:
    """What one customer brings by tier: margin where it is known, else revenue."""
    margin = a_customer(readings, "gross_margin", least_n)
    return margin or a_customer(readings, "revenue", least_n)


def times(row: Mapping[str, float]) -> float:
    """How many times the largest is the smallest; endless where the smallest brings nothing.

    Example:
        >>> times({"gold": 30.0, "silver": 10.0}), times({"gold": 30.0, "silver": -1.0})
        (3.0, inf)
    """
    least = min(row.values())
    return max(row.values()) / least if least > 0 else float("inf")
