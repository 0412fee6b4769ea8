"""How each customer buys: the purchase summary, and what its columns say of the base."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.customers.buying_days import buying_days_of
from custrata.measures.kernel.dimensions import UNKNOWN, attach
from custrata.measures.kernel.estimates import middle, ratio, share, tally
from custrata.measures.kernel.exact import MONEY_SUM
from custrata.measures.kernel.measure import MONEY, Formula, Measure
from custrata.measures.orders import CUSTOMER_SALES, order_count, orders_of, sales, sold
from custrata.vocabulary import Direction, Period, Timing

SUMMARY_COLUMNS = (
    "first_order_on",
    "last_order_on",
    "orders",
    "order_days",
    "repeat_orders",
    "last_order_age",
    "age",
    "days_since_last_order",
    "revenue",
    "refunds",
    "gross_margin",
    "value_per_order",
    "current_revenue",
    "previous_revenue",
)
"""What the purchase summary adds to a customer."""

_SUMMED = ("transactions.amount",)
_NEEDS = (*_SUMMED, "transactions.occurred_at")
_NO_ORDERS = "no customer ordered"
_NO_REPEATS = "no customer ordered on a second day"


def purchase_summary_query(base: Base) -> ibis.Table:
    """One row a customer with a transaction: when, how often and for how much they bought, up to ``as_of``.

    Days are distinct days with a sale: ``repeat_orders`` x is days − 1, ``last_order_age`` t_x first to
        last, ``age`` T first to
    ``as_of``, ``days_since_last_order`` T − t_x. ``revenue`` is net of refunds, ``value_per_order`` revenue
    of sales per purchase day, ``gross_margin`` null where no cost is known, and the windows' revenue null
    where there is no such window.
    """
    found = _totals(base)
    as_of = ibis.literal(base.as_of, "date")
    bought = found.order_days > 0
    found = found.mutate(
        repeat_orders=ibis.greatest(found.order_days - 1, 0),
        last_order_age=found.last_order_on.delta(found.first_order_on, unit="day"),
        age=as_of.delta(found.first_order_on, unit="day"),
        days_since_last_order=as_of.delta(found.last_order_on, unit="day"),
        value_per_order=bought.ifelse(
            (found.sales / found.order_days.nullif(0)).round(6), ibis.null("float64")
        ),
    )
    found = found.mutate(value_per_order=_money(found.value_per_order))
    return found.select("customer_id", *SUMMARY_COLUMNS)


def _totals(base: Base) -> ibis.Table:
    """First and last day, orders, days and money of each customer, from sums by span where they are held."""
    held = CUSTOMER_SALES in base.tables
    rows = base.tables[CUSTOMER_SALES] if held else orders_of(base)
    rows = rows.filter(rows.customer_id.notnull())
    sale = rows.kind == "sale"
    first, last = (rows.first_on, rows.last_on) if held else (rows.on, rows.on)
    return rows.group_by("customer_id").aggregate(
        first_order_on=first.min(where=sale),
        last_order_on=last.max(where=sale),
        orders=order_count(rows, sale).fill_null(0),
        order_days=_day_count(rows, sale),
        revenue=_money(rows.amount.sum()),
        sales=_money(rows.amount.sum(where=sale)),
        refunds=_money(-rows.amount.sum(where=rows.kind == "refund").fill_null(0)),
        gross_margin=_money((rows.costed_amount - rows.cost).sum()),
        current_revenue=_within(rows, "current", base),
        previous_revenue=_within(rows, "previous", base),
    )


def _day_count(rows: ibis.Table, where: ibis.Value) -> ibis.Value:
    if "order_days" in rows.columns:
        return rows.order_days.sum(where=where).fill_null(0)
    return rows.on.nunique(where=where)


def summarised(base: Base) -> ibis.Table:
    """The customers, no prospects, with the purchase summary: made here where the base lacks it."""
    customers = base.tables["customers"]
    customers = customers.filter(customers.status == "customer")
    made = base.has("customers.orders") and "orders" in customers.columns
    if made or not base.has(*_SUMMED):
        return customers
    summary = purchase_summary_query(base)
    kept = customers.drop(*(c for c in SUMMARY_COLUMNS if c in customers.columns))
    return kept.left_join(summary, "customer_id").drop("customer_id_right")


def buyers(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer with a transaction in the window, for each combination of the dimensions."""
    rows = sales(base, window, dimensions)
    rows = rows.filter(rows.customer_id.notnull())
    sale = rows.kind == "sale"
    return rows.group_by("customer_id", *dimensions).aggregate(
        revenue=_money(rows.amount.sum()),
        orders=order_count(rows, sale).fill_null(0),
        order_days=_day_count(rows, sale),
        margin=_money((rows.costed_amount - rows.cost).sum()),
    )


