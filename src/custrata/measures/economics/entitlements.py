"""What the service of each tier costs a year, and what of their margin it takes."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import count
from custrata.measures.kernel.measure import MONEY, Estimate, Formula, Measure, Row
from custrata.vocabulary import Direction, Period

_NEEDS = ("serving.tier_service", "customers.tier")
"""The setting ``serving.tier_service``, which a build keeps as a relation of that name."""

_TIER = "tier"
_METHOD = "low to high"


def served(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer of a tier whose service has a cost, with its range and the margin of the window."""
    people = base.tables["customers"]
    costs = base.tables["serving"].rename(cheap="low", dear="high", likely="tier_service")
    kept = {"earned": people.gross_margin} if "gross_margin" in people.columns else {}
    rows = people.select("customer_id", "tier", **kept).join(costs, "tier").drop("tier")
    years = window.days / 365.25
    return attach(rows, base, dimensions).mutate(years=ibis.literal(years))


def _cost(t: ibis.Table) -> dict[str, ibis.Value]:
    return {name: t[name].cast("decimal(18, 6)").sum() for name in ("cheap", "likely", "dear")} | {
        "people": t.count()
    }


def _against_margin(t: ibis.Table) -> dict[str, ibis.Value]:
    return {**_cost(t), "earned": t.earned.sum(), "years": t.years.max()}


def yearly_cost(row: Row) -> Estimate:
    """Likely cost a year, from low to high."""
    low, likely, high = (float(row.get(name) or 0) for name in ("cheap", "likely", "dear"))
    return Estimate(likely, count(row, "people"), low, high, _METHOD)


def share_of_margin(row: Row) -> Estimate:
    """Cost of the service a year over the margin a year, from low to high.

    Example:
        >>> row = {"cheap": 1, "likely": 2, "dear": 4, "earned": 40, "years": 2.0, "people": 3}
        >>> share_of_margin(row).value, share_of_margin(row).high
        (0.1, 0.2)
    """
    cost, n = yearly_cost(row), count(row, "people")
    earned = float(row.get("earned") or 0) / float(row.get("years") or 1)
    if earned <= 0:
        return Estimate(None, n, reason="these customers bring no margin that could pay for service")
    low, value, high = ((x or 0.0) / earned for x in (cost.low, cost.value, cost.high))
    return Estimate(value, n, low, high, _METHOD)


MEASURES = (
    Measure(
        "tier_service_cost",
        "Cost of a tier's service",
        "What the service of the tier costs for all its customers a year, as the settings say.",
        MONEY,
        "customers",
        (Formula(_NEEDS, served, _cost, yearly_cost, dated=False),),
        Direction.LOWER,
        by=(_TIER,),
        periods=("all",),
    ),
    Measure(
        "tier_service_share",
        "Service as a share of margin",
        "Cost of the service that the tier is entitled to, as a share of the gross margin a year of its "
        "customers.",
        "share",
        "customers",
        (
            Formula(
                (*_NEEDS, "customers.gross_margin"), served, _against_margin, share_of_margin, dated=False
            ),
        ),
        Direction.LOWER,
        by=(_TIER,),
        periods=("all",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
