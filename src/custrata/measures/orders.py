"""What was sold: the relation of orders that most measures scan, and the measures that read it directly."""

from __future__ import annotations

import ibis

from custrata.customers import Base
from custrata.customers.buying_days import buying_days_of
from custrata.measures.kernel.dimensions import TIME, attach
from custrata.measures.kernel.estimates import ratio, tally, total
from custrata.measures.kernel.exact import MONEY_SUM
from custrata.measures.kernel.measure import MONEY, Formula, Measure
from custrata.sources.formats.builtins import content_number
from custrata.vocabulary import Direction, Period

ORDERS = "orders"
"""Name of the prepared relation.

One row for the lines of one order on one day that are alike in kind and channel.
"""

_ALIKE = ("channel", "currency", "campaign_id")
_MONEY_SUMS = ("amount", "discount", "cost", "costed_amount", "losing_margin")
_COUNTS = ("lines", "costed_lines", "losing_lines")

PRODUCT_COST = ("products.unit_cost", "transactions.product_id", "transactions.quantity")
"""What makes a line's cost known where the line does not say it."""

_NO_SALES = "no sales in the period"


def sale_lines(base: Base) -> ibis.Table:
    """The lines of transactions with their order, day, kind and cost.

    An order is a distinct ``order_id``, or a customer's day where there is none, or the line itself when it
    is anonymous too. A line's cost is what the source says, else units times the product's unit cost, else
    unknown.
    """
    lines = base.tables["transactions"]
    day = lines.occurred_at.date()
    customer_day = lines.customer_id + "|" + day.cast("string")
    lines = lines.select(
        "customer_id",
        "product_id",
        *_alike(base),
        order_key=lines.order_id.coalesce(customer_day, lines.transaction_id),
        on=day,
        kind=lines.kind.fill_null((lines.amount < 0).ifelse("refund", "sale")),
        amount=lines.amount,
        discount=lines.discount,
        cost=lines.cost,
        quantity=lines.quantity,
        lines=ibis.literal(1, "int64"),
    )
    lines = _with_product_cost(lines, base)
    costed, loses = lines.cost.notnull(), (lines.amount < lines.cost).fill_null(False)
    return lines.mutate(
        costed_amount=costed.ifelse(lines.amount, ibis.null("decimal(18, 6)")),
        costed_lines=costed.cast("int64"),
        losing_lines=loses.cast("int64"),
        losing_margin=loses.ifelse(lines.amount.cast(MONEY_SUM) - lines.cost, ibis.null(MONEY_SUM)),
    )


def orders_query(base: Base) -> ibis.Table:
    """The prepared relation :data:`ORDERS`: lines added up by order, customer, day, kind and channel."""
    lines = sale_lines(base)
    return lines.group_by("order_key", "customer_id", "on", "kind", *_alike(base)).aggregate(
        **{name: lines[name].sum().cast(MONEY_SUM) for name in _MONEY_SUMS},
        **{name: lines[name].sum().cast("int64") for name in _COUNTS},
    )


def single_lines_query(base: Base) -> ibis.Table:
    """Whether every line of the transactions is an order of its own: one row of ``single``."""
    lines = sale_lines(base)
    number = content_number(lines.order_key, lines.kind, lines.kind)
    return lines.aggregate(single=lines.count() == number.nunique())


def lines_as_orders_query(base: Base) -> ibis.Table:
    """The prepared relation :data:`ORDERS` where each line is an order: nothing is added up."""
    lines = sale_lines(base)
    return lines.select(
        "order_key",
        "customer_id",
        "on",
        "kind",
        *_alike(base),
        *_MONEY_SUMS,
        *_COUNTS,
    )


def prepared(base: Base) -> dict[str, ibis.Table]:
    """Relations worth keeping once in the engine, by name; the base then carries them among its tables."""
    return {ORDERS: orders_query(base)} if base.has("transactions.amount") else {}


CUSTOMER_SALES = "customer_sales"
"""Name of the relation of orders added up by customer, kind and span of time."""

SPANS = ("current", "previous")
"""Spans that are told apart in it; what is older has none."""


def single_orders_query(base: Base) -> ibis.Table:
    """Whether every row of the prepared orders is an order of its own: one row of ``single``."""
    rows = orders_of(base)
    # As numbers, of which twenty million take little room; two that fall together only mean a no.
    number = content_number(rows.order_key, rows.kind, rows.kind)
    return rows.aggregate(single=rows.count() == number.nunique())


