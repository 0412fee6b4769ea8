"""What would be left if the largest customers went."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.measures.kernel.estimates import total
from custrata.measures.kernel.exact import MONEY_SUM, squared
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
    """One row a point, from the bridge by orders; see :func:`_losses`."""
    return _losses(base, order_movements(base, window, _without_rank(dimensions)), dimensions)


def losses_of_contracts(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a point, from the bridge by contracts; see :func:`_losses`."""
    return _losses(base, contract_movements(base, window, _without_rank(dimensions)), dimensions)


def _losses(base: Base, people: ibis.Table, dimensions: tuple[str, ...]) -> ibis.Table:
    """The bridge of all customers and that of the largest, for each of the top 1, 5 and 10.

    Points beyond the number of customers are left out. Only the largest are told apart by point: the rest
    of a million customers is added up once.
    """
    own = _without_rank(dimensions)
    whole = people.group_by(*own).aggregate(**_sums(people)) if own else people.aggregate(**_sums(people))
    order = [people.closing.desc(), people.customer_id]
    place = ibis.row_number().over(group_by=[people[d] for d in own], order_by=order) + 1
    largest = people.mutate(place=place).filter(lambda t: t.place <= max(POINTS))
    if base.has("customers.lifetime_value"):
        worth = base.tables["customers"].select("customer_id", "lifetime_value")
        largest = largest.left_join(worth, "customer_id").drop("customer_id_right")
    else:
        largest = largest.mutate(lifetime_value=ibis.null("float64"))
    rows = largest.cross_join(ibis.array(list(POINTS)).unnest().name("upto").as_table())
    rows = rows.filter(rows.place <= rows.upto)
    top = rows.group_by(*own, "upto").aggregate(
        gone=rows.closing.sum(),
        equity=rows.lifetime_value.cast(MONEY_SUM).sum(),
        valued=rows.lifetime_value.count(),
        **{f"top_{name}": value for name, value in _sums(rows).items()},
    )
    found = top.join(whole, own) if own else top.cross_join(whole)
    found = found.filter(found.upto <= found.there)
    return found.mutate(rank=ibis.literal("top ") + found.upto.cast("string"))


def _sums(t: ibis.Table) -> dict[str, ibis.Value]:
    """Exact sums of a bridge: opening x, what is kept and grown of it y, and their squares."""
    x, y = t.opening_cents, t.grown_cents
    return {
        "there": t.is_now.sum(),
        "was": t.was.sum(),
        "opening": x.sum(),
        "kept": y.sum(),
        "xx": squared(x, x),
        "xy": squared(x, y),
        "yy": squared(y, y),
    }


def _without_rank(dimensions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(d for d in dimensions if d != _RANK)


def _retention(t: ibis.Table) -> dict[str, ibis.Value]:
    """What the largest opened with stays in the whole; what they would have kept does not."""
    left = {name: (t[name] - t[f"top_{name}"].fill_null(0)).max() for name in ("kept", "xy", "yy")}
    return {"opening": t.opening.max(), "people": t.was.max(), "xx": t.xx.max(), **left}


def _equity(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"equity": t.equity.max(), "people": t.valued.max()}


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
        _two_ways(lambda t: {"gone": t.gone.max(), "people": t.upto.max()}, total("gone", "people")),
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