def buying_habits(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer of the base who ever ordered, with the purchase summary as of the cut."""
    people = summarised(base)
    people = people.filter(people.first_order_on.notnull())
    people = (
        people.select("customer_id", *SUMMARY_COLUMNS)
        .rename(tenure="age")
        .mutate(on=lambda t: t.first_order_on)
    )
    return attach(people, base, dimensions)


def purchase_gaps(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row for each pair of consecutive days with a sale of one customer, both in the window."""
    days = buying_days_of(base.tables)
    start, end = ibis.literal(window.start, "date"), ibis.literal(window.end, "date")
    whole = (days.bought_on <= end) & (days.bought_on.delta(start, unit="day") >= days.gap_days)
    gaps = days.filter(whole.fill_null(False)).select("customer_id", on=days.bought_on, gap=days.gap_days)
    return attach(gaps, base, dimensions)


def shelves(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """One row a customer who bought from a known category in the window, with the number of categories."""
    rows = sold(base, window, ("category",))
    known = (rows.kind == "sale") & rows.customer_id.notnull() & (rows.category != UNKNOWN)
    bought = rows.filter(known).group_by("customer_id").aggregate(categories=lambda t: t.category.nunique())
    return attach(bought, base, dimensions)


def _money(value: ibis.Value) -> ibis.Value:
    return value.cast(MONEY_SUM)


def _within(rows: ibis.Table, name: str, base: Base) -> ibis.Value:
    window = base.windows.get(name)
    if window is None:
        return ibis.null(MONEY_SUM)
    inside = rows.span == name if "span" in rows.columns else rows.on.between(window.start, window.end)
    return _money(rows.amount.sum(where=inside).fill_null(0))


def _repeating(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"repeaters": (t.order_days > 1).sum(), "buyers": (t.order_days > 0).sum()}


def _habit(column: str, *, repeaters_only: bool = False) -> Formula:
    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        who = t.repeat_orders > 0 if repeaters_only else t.order_days > 0
        return {"middle": t[column].quantile(0.5, where=who), "n": who.sum()}

    none = _NO_REPEATS if repeaters_only else _NO_ORDERS
    return Formula(_NEEDS, buying_habits, statistics, middle("middle", "n", none))


def _gap(quantile: float) -> Formula:
    def statistics(t: ibis.Table) -> dict[str, ibis.Value]:
        return {"gap": t.gap.quantile(quantile), "n": t.count()}

    return Formula(_NEEDS, purchase_gaps, statistics, middle("gap", "n", _NO_REPEATS))


MEASURES = (
    Measure(
        "repeat_rate",
        "Repeat rate",
        "Share of buyers who ordered on at least two days.",
        "share",
        "buyers",
        (Formula(_NEEDS, buyers, _repeating, share("repeaters", "buyers", "nobody ordered in the period")),),
    ),
    Measure(
        "repeat_orders",
        "Repeat orders",
        "Days with an order after a customer's first, added up over all customers.",
        "orders",
        "buyers",
        (
            Formula(
                _NEEDS,
                buying_habits,
                lambda t: {"repeats": t.repeat_orders.sum(), "buyers": t.count()},
                tally("repeats", "buyers"),
            ),
        ),
        periods=("all",),
    ),
    Measure(
        "last_order_age",
        "Time from first to last order",
        "Median days from the first to the last order, of customers who ordered again.",
        "days",
        "repeat buyers",
        (_habit("last_order_age", repeaters_only=True),),
        Direction.NEITHER,
        periods=("all",),
    ),
    Measure(
        "customer_age",
        "Age of customers",
        "Median days from a customer's first order to the day of the cut.",
        "days",
        "buyers",
        (_habit("tenure"),),
        Direction.NEITHER,
        periods=("all",),
    ),
    Measure(
        "value_per_order",
        "Value per purchase day",
        "Median over customers of their revenue of sales per day with an order.",
        MONEY,
        "buyers",
        (_habit("value_per_order"),),
        periods=("all",),
    ),
    Measure(
        "days_since_last_order",
        "Days since last order",
        "Median days from a customer's last order to the day of the cut.",
        "days",
        "buyers",
        (_habit("days_since_last_order"),),
        Direction.LOWER,
        Timing.LEADING,
        periods=("all",),
    ),
    Measure(
        "inter_purchase_days",
        "Days between orders",
        "Median days between two consecutive days with an order of the same customer.",
        "days",
        "gaps between orders",
        (_gap(0.5),),
        Direction.LOWER,
        Timing.LEADING,
        grain="gap between orders",
    ),
    Measure(
        "inter_purchase_days_p90",
        "Days between orders, nine in ten",
        "Days within which nine in ten next orders of the same customer come, of those that came.",
        "days",
        "gaps between orders",
        (_gap(0.9),),
        Direction.LOWER,
        Timing.LEADING,
        grain="gap between orders",
    ),
    Measure(
        "category_breadth",
        "Categories a customer",
        "Mean number of product categories that a buyer bought from.",
        "categories",
        "buyers",
        (
            Formula(
                (*_SUMMED, "transactions.product_id", "products.category"),
                shelves,
                lambda t: {"categories": t.categories.sum(), "buyers": t.count()},
                ratio("categories", "buyers", "buyers", "nobody bought from a known category in the period"),
            ),
        ),
        timing=Timing.LEADING,
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