def counted_singly(orders: ibis.Table) -> ibis.Table:
    """The prepared orders where each row is an order: ``orders`` counts them, so none is sought twice."""
    return orders.mutate(orders=ibis.literal(1, "int64"))


def customer_sales_query(base: Base) -> ibis.Table:
    """The relation :data:`CUSTOMER_SALES`: what each customer bought and gave back, in each span.

    Returns:
        ``customer_id, kind, span``; the sums of the orders, ``orders``, ``order_days`` (distinct days, of
        sales only) and the first and last day, ``first_on`` and ``last_on``. Whatever is asked of whole spans
        by customer is asked here, so that the orders are scanned once.
    """
    rows = orders_of(base)
    rows = rows.mutate(span=_span(base, rows.on))
    sums = rows.group_by("customer_id", "kind", "span").aggregate(
        **{name: rows[name].sum().cast(MONEY_SUM) for name in _MONEY_SUMS},
        **{name: rows[name].sum().cast("int64") for name in (*_COUNTS, "orders")},
        first_on=rows.on.min(),
        last_on=rows.on.max(),
    )
    by_span = _days_by_span(base)
    joined = sums.left_join(by_span, sums.customer_id == by_span._buyer)
    held = [(joined.span == name, joined[f"_days_{name}"]) for name in SPANS]
    days = (joined.kind == "sale").ifelse(ibis.cases(*held, else_=joined._days_older), ibis.null("int64"))
    return joined.select(*sums.columns, order_days=days)


def _span(base: Base, day: ibis.Value) -> ibis.Value:
    windows = [base.windows[name] for name in SPANS if name in base.windows]
    cases = [(day.between(w.start, w.end), ibis.literal(w.name)) for w in windows]
    return ibis.cases(*cases, else_=ibis.null("string")) if cases else ibis.null("string")


def _days_by_span(base: Base) -> ibis.Table:
    """Distinct days with a sale of each customer, a column for each span."""
    days = buying_days_of(base.tables)
    days = days.mutate(span=_span(base, days.bought_on))
    counts = {f"_days_{name}": days.count(where=days.span == name) for name in SPANS}
    return days.group_by(_buyer=days.customer_id).aggregate(
        **counts, _days_older=days.count(where=days.span.isnull())
    )


