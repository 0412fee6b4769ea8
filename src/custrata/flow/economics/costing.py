"""Step: every customer gets what serving and winning it cost, and what it contributes."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.flow.economics.serving import serve
from custrata.flow.economics.winning import win
from custrata.flow.engine import Engine
from custrata.flow.step import Step, widened
from custrata.measures.economics.relations.accounts import ACQUISITION, CUSTOMER_COSTS, SERVING, goods_costed
from custrata.measures.kernel.exact import MONEY_SUM


def cost(base: Base, notional: bool, engine: Engine) -> Step:
    """Add what serving and winning customers cost, as relations and as columns of customers.

    Args:
        base: The base with the purchase summary.
        notional: Whether its days are notional; then only costs that name a customer can be told.
        engine: Runs the queries and keeps the relations.
    """
    step = serve(base, notional, engine)
    step = step.then(win(step.base, notional, engine))
    columns = customer_columns_query(step.base)
    if columns is None:
        return step
    return step.then(Step(widened(step.base, columns, engine)))


def customer_columns_query(base: Base) -> ibis.Table | None:
    """What the relations of costs add to customers; None without any.

    Returns:
        ``customer_id`` and, where they can be known, ``cost_to_serve``, ``contribution`` (gross margin less
        cost to serve; a customer without sales has no margin to lose) and ``acquisition_cost``, all over the
        whole history.
    """
    people = base.tables["customers"]
    added = people.select("customer_id")
    if base.has(f"{SERVING}.amount"):
        costs = base.tables[CUSTOMER_COSTS]
        costs = costs.group_by(_served="customer_id").aggregate(spent=costs.amount.sum().cast(MONEY_SUM))
        joined = people.left_join(costs, people.customer_id == costs._served)
        served = (joined.status == "customer").ifelse(joined.spent.fill_null(0), joined.spent)
        margin = ibis.ifelse(joined.orders.isnull(), 0, joined.gross_margin).cast(MONEY_SUM)
        contribution = (margin - served) if goods_costed(base) else ibis.null(MONEY_SUM)
        added = joined.select(
            "customer_id", cost_to_serve=served.cast(MONEY_SUM), contribution=contribution.cast(MONEY_SUM)
        )
    if base.has(f"{ACQUISITION}.customer_id"):
        won = base.tables[ACQUISITION]
        won = won.filter(won.customer_id.notnull()).select(
            _won="customer_id", acquisition_cost=won.amount.cast(MONEY_SUM)
        )
        added = added.left_join(won, added.customer_id == won._won).drop("_won")
    return added if len(added.columns) > 1 else None
