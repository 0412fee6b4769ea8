"""What is earned, and on whom: gross margin, and the whale curve of customers from best to worst."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.kernel.estimates import count, exact, ratio, tally, total
from custrata.measures.kernel.measure import (
    MONEY,
    Estimate,
    Estimator,
    Formula,
    Measure,
    Relation,
    Row,
    Statistics,
)
from custrata.measures.orders import PRODUCT_COST, sales
from custrata.measures.purchases import buyers
from custrata.vocabulary import Direction, Period

_POINT = "customer_share"
_NO_PROFIT = "customers bring no margin in all, so there is no whole to take shares of"
_NO_COST = "no line of the period has a cost"


def customer_margins(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer whose margin in the window is known, for each combination of the dimensions."""
    people = buyers(base, window, dimensions)
    return people.filter(people.margin.notnull())


def whale_points(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each whole percent of customers, best first: the margin of the customers up to there.

    The point k% stands after round(k% of n) customers; ties in margin are ordered by id.
    """
    own = tuple(d for d in dimensions if d != _POINT)
    people = customer_margins(base, window, own)
    group = [people[d] for d in own]
    ranked = people.select(
        *own,
        place=ibis.row_number().over(group_by=group, order_by=[people.margin.desc(), people.customer_id]) + 1,
        upto=people.margin.sum().over(
            group_by=group, order_by=[people.margin.desc(), people.customer_id], rows=(None, 0)
        ),
    )
    whole = people.group_by(*own) if own else people
    totals = whole.aggregate(people=people.count(), margin=people.margin.sum())
    percents = ibis.range(0, 101).unnest().name("percent").as_table()
    points = totals.cross_join(percents.select(percent=percents.percent.cast("int64")))
    points = points.mutate(place=(points.percent * points.people + 50) // 100)
    points = points.left_join(ranked, [*own, "place"])
    points = points.filter(points.people > 0)
    return points.mutate(
        **{_POINT: points.percent.cast("string") + "%"},
        upto=points.upto.fill_null(0),
    ).select(*own, _POINT, "people", "margin", "upto")


def _margin(t: ibis.Table) -> dict[str, ibis.Value]:
    return {
        "margin": (t.costed_amount - t.cost).sum(),
        "costed": t.costed_amount.sum(),
        "lines": t.costed_lines.sum(),
    }


def _by_customer(t: ibis.Table) -> dict[str, ibis.Value]:
    gains, loses = t.margin > 0, t.margin < 0
    return {
        "margin": t.margin.sum(),
        "gained": t.margin.sum(where=gains),
        "gainers": gains.sum(),
        "lost": t.margin.sum(where=loses),
        "losers": loses.sum(),
        "people": t.count(),
    }


def margin_of_lines(row: Row) -> Estimate:
    """The margin of the lines whose cost is known; unknown when there is none."""
    lines = count(row, "lines")
    return Estimate(float(exact(row, "margin")), lines) if lines else Estimate(None, 0, reason=_NO_COST)


def peak_place(row: Row) -> Estimate:
    """Share of customers at which the whale curve peaks: those who bring a margin above 0."""
    n = count(row, "people")
    if exact(row, "margin") <= 0:
        return Estimate(None, n, reason=_NO_PROFIT)
    return Estimate(count(row, "gainers") / n, n)


def _two_ways(relation: Relation, statistics: Statistics, estimate: Estimator) -> tuple[Formula, ...]:
    return (
        Formula(("transactions.amount", "transactions.cost"), relation, statistics, estimate),
        Formula(
            ("transactions.amount", *PRODUCT_COST),
            relation,
            statistics,
            estimate,
            "Cost is quantity times the product's unit cost.",
        ),
    )


MEASURES = (
    Measure(
        "gross_margin",
        "Gross margin",
        "Revenue minus the cost of what was sold, of the lines whose cost is known.",
        MONEY,
        "lines",
        _two_ways(sales, _margin, margin_of_lines),
        grain="line",
    ),
    Measure(
        "gross_margin_rate",
        "Gross margin rate",
        "Gross margin as a share of the revenue of the lines whose cost is known.",
        "share",
        "lines",
        _two_ways(sales, _margin, ratio("margin", "costed", "lines", _NO_COST)),
        grain="line",
    ),
    Measure(
        "whale_curve",
        "Whale curve",
        "Share of the whole margin that the best customers bring together, up to this share of customers.",
        "share",
        "customers",
        _two_ways(
            whale_points,
            lambda t: {"upto": t.upto.max(), "margin": t.margin.max(), "people": t.people.max()},
            ratio("upto", "margin", "people", _NO_PROFIT),
        ),
        Direction.NEITHER,
        by=(_POINT,),
    ),
    Measure(
        "whale_curve_peak",
        "Peak of the whale curve",
        "Margin of all customers who bring any, as a share of the whole; above 1 when others cost it again.",
        "share",
        "customers",
        _two_ways(customer_margins, _by_customer, ratio("gained", "margin", "people", _NO_PROFIT)),
        Direction.LOWER,
    ),
    Measure(
        "whale_curve_peak_at",
        "Place of the peak",
        "Share of customers who bring a margin above 0: where the whale curve peaks.",
        "share",
        "customers",
        _two_ways(customer_margins, _by_customer, peak_place),
    ),
    Measure(
        "loss_making_customers",
        "Customers served at a loss",
        "Number of customers whose margin in the period is below 0.",
        "customers",
        "customers",
        _two_ways(customer_margins, _by_customer, tally("losers", "people")),
        Direction.LOWER,
    ),
    Measure(
        "loss_making_margin",
        "Margin of customers served at a loss",
        "Margin of the customers whose margin is below 0, as a negative number.",
        MONEY,
        "customers",
        _two_ways(customer_margins, _by_customer, total("lost", "losers")),
    ),
    Measure(
        "loss_making_lines",
        "Lines sold at a loss",
        "Number of lines whose cost is above their revenue, of the lines whose cost is known.",
        "lines",
        "lines",
        _two_ways(
            sales,
            lambda t: {"losing": t.losing_lines.sum(), "lines": t.costed_lines.sum()},
            tally("losing", "lines"),
        ),
        Direction.LOWER,
        grain="line",
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