def sales(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """What :func:`sold` gives, by customer and kind where that is held: for sums and counts of orders."""
    rows = sales_by_customer(base, window, dimensions)
    return sold(base, window, dimensions) if rows is None else attach(rows, base, dimensions)


def sales_by_customer(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table | None:
    """What is held of the window by customer and kind; None where it is not, or an order is asked for."""
    if CUSTOMER_SALES not in base.tables:
        return None
    own = (*TIME, *base.tables[ORDERS].columns)
    whole = base.windows.get(window.name) == window and window.name in ("all", *SPANS)
    if not whole or any(d in own or base.has(f"products.{d}") for d in dimensions):
        return None
    rows = base.tables[CUSTOMER_SALES]
    return rows if window.name == "all" else rows.filter(rows.span == window.name)


def order_count(t: ibis.Table, where: ibis.Value) -> ibis.Value:
    """Number of distinct orders of the rows where a condition holds."""
    return t.orders.sum(where=where) if "orders" in t.columns else t.order_key.nunique(where=where)


def sold(base: Base, window: Period, dimensions: tuple[str, ...]) -> ibis.Table:
    """Everything sold and given back in the window, by order, or by line where a product is asked for."""
    by_order = not any(base.has(f"products.{d}") for d in dimensions)
    rows = orders_of(base) if by_order else sale_lines(base)
    return attach(rows.filter(rows.on.between(window.start, window.end)), base, dimensions)


def orders_of(base: Base) -> ibis.Table:
    """The prepared orders where the engine holds them, else their query."""
    return base.tables[ORDERS] if ORDERS in base.tables else orders_query(base)


def _alike(base: Base) -> tuple[str, ...]:
    return tuple(c for c in _ALIKE if base.has(f"transactions.{c}"))


def _with_product_cost(lines: ibis.Table, base: Base) -> ibis.Table:
    if base.has("transactions.cost") or not base.has(*PRODUCT_COST):
        return lines
    products = base.tables["products"].select("unit_cost", _product="product_id")
    joined = lines.left_join(products, lines.product_id == products._product)
    cost = (joined.quantity * joined.unit_cost.cast(MONEY_SUM)).cast(MONEY_SUM)
    return joined.mutate(cost=cost).drop("unit_cost", "_product")


def _orders(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"orders": order_count(t, t.kind == "sale")}


def _sales(t: ibis.Table) -> dict[str, ibis.Value]:
    return {"sales": t.amount.sum(where=t.kind == "sale"), **_orders(t)}


def _refunds(t: ibis.Table) -> dict[str, ibis.Value]:
    refund = t.kind == "refund"
    return {"given_back": t.amount.sum(where=refund), "refund_orders": order_count(t, refund)}


def _refund_rate(t: ibis.Table) -> dict[str, ibis.Value]:
    return {**_sales(t), "returned": (-t.amount).sum(where=t.kind == "refund")}


def _anonymous(t: ibis.Table) -> dict[str, ibis.Value]:
    nobody = t.customer_id.isnull()
    return {
        "amount": t.amount.sum(where=nobody),
        "orders": order_count(t, nobody & (t.kind == "sale")),
    }


def _discounts(t: ibis.Table) -> dict[str, ibis.Value]:
    given = t.discount.fill_null(0)
    sale = t.kind == "sale"
    return {"given": given.sum(where=sale), "list_price": (t.amount + given).sum(where=sale), **_orders(t)}


_NEEDS = ("transactions.amount",)

REVENUE_FROM_ORDERS = Formula(
    _NEEDS, sales, lambda t: {"amount": t.amount.sum(), **_orders(t)}, total("amount", "orders")
)
"""The first formula of revenue; contracts and reported sums stand in where there are no transactions."""

MEASURES = (
    Measure(
        "orders",
        "Orders",
        "Number of distinct orders with a sale.",
        "orders",
        "orders",
        (Formula(_NEEDS, sales, _orders, tally("orders")),),
        grain="order",
    ),
    Measure(
        "order_lines",
        "Order lines",
        "Number of lines of sales, refunds and fees.",
        "lines",
        "lines",
        (Formula(_NEEDS, sales, lambda t: {"lines": t.lines.sum()}, tally("lines")),),
        Direction.NEITHER,
        grain="line",
    ),
    Measure(
        "refunds",
        "Refunds",
        "Money given back to customers, as a positive number: on the day of the refund, or on that of the "
        "sale where only a column or status of the sale tells it.",
        MONEY,
        "refund orders",
        (Formula(_NEEDS, sales, _refunds, total("given_back", "refund_orders", -1)),),
        Direction.LOWER,
        grain="order",
    ),
    Measure(
        "refund_orders",
        "Refund orders",
        "Number of distinct orders that gave something back; where only a column or status of the sale tells "
        "it, on the day of the sale.",
        "orders",
        "orders",
        (Formula(_NEEDS, sales, _refunds, tally("refund_orders")),),
        Direction.LOWER,
        grain="order",
    ),
    Measure(
        "refund_rate",
        "Refund rate",
        "Money given back as a share of the revenue of sales; what only a column or status of the sale tells "
        "counts on the day of the sale.",
        "share",
        "orders",
        (Formula(_NEEDS, sales, _refund_rate, ratio("returned", "sales", "orders", _NO_SALES)),),
        Direction.LOWER,
        grain="order",
    ),
    Measure(
        "average_order_value",
        "Average order value",
        "Revenue of sales divided by the number of orders.",
        MONEY,
        "orders",
        (Formula(_NEEDS, sales, _sales, ratio("sales", "orders", "orders", _NO_SALES)),),
        grain="order",
    ),
    Measure(
        "anonymous_revenue",
        "Anonymous revenue",
        "Revenue of transactions that name no customer: it counts for the company, and is no customer's.",
        MONEY,
        "orders",
        (Formula(_NEEDS, sales, _anonymous, total("amount", "orders")),),
        Direction.LOWER,
        grain="order",
    ),
    Measure(
        "anonymous_orders",
        "Anonymous orders",
        "Number of orders that name no customer.",
        "orders",
        "orders",
        (Formula(_NEEDS, sales, _anonymous, tally("orders")),),
        Direction.LOWER,
        grain="order",
    ),
    Measure(
        "discount_share",
        "Discount share",
        "Discounts given as a share of the price before discount.",
        "share",
        "orders",
        (
            Formula(
                (*_NEEDS, "transactions.discount"),
                sales,
                _discounts,
                ratio("given", "list_price", "orders", _NO_SALES),
            ),
        ),
        Direction.LOWER,
        grain="order",
    ),
)
"""The measures of this question, in the order of the catalogue's chapters."""
