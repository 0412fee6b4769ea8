"""What every customer brings and costs: the relations that the measures of cost and profit scan."""

from __future__ import annotations

from functools import reduce

import ibis

from custrata.customers import Base
from custrata.measures.contracts import MONTHS_A_DAY, spells_by_time
from custrata.measures.kernel.dimensions import TIME, attach
from custrata.measures.kernel.exact import MONEY_SUM
from custrata.measures.kernel.measure import Estimate
from custrata.measures.orders import PRODUCT_COST, orders_of, sales_by_customer
from custrata.vocabulary import Period

SERVING = "serving_costs"
"""The relation of what serving costs: ``customer_id, on`` (first of a month) ``, driver, quantity,
amount_low, amount, amount_high``. Rows of the same customer, month and driver add up. Without customer: the
cost of anonymous sales where there is a quantity, unallocated cost where there is none."""

CUSTOMER_COSTS = "customer_costs"
"""The same over the whole history: one row for each customer (empty: nobody) and driver."""

ACQUISITION = "acquisition_costs"
"""What winning cost: one row for each customer won, and rows without customer for what won nobody."""

NOBODY = "no customer"
"""The segment of what is no customer's: anonymous sales, cost that no customer causes."""

BY_RATES = "low to high rates"
"""How an interval was made: with all rates low, and with all rates high."""

_SALES = ("revenue", "costed", "goods")
_COSTS = ("low", "likely", "high", "idle")
_MIDDLE_DAYS = 15


def customer_costs_query(base: Base) -> ibis.Table:
    """What serving each customer cost over the whole history, by driver: :data:`CUSTOMER_COSTS`."""
    rows = base.tables[SERVING]
    return rows.group_by("customer_id", "driver").aggregate(
        **{name: rows[name].sum().cast(MONEY_SUM) for name in ("amount_low", "amount", "amount_high")}
    )


def customer_costs_of(base: Base) -> ibis.Table:
    """The prepared relation where the engine holds it, else its query."""
    return base.tables[CUSTOMER_COSTS] if CUSTOMER_COSTS in base.tables else customer_costs_query(base)


def goods_costed(base: Base) -> bool:
    """Whether the cost of goods is known for any line."""
    return base.has("transactions.amount") and (base.has("transactions.cost") or base.has(*PRODUCT_COST))


