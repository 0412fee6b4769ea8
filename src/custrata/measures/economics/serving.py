"""What serving costs, and what customers contribute once they are served."""

from __future__ import annotations

import ibis

from custrata.measures.economics.relations.accounts import SERVING, banded, entries
from custrata.measures.kernel.estimates import count, exact, total
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
from custrata.measures.orders import PRODUCT_COST
from custrata.vocabulary import Direction

_SERVED = (f"{SERVING}.amount",)
_ORDERED = ("transactions.amount",)
_LINE_COST = (*_ORDERED, "transactions.cost")
_PRODUCT_COST = (*_ORDERED, *PRODUCT_COST)
_CONTRACTED = ("subscriptions.started_on", "subscriptions.mrr")
_REPORTED = ("customers.reported_revenue",)
_NO_SERVING = "No cost to serve is known: this is gross margin."
_NO_REVENUE = "no revenue in the period"


def _costs(t: ibis.Table) -> dict[str, ibis.Value]:
    """Cost to serve at low, likely and high rates, and how many customers cause it."""
    sums = {name: t[name].sum() for name in ("low", "likely", "high")}
    return {**sums, "customers": t.customers.max()}


def _unallocated(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"idle": t.idle.sum(), "entries": t.entries.sum()}


def _against_revenue(t: ibis.Table) -> dict[str, ibis.Value]:
    return {**_costs(t), "revenue": t.revenue.sum()}


def _earned(t: ibis.Table) -> dict[str, ibis.Value]:
    return {
        **_costs(t),
        "costed": t.costed.sum(),
        "goods": t.goods.sum(),
        "earners": t.earners.max(),
    }


def cost_of_customers(row: Row) -> Estimate:
    """The cost to serve that customers cause, from low to high rates."""
    value, low, high = (float(exact(row, name)) for name in ("likely", "low", "high"))
    return banded(value, count(row, "customers"), low, high)


def cost_ratio(row: Row) -> Estimate:
    """Cost to serve as a share of revenue."""
    revenue, n = float(exact(row, "revenue")), count(row, "customers")
    if revenue <= 0:
        return Estimate(None, n, reason=_NO_REVENUE)
    value, low, high = (float(exact(row, name)) / revenue for name in ("likely", "low", "high"))
    return banded(value, n, low, high)


def earned(row: Row) -> Estimate:
    """Gross margin less the cost to serve that customers cause; the interval from high to low rates."""
    margin = exact(row, "costed") - exact(row, "goods")
    value, low, high = (float(margin - exact(row, name)) for name in ("likely", "high", "low"))
    return banded(value, count(row, "earners"), low, high)


def earned_rate(row: Row) -> Estimate:
    """Contribution as a share of the revenue of the lines whose cost is known."""
    costed, whole = float(exact(row, "costed")), earned(row)
    if costed <= 0:
        return Estimate(None, whole.n, reason=_NO_REVENUE)
    low, high = (None if end is None else end / costed for end in (whole.low, whole.high))
    return Estimate(float(whole.value or 0) / costed, whole.n, low, high, whole.method)


def _with_margin(
    relation: Relation, statistics: Statistics, estimate: Estimator, dated: bool = True
) -> tuple[Formula, ...]:
    """With cost to serve where it is known, else of gross margin alone, which is said."""
    return tuple(
        Formula((*goods, *served), relation, statistics, estimate, note, dated=dated)
        for served, note in ((_SERVED, ""), ((), _NO_SERVING))
        for goods in (_LINE_COST, _PRODUCT_COST)
    )


MEASURES = (
    Measure(
        "cost_to_serve",
        "Cost to serve",
        "What serving customers cost, by what each of them used; unallocated cost is not in it.",
        MONEY,
        "customers",
        (Formula(_SERVED, entries, _costs, cost_of_customers),),
        Direction.LOWER,
        grain="cost",
    ),
    Measure(
        "cost_to_serve_ratio",
        "Cost to serve against revenue",
        "Cost to serve as a share of revenue.",
        "share",
        "customers",
        (
            Formula((*_ORDERED, *_SERVED), entries, _against_revenue, cost_ratio),
            Formula(
                (*_CONTRACTED, *_SERVED),
                entries,
                _against_revenue,
                cost_ratio,
                "Revenue is by contract.",
                dated=False,
            ),
            Formula(
                (*_REPORTED, *_SERVED),
                entries,
                _against_revenue,
                cost_ratio,
                "Revenue is as the source reports it.",
                ("all",),
                dated=False,
            ),
        ),
        Direction.LOWER,
        grain="cost",
    ),
    Measure(
        "unallocated_cost",
        "Unallocated cost",
        "Cost of serving that no customer causes: idle capacity, and what nothing in the data divides.",
        MONEY,
        "costs",
        (Formula(_SERVED, entries, _unallocated, total("idle", "entries")),),
        Direction.LOWER,
        grain="cost",
    ),
    Measure(
        "contribution",
        "Contribution",
        "Gross margin less the cost to serve that customers cause; before acquisition and unallocated cost.",
        MONEY,
        "customers",
        _with_margin(entries, _earned, earned),
        grain="line",
    ),
    Measure(
        "contribution_rate",
        "Contribution rate",
        "Contribution as a share of the revenue of the lines whose cost is known.",
        "share",
        "customers",
        _with_margin(entries, _earned, earned_rate),
        grain="line",
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
