"""On how few customers the revenue rests: the largest, Herfindahl-Hirschman index, Gini, one on average."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.contracts import MONTHS_A_DAY, spells
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import count, exact, mean, ratio, scaled, total
from custrata.measures.kernel.exact import CENTS, MONEY_SUM, squared
from custrata.measures.kernel.measure import MONEY, Estimate, Estimator, Formula, Measure, Row, Statistics
from custrata.measures.population import population
from custrata.measures.purchases import buyers
from custrata.measures.selling import decided
from custrata.vocabulary import Direction, Period

_RANK = "rank"
_SHOWN = 10
_NO_REVENUE = "known customers bring no revenue in the period"
_ORDERED = ("transactions.amount",)
_REPORTED = ("customers.reported_revenue",)
_WON = ("opportunities.won", "opportunities.amount")
_CONTRACTED = ("subscriptions.started_on", "subscriptions.mrr")


def ranked_buyers(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer with a transaction in the window, ranked by revenue within the dimensions."""
    own = _without_rank(dimensions)
    return _ranked(buyers(base, window, own).select("customer_id", "revenue", *own), dimensions)


def ranked_reported(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer with reported revenue, ranked by it within the dimensions."""
    people = base.tables["customers"]
    people = people.filter(people.reported_revenue.notnull()).select(
        "customer_id", revenue="reported_revenue"
    )
    return _ranked(attach(people, base, _without_rank(dimensions)), dimensions)


def ranked_holders(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer with a contract in the window, ranked by monthly revenue times days."""
    own = _without_rank(dimensions)
    rows = spells(base, window, own)
    people = rows.group_by("customer_id", *own).aggregate(
        revenue=(rows.mrr * rows.days).sum().cast(MONEY_SUM)
    )
    return _ranked(people, dimensions)


def bringing(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer known by the end of the window, with what they brought in it, 0 for nothing."""
    return _each(buyers(base, window, ()), base, window, dimensions)


def reporting(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer with reported revenue."""
    people = base.tables["customers"].filter(lambda t: t.reported_revenue.notnull())
    money = people.reported_revenue
    people = people.select("customer_id", money=money.cast(MONEY_SUM), cents=money.cast(CENTS))
    return attach(people, base, dimensions)


def holding(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer known by the end of the window, with monthly revenue times days in it."""
    rows = spells(base, window, ())
    held = rows.group_by("customer_id").aggregate(revenue=(rows.mrr * rows.days).sum())
    return _each(held, base, window, dimensions)


def winning(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer known by the end of the window, with the amounts won from them in it."""
    rows = decided(base, window, ()).filter(lambda t: t.won & t.customer_id.notnull())
    won = rows.group_by("customer_id").aggregate(revenue=rows.amount.sum())
    return _each(won, base, window, dimensions)


def _each(brought: ibis.Table, base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    people = population(base, window, ()).select("customer_id")
    people = people.left_join(brought.select("customer_id", "revenue"), "customer_id")
    money = people.revenue.fill_null(0)
    people = people.select("customer_id", money=money.cast(MONEY_SUM), cents=money.cast(CENTS))
    return attach(people, base, dimensions)


def _without_rank(dimensions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(d for d in dimensions if d != _RANK)


def _ranked(people: ibis.Table, dimensions: tuple[str, ...]) -> ibis.Table:
    """Ranks from 1 by revenue, ties by id; with the rank as a dimension, only the ten largest."""
    group = [people[d] for d in _without_rank(dimensions)]
    order = [people.revenue.desc(), people.customer_id]
    people = people.mutate(
        place=ibis.row_number().over(group_by=group, order_by=order) + 1,
        people=people.count().over(group_by=group),
        cents=ibis.greatest(people.revenue, 0).cast(CENTS),
    )
    if _RANK not in dimensions:
        return people
    return people.filter(people.place <= _SHOWN).mutate(rank=people.place.cast("string"))


def _largest(number: int) -> Statistics:
    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        return {"top": t.revenue.sum(where=t.place <= number), "all": t.revenue.sum(), "people": t.count()}

    return statistics


def _largest_percent(percent: int) -> Statistics:
    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        among = (t.place * 100 <= t.people * percent + 50) | (t.place == 1)
        return {"top": t.revenue.sum(where=among), "all": t.revenue.sum(), "people": t.count()}

    return statistics


def _spread(t: ibis.Table) -> dict[str, ibis.Value]:
    """Exact sums over customers with revenue above 0; the descending rank serves the Gini sum."""
    return {
        "people": (t.cents > 0).sum(),
        "all": t.cents.sum(),
        "squares": squared(t.cents, t.cents),
        "placed": (t.cents * t.place.cast("decimal(9, 0)")).sum(),
    }


def herfindahl(row: Row) -> Estimate:
    """Sum of squared shares of revenue, from 1/n (all equal) to 1 (one customer).

    Example:
        >>> herfindahl({"people": 2, "all": 10, "squares": 68}).value
        0.68
    """
    whole, n = exact(row, "all"), count(row, "people")
    if whole <= 0:
        return Estimate(None, n, reason=_NO_REVENUE)
    return Estimate(float(exact(row, "squares") / (whole * whole)), n)


def _moments(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"people": t.count(), "money": t.money.sum(), "squares": squared(t.cents, t.cents)}


_MEAN = mean("money", "squares", "people", "no customer is known in the period")


def gini(row: Row) -> Estimate:
    """Gini coefficient of revenue over customers who bring any, from 0 (all equal) to (n − 1)/n.

    With ranks i from the largest, G = (n + 1 − 2 Σ i x / Σ x) / n.

    Example:
        >>> gini({"people": 2, "all": 10, "placed": 8 * 1 + 2 * 2}).value
        0.3
    """
    whole, n = exact(row, "all"), count(row, "people")
    if whole <= 0:
        return Estimate(None, n, reason=_NO_REVENUE)
    return Estimate(float((n + 1 - 2 * exact(row, "placed") / whole) / n), n)


def _three_ways(statistics: Statistics, estimate: Estimator, factor: float = 1.0) -> tuple[Formula, ...]:
    by_contract = estimate if factor == 1.0 else scaled(estimate, factor)
    return (
        Formula(_ORDERED, ranked_buyers, statistics, estimate),
        Formula(
            _REPORTED,
            ranked_reported,
            statistics,
            estimate,
            "Of the revenue that the source reports.",
            ("all",),
            dated=False,
        ),
        Formula(_CONTRACTED, ranked_holders, statistics, by_contract, "Of revenue by contract."),
    )


def _share_of_largest(name: str, title: str, whose: str, statistics: Statistics) -> Measure:
    return Measure(
        name,
        title,
        f"Share of the revenue of known customers that {whose} brings.",
        "share",
        "customers",
        _three_ways(statistics, ratio("top", "all", "people", _NO_REVENUE)),
        Direction.LOWER,
    )


MEASURES = (
    _share_of_largest("top_1_revenue_share", "Largest customer", "the largest customer", _largest(1)),
    *(
        _share_of_largest(
            f"top_{k}_revenue_share", f"Top {k} customers", f"the group of the {k} largest", _largest(k)
        )
        for k in (5, 10)
    ),
    *(
        _share_of_largest(
            f"top_{p}_percent_revenue_share",
            f"Top {p}% of customers",
            f"the largest {p}% of customers, at least one,",
            _largest_percent(p),
        )
        for p in (1, 10, 20)
    ),
    Measure(
        "revenue_hhi",
        "Concentration (Herfindahl-Hirschman)",
        "Sum of the squared shares of revenue: near 0 when many bring a little, 1 when one brings all.",
        "index",
        "customers",
        _three_ways(_spread, herfindahl),
        Direction.LOWER,
    ),
    Measure(
        "revenue_gini",
        "Inequality (Gini)",
        "How unequally revenue is spread over those who bring any: 0 equally, near 1 when one brings all.",
        "index",
        "customers",
        _three_ways(_spread, gini),
        Direction.NEITHER,
    ),
    Measure(
        "top_customer_revenue",
        "Revenue of the largest customers",
        "Revenue of one of the ten largest customers, by rank.",
        MONEY,
        "customers",
        _three_ways(
            lambda t: {"money": t.revenue.sum(), "people": t.count()}, total("money", "people"), MONTHS_A_DAY
        ),
        by=(_RANK,),
    ),
    Measure(
        "revenue_per_customer",
        "Revenue per customer",
        "What one customer brought on average; those who brought nothing count too.",
        MONEY,
        "customers",
        (
            Formula(_ORDERED, bringing, _moments, _MEAN, dated=False),
            Formula(
                _REPORTED,
                reporting,
                _moments,
                _MEAN,
                "Of the revenue that the source reports.",
                ("all",),
                dated=False,
            ),
            Formula(
                _CONTRACTED,
                holding,
                _moments,
                scaled(_MEAN, MONTHS_A_DAY),
                "Of revenue by contract.",
                dated=False,
            ),
            Formula(_WON, winning, _moments, _MEAN, "Of the amounts won.", dated=False),
        ),
        periods=("all",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