def entries(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """What was sold in the window and what serving cost in it, each added up by the dimensions.

    By ``driver`` there are only costs: a sale has none.

    Returns:
        The dimensions; ``revenue, costed`` (revenue of lines whose cost is known) ``, goods`` (that cost)
        ``, low, likely, high`` (cost to serve) ``, idle`` (unallocated) ``, customers`` (who caused cost)
        ``, earners`` (who bought) ``, entries`` (of unallocated cost).
    """
    parts = [] if "driver" in dimensions else [labelled(sales(base, window, dimensions), base, dimensions)]
    parts += [labelled(served(base, window), base, dimensions)] if base.has(f"{SERVING}.amount") else []
    return reduce(lambda a, b: a.union(b), [_added_up(part, dimensions) for part in parts])


def _added_up(rows: ibis.Table, dimensions: tuple[str, ...]) -> ibis.Table:
    """Sums and counts by the dimensions; money that the rows do not have is 0."""
    there = {name for name in (*_SALES, *_COSTS) if name in rows.columns}
    nothing, nobody = ibis.literal(0).cast(MONEY_SUM), ibis.literal(0, "int64")
    people = rows.customer_id.nunique()
    costs = "likely" in there
    grouped = rows.group_by(*dimensions) if dimensions else rows
    sums = {name: rows[name].sum().cast(MONEY_SUM).fill_null(0) for name in sorted(there)}
    counts = {"people": people, "entries": (rows.idle != 0).sum()} if costs else {"people": people}
    found = grouped.aggregate(**sums, **counts)
    money = {name: found[name] if name in there else nothing for name in (*_SALES, *_COSTS)}
    return found.select(
        *dimensions,
        **money,
        customers=found.people if costs else nobody,
        earners=nobody if costs else found.people,
        entries=found.entries if costs else nobody,
    )


def sales(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """What was sold in the window: by order, else by contract, else as the source reports it.

    Where the dimensions ask for nothing of an order, it may be added up by customer, without its day.
    """
    if base.has("transactions.amount"):
        rows = sales_by_customer(base, window, dimensions)
        if rows is None:
            rows = orders_of(base)
            rows = rows.filter(rows.on.between(window.start, window.end))
        day = [name for name in rows.columns if name == "on"]
        money = {"revenue": rows.amount, "costed": rows.costed_amount, "goods": rows.cost}
        return rows.select("customer_id", *day, **money, discount="discount")
    if base.has("subscriptions.mrr"):
        rows = spells_by_time(base, window, None)
        money = ((rows.mrr * rows.days).cast("float64") * MONTHS_A_DAY).round(6)
        return rows.select("customer_id", "on", revenue=money)
    people = base.tables["customers"]
    return people.filter(people.reported_revenue.notnull()).select("customer_id", revenue="reported_revenue")


def served(base: Base, window: Period) -> ibis.Table:
    """What serving cost in the months whose middle lies in the window; over the whole history, all of it.

    A window of a year so has twelve months, whatever day it begins on.

    Returns:
        ``customer_id, on, driver, low, likely, high`` (what customers cause) ``, idle`` (what nobody does).
    """
    rows = base.tables[SERVING]
    if window.name != "all":
        middle = rows.on + ibis.interval(days=_MIDDLE_DAYS)
        rows = rows.filter(
            middle.between(ibis.literal(window.start, "date"), ibis.literal(window.end, "date"))
        )
    caused = rows.customer_id.notnull() | rows.quantity.notnull()
    three = {"low": rows.amount_low, "likely": rows.amount, "high": rows.amount_high}
    return rows.select(
        "customer_id",
        "on",
        "driver",
        **{name: caused.ifelse(money, 0).cast(MONEY_SUM) for name, money in three.items()},
        idle=caused.ifelse(0, rows.amount).cast(MONEY_SUM),
    )


def within(rows: ibis.Table, window: Period) -> ibis.Table:
    """The rows whose day lies in the window; over the whole history, all up to its end."""
    begins = rows.on <= ibis.literal(window.end, "date")
    return rows.filter(
        begins if window.name == "all" else begins & (rows.on >= ibis.literal(window.start, "date"))
    )


def labelled(rows: ibis.Table, base: Base, dimensions: tuple[str, ...]) -> ibis.Table:
    """The rows with their dimensions; what is no customer's has the segment :data:`NOBODY`."""
    own = [d for d in dimensions if d not in TIME and d not in rows.columns]
    rows = attach(rows, base, dimensions)
    nobody = rows.customer_id.isnull()
    return rows.mutate(**{d: nobody.ifelse(NOBODY, rows[d]) for d in own}) if own else rows


def earners(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer whose contribution over the whole history is known; margin where no cost is known.

    Returns:
        ``customer_id, likely`` (contribution) ``, low`` (at high rates) ``, high`` (at low rates) and the
        dimensions.
    """
    people = base.tables["customers"]
    if not base.has("customers.contribution"):
        known = people.filter(people.gross_margin.notnull())
        margin = known.gross_margin.cast(MONEY_SUM)
        return attach(known.select("customer_id", likely=margin, low=margin, high=margin), base, dimensions)
    costs = customer_costs_of(base)
    costs = costs.group_by(_served="customer_id").aggregate(
        cheap=(costs.amount - costs.amount_low).sum(), dear=(costs.amount_high - costs.amount).sum()
    )
    known = people.filter(people.contribution.notnull()).left_join(costs, people.customer_id == costs._served)
    likely = known.contribution.cast(MONEY_SUM)
    rows = known.select(
        "customer_id",
        likely=likely,
        low=(likely - known.dear.fill_null(0)).cast(MONEY_SUM),
        high=(likely + known.cheap.fill_null(0)).cast(MONEY_SUM),
    )
    return attach(rows, base, dimensions)


def banded(value: float, n: int, one: float, other: float) -> Estimate:
    """The estimate with its interval, where low and high rates make a difference."""
    if one == other:
        return Estimate(value, n)
    return Estimate(value, n, min(value, one, other), max(value, one, other), BY_RATES)
