"""Step: every customer gets a purchase summary, what a month of contracts brings, and marks for both."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.flow.engine import Engine
from custrata.flow.step import Step, widened
from custrata.measures.contracts import runs_on
from custrata.measures.orders import (
    CUSTOMER_SALES,
    ORDERS,
    counted_singly,
    customer_sales_query,
    lines_as_orders_query,
    orders_query,
    single_lines_query,
    single_orders_query,
)
from custrata.measures.purchases import SUMMARY_COLUMNS, purchase_summary_query
from custrata.segments.rfm import cut_points, rfm_cut_points_query, rfm_query

_MONEY = ("revenue", "refunds", "gross_margin", "value_per_order", "current_revenue", "previous_revenue")
_SUM = "decimal(38, 6)"


def summarise(base: Base, engine: Engine) -> Step:
    """Add purchase summary, monthly revenue of contracts and RFM scores to the base.

    Args:
        base: The base after the cut.
        engine: Runs the queries and keeps the wide table of customers.
    """
    base = _with_orders(base, engine)
    base = widened(base, _purchases(base), engine)
    base = widened(base, _contracts(base), engine)
    points = cut_points(engine.rows(rfm_cut_points_query(base.tables["customers"])))
    base = widened(base, rfm_query(base.tables["customers"], points), engine)
    return Step(base, {"rfm": (str(points),)})


def _kept(name: str, query: ibis.Table, engine: Engine) -> ibis.Table:
    engine.keep(name, query)
    return engine.table(name)


def _with_orders(base: Base, engine: Engine) -> Base:
    """The base with its orders, and these added up by customer where no order stands in several rows."""
    if "transactions" not in base.tables:
        return base
    single = _holds(single_lines_query(base), engine)
    query = lines_as_orders_query(base) if single else orders_query(base)
    base = base.having(tables={ORDERS: _kept(ORDERS, query, engine)})
    if not single and not _holds(single_orders_query(base), engine):
        return base
    base = base.having(tables={ORDERS: counted_singly(base.tables[ORDERS])})
    return base.having(tables={CUSTOMER_SALES: _kept(CUSTOMER_SALES, customer_sales_query(base), engine)})


def _holds(query: ibis.Table, engine: Engine) -> bool:
    (row,) = engine.rows(query)
    return bool(row["single"])


def _purchases(base: Base) -> ibis.Table:
    """The purchase summary; its columns are there, empty, where there are no purchases."""
    if "transactions" in base.tables:
        return purchase_summary_query(base)
    types = {name: "date" if name.endswith("_on") else "int64" for name in SUMMARY_COLUMNS}
    types |= dict.fromkeys(_MONEY, _SUM)
    nothing = {name: ibis.null(types[name]) for name in SUMMARY_COLUMNS}
    return base.tables["customers"].select("customer_id", **nothing)


def _contracts(base: Base) -> ibis.Table:
    """What each customer pays a month at the end of the data; empty without contracts."""
    if "subscriptions" not in base.tables:
        return base.tables["customers"].select("customer_id", mrr=ibis.null(_SUM))
    spells = base.tables["subscriptions"]
    paid = spells.mrr.sum(where=runs_on(spells, base.as_of)).fill_null(0).cast(_SUM)
    return spells.group_by("customer_id").aggregate(mrr=paid)
