"""Why are some customers served at a loss? The one cause whose removal would repair most of it."""

from __future__ import annotations

from functools import reduce

import ibis

from custrata.customers import Base
from custrata.measures.economics.relations.accounts import SERVING, customer_costs_of
from custrata.measures.kernel.dimensions import attach
from custrata.measures.kernel.estimates import tally, total
from custrata.measures.kernel.exact import MONEY_SUM
from custrata.measures.kernel.measure import MONEY, Estimator, Formula, Measure, Statistics
from custrata.measures.orders import orders_of
from custrata.vocabulary import Direction, Period

CAUSE = "loss_cause"
"""The dimension of losses: a driver, or what a sale itself lost."""

DISCOUNTS, RETURNED, GOODS = "discounts", "returns", "cost of goods above average"
NONE = "no single cause"

_NO_SERVING = "No cost to serve is known: losses are of gross margin."


def losers(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer whose contribution over the whole history is below 0, with its cause.

    The cause is what repairs most when it is taken away: the discounts given, the margin that went with
    returns, what goods cost above the company's average share of the price before discount, or one driver of
    the cost to serve.

    Returns:
        ``customer_id, result`` (the loss, negative) ``, loss_cause, repair`` (money that its removal brings
        back) and the dimensions.
    """
    own = tuple(d for d in dimensions if d != CAUSE)
    people = base.tables["customers"]
    result = people.contribution if base.has("customers.contribution") else people.gross_margin
    people = people.select("customer_id", result=result.cast(MONEY_SUM)).filter(lambda t: t.result < 0)
    causes = _causes(base, people)
    order = [causes.repair.desc(), causes.cause]
    first = causes.mutate(place=ibis.row_number().over(group_by=causes.customer_id, order_by=order))
    first = first.filter(first.place == 0).select(_loser="customer_id", cause="cause", repair="repair")
    rows = people.left_join(first, people.customer_id == first._loser).drop("_loser")
    rows = rows.mutate(**{CAUSE: rows.cause.fill_null(NONE)}, repair=rows.repair.fill_null(0)).drop("cause")
    return attach(rows, base, own)


def _causes(base: Base, people: ibis.Table) -> ibis.Table:
    """What each loss maker would get back, by cause; only causes that cost it something."""
    parts = [_of_sales(base, people)]
    if base.has(f"{SERVING}.amount"):
        costs = customer_costs_of(base).semi_join(people, "customer_id")
        parts.append(costs.select("customer_id", cause="driver", repair=costs.amount.cast(MONEY_SUM)))
    rows = reduce(lambda left, right: left.union(right), parts)
    return rows.filter(rows.repair > 0)


def _of_sales(base: Base, people: ibis.Table) -> ibis.Table:
    rows = orders_of(base)
    listed = (rows.costed_amount + rows.discount.fill_null(0)).sum()
    whole = rows.aggregate(all_goods=rows.cost.sum().cast("float64"), all_listed=listed.cast("float64"))
    own = rows.semi_join(people, "customer_id")
    back = own.kind == "refund"
    sums = own.group_by("customer_id").aggregate(
        discount=own.discount.sum(where=own.kind == "sale").fill_null(0).cast(MONEY_SUM),
        returned=(own.cost - own.costed_amount).sum(where=back).fill_null(0).cast(MONEY_SUM),
        goods=own.cost.sum().fill_null(0).cast(MONEY_SUM),
        listed=(own.costed_amount + own.discount.fill_null(0)).sum().fill_null(0).cast(MONEY_SUM),
    )
    sums = sums.cross_join(whole)
    usual = sums.listed.cast("float64") * (sums.all_goods / sums.all_listed.nullif(0))
    excess = (sums.goods.cast("float64") - usual).round(6).fill_null(0).cast(MONEY_SUM)
    return reduce(
        lambda left, right: left.union(right),
        [
            sums.select("customer_id", cause=ibis.literal(name), repair=value)
            for name, value in ((DISCOUNTS, sums.discount), (RETURNED, sums.returned), (GOODS, excess))
        ],
    )


def _losses(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"people": t.count(), "lost": t.result.sum(), "repair": ibis.least(t.repair, -t.result).sum()}


def _two_ways(statistics: Statistics, estimate: Estimator) -> tuple[Formula, ...]:
    return (
        Formula(("customers.contribution",), losers, statistics, estimate, dated=False),
        Formula(("customers.gross_margin",), losers, statistics, estimate, _NO_SERVING, dated=False),
    )


MEASURES = (
    Measure(
        "loss_cause_customers",
        "Loss makers by cause",
        "Customers whose contribution is below 0, by the cause whose removal would repair most of the loss.",
        "customers",
        "customers",
        _two_ways(_losses, tally("people")),
        Direction.LOWER,
        by=(CAUSE,),
        periods=("all",),
    ),
    Measure(
        "loss_cause_amount",
        "Loss by cause",
        "Contribution of the customers who bring less than 0, by the cause of the loss; a negative number.",
        MONEY,
        "customers",
        _two_ways(_losses, total("lost", "people")),
        by=(CAUSE,),
        periods=("all",),
    ),
    Measure(
        "loss_cause_repair",
        "Loss that its cause explains",
        "How much of the loss goes away when its cause does; no more than the loss.",
        MONEY,
        "customers",
        _two_ways(_losses, total("repair", "people")),
        Direction.NEITHER,
        by=(CAUSE,),
        periods=("all",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
