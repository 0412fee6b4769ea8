"""What would be left if the largest customers went."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.kernel.estimates import total
from custrata.measures.kernel.exact import CENTS, MONEY_SUM, squared
from custrata.measures.kernel.measure import MONEY, Estimator, Formula, Measure, Relation, Statistics
from custrata.measures.movements import contract_movements, order_movements, retained_share
from custrata.vocabulary import Direction, Period

POINTS = (1, 5, 10)
"""Of how many of the largest customers the loss is told."""

_RANK = "rank"
_BY_CONTRACT = "The largest by contract revenue a month on the last day."
_BY_ORDER = "The largest by revenue in the window."
_ASSUMED = "Nothing else changes: nobody takes their place and no cost goes with them."


def losses_of_orders(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each point and customer of the bridge by orders; see :func:`_losses`."""
    return _losses(base, order_movements(base, window, _without_rank(dimensions)), dimensions)


def losses_of_contracts(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each point and customer of the bridge by contracts; see :func:`_losses`."""
    return _losses(base, contract_movements(base, window, _without_rank(dimensions)), dimensions)


def _losses(base: Base, people: ibis.Table, dimensions: tuple[str, ...]) -> ibis.Table:
    """Each customer once for each of the top 1, 5 and 10: whether they are lost, and what is kept then.

    Points beyond the number of customers are left out.
    """
    own = _without_rank(dimensions)
    if base.has("customers.lifetime_value"):
        worth = base.tables["customers"].select("customer_id", "lifetime_value")
        people = people.left_join(worth, "customer_id").drop("customer_id_right")
    group = [people[d] for d in own]
    order = [people.closing.desc(), people.customer_id]
    people = people.mutate(
        place=ibis.row_number().over(group_by=group, order_by=order) + 1,
        people=people.is_now.sum().over(group_by=group),
    )
    points = ibis.array(list(POINTS)).unnest().name("upto").as_table()
    rows = people.cross_join(points)
    rows = rows.filter(rows.upto <= rows.people)
    lost = rows.place <= rows.upto
    nothing = ibis.literal(0, MONEY_SUM)
    return rows.mutate(
        rank=ibis.literal("top ") + rows.upto.cast("string"),
        gone=lost.ifelse(rows.closing.cast(MONEY_SUM), nothing),
        left_cents=lost.ifelse(ibis.literal(0, CENTS), rows.grown_cents),
        is_lost=lost,
    )


def _without_rank(dimensions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(d for d in dimensions if d != _RANK)


def _retention(t: ibis.Table) -> dict[str, ibis.Value]:
    x, y = t.opening_cents, t.left_cents
    return {
        "opening": x.sum(),
        "kept": y.sum(),
        "people": t.was.sum(),
        "xx": squared(x, x),
        "xy": squared(x, y),
        "yy": squared(y, y),
    }


def _equity(t: ibis.Table) -> dict[str, ibis.Value]:
    worth = t.lifetime_value.cast(MONEY_SUM)
    return {"equity": worth.sum(where=t.is_lost), "people": (t.is_lost & worth.notnull()).sum()}


def _two_ways(statistics: Statistics, estimate: Estimator, *more: str) -> tuple[Formula, ...]:
    def formula(needs: tuple[str, ...], relation: Relation, note: str) -> Formula:
        return Formula((*needs, *more), relation, statistics, estimate, f"{note} {_ASSUMED}", dated=False)

    return (
        formula(("subscriptions.started_on", "subscriptions.mrr"), losses_of_contracts, _BY_CONTRACT),
        formula(("transactions.amount",), losses_of_orders, _BY_ORDER),
    )


MEASURES = (
    Measure(
        "loss_scenario_revenue",
        "Revenue lost with the largest",
        "Revenue of the current window that goes when the largest customers, up to this rank, go.",
        MONEY,
        "customers",
        _two_ways(lambda t: {"gone": t.gone.sum(), "people": t.is_lost.sum()}, total("gone", "people")),
        Direction.LOWER,
        by=(_RANK,),
        periods=("current",),
    ),
    Measure(
        "loss_scenario_retention",
        "Net revenue retention without the largest",
        "Net revenue retention of the current window, had the largest customers, up to this rank, left.",
        "share",
        "customers",
        _two_ways(_retention, retained_share),
        by=(_RANK,),
        periods=("current",),
    ),
    Measure(
        "loss_scenario_equity",
        "Customer equity lost with the largest",
        "Lifetime value that goes when the largest customers, up to this rank, go.",
        MONEY,
        "customers",
        _two_ways(_equity, total("equity", "people"), "customers.lifetime_value"),
        Direction.LOWER,
        by=(_RANK,),
        periods=("current",),
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
