"""Transactions: lines of sales with their money, and the customers and products that stand in them."""

from __future__ import annotations

import re
from dataclasses import replace

from custrata.sources.mapping import (
    AsOf,
    Combine,
    Constant,
    Derivation,
    DiscountOf,
    LessBack,
    Lookup,
    Mapped,
    Marked,
    Negate,
    Source,
    Translate,
)
from custrata.sources.mapping.marking import marked
from custrata.sources.profile import ColumnProfile
from custrata.sources.recognise.choose import header_key
from custrata.sources.recognise.fields import SURE, Candidate, assign, candidates
from custrata.sources.recognise.names import words
from custrata.sources.recognise.readings import Reading
from custrata.sources.recognise.sources.context import Context
from custrata.sources.recognise.sources.products import is_bare_number
from custrata.sources.recognise.sources.split import split_customers
from custrata.sources.recognise.synonyms import part
from custrata.sources.statuses import CALLED_OFF, CAME_BACK, GIVES_BACK, PARTLY_BACK, by_meaning

_CANCEL_PREFIX = re.compile(r"^(C|CN|CR|CX|RET|STORNO|GS)[-_]?\d+$")
_MINOR_UNITS = frozenset(
    {
        "object",
        "livemode",
        "amount_captured",
        "amount_refunded",
        "balance_transaction",
        "application_fee_amount",
    }
)


def sale_sources(context: Context) -> list[Source]:
    """Transactions, and customers and products split out of their rows."""
    columns = context.columns("amount", "cost") | _from_header(context)
    if "transaction_id" not in columns:
        columns |= _single_lines(context)
    if "occurred_at" not in columns and context.reading.source not in context.chosen.headers:
        columns["occurred_at"] = Mapped(AsOf(), 0.5)
    amount = _amount(context)
    columns["amount"] = amount
    columns = _currency(context) | columns
    columns |= _cost(context, amount) | _discount(context, amount) | _marks(context)
    return [context.source("transactions", columns), *split_customers(context), *_split_products(context)]


_SIGNS = {"€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "chf": "CHF", "usd": "USD"}
"""Signs and codes that mean one currency; a dollar sign may be any dollar."""

_SIGN = re.compile(r"[€£$¥₹]|(?<![a-z])[a-z]{2,3}(?![a-z])", re.IGNORECASE)

_NEARLY_ALL = 0.95


def _currency(context: Context) -> dict[str, Mapped]:
    """The currency that nearly all amounts carry as their sign, and none another."""
    given = context.reading.columns.get("amount") or context.reading.parts.get("unit_price")
    if given is None or not given.column.is_number:
        return {}
    counts: dict[str, int] = {}
    for value, times in given.column.values:
        sign = _SIGN.search(value)
        code = _SIGNS.get(sign.group().lower(), "?") if sign else ""
        counts[code] = counts.get(code, 0) + times
    code = max(counts, key=lambda one: counts[one], default="")
    found = code not in ("", "?") and set(counts) <= {code, ""}
    if not found or counts[code] < _NEARLY_ALL * sum(counts.values()):
        return {}
    return {"currency": Mapped(Constant(code), 0.9, given.column.samples)}


def _single_lines(context: Context) -> dict[str, Mapped]:
    """The order's id names the line too where each order has exactly one."""
    order = context.reading.columns.get("order_id")
    if order is None or not order.column.distinct == order.column.filled == order.column.rows:
        return {}
    return {"transaction_id": context.column("transactions", "transaction_id", order)}


def _from_header(context: Context) -> dict[str, Mapped]:
    header = context.chosen.headers.get(context.reading.source)
    if header is None or header_key(context.reading, header, context.relations) is None:
        return {}
    result = {}
    for name in ("customer_id", "occurred_at", "currency", "channel", "campaign_id", "due_on", "paid_on"):
        if name not in context.reading.columns:
            found = context.lookup(context.reading.columns["order_id"].column, header, name)
            result.update({name: Mapped(found, 0.95, header.columns[name].column.samples)} if found else {})
    return result | _cancelled_orders(context, header)


def _cancelled_orders(context: Context, header: Reading) -> dict[str, Mapped]:
    status, key = header.parts.get("status"), header_key(context.reading, header, context.relations)
    found = by_status(status.column, of_orders=True) if status else {}
    if status is None or key is None or not found:
        return {}
    order = context.reading.columns["order_id"].name
    lookup = Lookup(header.source, order, key, marked(status.name, found))
    return {"kind": Mapped(lookup, 0.85, status.column.samples)}


def by_status(status: ColumnProfile, of_orders: bool) -> dict[str, tuple[str, ...]]:
    """The values of a status that say an order was called off or came back, by what they mean.

    Args:
        status: The column of the status.
        of_orders: Whether what came back is told by the status alone; else a column says how much.
    """
    meanings = (CAME_BACK, CALLED_OFF, PARTLY_BACK) if of_orders else (CALLED_OFF,)
    return by_meaning((v for v, _ in status.values), meanings)


def _amount(context: Context) -> Mapped:
    given = context.reading.columns.get("amount")
    if given is None or _only_on_first_line(context, given.column):
        return _quantity_times_price(context)
    found = context.column("transactions", "amount", given)
    minor = is_minor(context, given.column)
    derivation: Derivation = _in_units(found.derivation, minor)
    refunded = context.reading.parts.get("refunded")
    if refunded and refunded.name != given.name:
        derivation = LessBack(derivation, _in_units(_positive(context, refunded.column), minor))
    return replace(found, derivation=derivation)


def _in_units(amount: Derivation, minor: bool) -> Derivation:
    return Combine("multiply", (amount, Constant("0.01"))) if minor else amount


def _only_on_first_line(context: Context, amount: ColumnProfile) -> bool:
    """Whether an amount stands on the first line of each order only, quantity and price on all."""
    quantity, price = context.reading.columns.get("quantity"), context.reading.parts.get("unit_price")
    if quantity is None or price is None:
        return False
    return amount.filled < 0.98 * min(quantity.column.filled, price.column.filled)


def is_minor(context: Context, column: ColumnProfile) -> bool:
    """Whether amounts are in cents: whole numbers beside columns that a payment provider's raw export has."""
    names = {c.column.header for c in context.profile.columns}
    return column.whole and len(names & _MINOR_UNITS) >= 2


def _quantity_times_price(context: Context) -> Mapped:
    quantity, price = context.reading.columns["quantity"], context.reading.parts["unit_price"]
    product = Combine(
        "multiply", (context.take(quantity.column, "number"), context.take(price.column, "money"))
    )
    confidence = round(min(quantity.fit, price.fit), 2)
    taken = _discounts(context)
    if len(taken) != 1:
        return Mapped(product, confidence, price.column.samples)
    off = context.take(taken[0].column, "money")
    if is_rate(taken[0].column):
        kept = Combine(
            "subtract", (Constant("1"), Combine("first_of", (_share(taken[0].column, off), Constant("0"))))
        )
        return Mapped(Combine("multiply", (*product.parts, kept)), confidence, price.column.samples)
    off_positive = Negate(off) if _mostly_negative(taken[0].column) else off
    less = Combine("subtract", (product, Combine("first_of", (off_positive, Constant("0")))))
    return Mapped(less, confidence, price.column.samples)


def _discounts(context: Context) -> list[Candidate]:
    found = candidates(context.profile, part("discount"), "number", SURE)
    most = max((c.column.filled for c in found), default=0)
    return sorted((c for c in found if c.column.filled >= 0.5 * most), key=lambda c: c.name)


def is_rate(column: ColumnProfile) -> bool:
    """Whether a discount is a share of the price rather than money."""
    named = bool({"rate", "percent", "percentage", "pct", "prozent"} & set(words(column.name)))
    values = column.numbers
    inside = bool(values) and all(0 <= abs(v) <= 1 for v in values)
    return named or (
        inside
        and column.distinct <= 101
        and any(0 < abs(v) < 1 for v in values)
        and "amount" not in words(column.name)
    )


def _share(column: ColumnProfile, rate: Derivation) -> Derivation:
    return Combine("divide", (rate, Constant("100"))) if any(abs(v) > 1 for v in column.numbers) else rate


def _mostly_negative(column: ColumnProfile) -> bool:
    values = column.numbers
    return sum(v < 0 for v in values) > sum(v > 0 for v in values)


def _discount(context: Context, amount: Mapped) -> dict[str, Mapped]:
    found = _discounts(context)
    rates = [c for c in found if is_rate(c.column)]
    if rates and len(found) == 1:
        rate = _share(rates[0].column, context.take(rates[0].column, "number"))
        net = amount.derivation.amount if isinstance(amount.derivation, LessBack) else amount.derivation
        gross = "amount" not in context.reading.columns
        money = Combine("multiply", (*_gross(context), rate)) if gross else DiscountOf(rate, net)
        return {"discount": Mapped(money, 0.85, rates[0].column.samples)}
    plain = [c for c in found if not is_rate(c.column)]
    if not plain:
        return {}
    parts = tuple(_positive(context, c.column) for c in plain)
    whole = (
        parts[0]
        if len(parts) == 1
        else Combine("add", tuple(Combine("first_of", (p, Constant("0"))) for p in parts))
    )
    return {"discount": Mapped(whole, 0.85, plain[0].column.samples)}


def _gross(context: Context) -> tuple[Derivation, ...]:
    quantity, price = context.reading.columns["quantity"], context.reading.parts["unit_price"]
    return context.take(quantity.column, "number"), context.take(price.column, "money")


def _positive(context: Context, column: ColumnProfile) -> Derivation:
    taken = context.take(column, "money")
    return Negate(taken) if _mostly_negative(column) else taken


def _cost(context: Context, amount: Mapped) -> dict[str, Mapped]:
    if "cost" in context.reading.columns:
        return {"cost": context.column("transactions", "cost", context.reading.columns["cost"])}
    unit, profit = context.reading.parts.get("unit_cost"), context.reading.parts.get("profit")
    if unit and "quantity" in context.reading.columns:
        parts = (
            context.take(context.reading.columns["quantity"].column, "number"),
            context.take(unit.column, "money"),
        )
        return {"cost": Mapped(Combine("multiply", parts), 0.85, unit.column.samples)}
    if profit:
        rest = Combine("subtract", (amount.derivation, context.take(profit.column, "money")))
        return {"cost": Mapped(rest, 0.9, profit.column.samples)}
    return {}


def _marks(context: Context) -> dict[str, Mapped]:
    order = context.reading.columns.get("order_id")
    if order and order.column.high and order.column.low and order.column.low[0].isdigit():
        mark = _CANCEL_PREFIX.match(order.column.high)
        if mark:
            return {"kind": Mapped(Marked(order.name, "refund", prefix=mark[1]), 0.9, (order.column.high,))}
    document = context.reading.parts.get("document")
    types = [v for v, _ in document.column.values] if document else []
    back = by_meaning(types, (GIVES_BACK,)).get(GIVES_BACK, ())
    if document and back:
        return {"kind": Mapped(_given_back(context, document, back), 0.9, document.column.samples)}
    status = context.reading.parts.get("status")
    if status:
        found = by_status(status.column, of_orders="refunded" not in context.reading.parts)
        if found:
            return {"kind": Mapped(marked(status.name, found), 0.85, status.column.samples)}
    return {}


def _given_back(context: Context, document: Candidate, back: tuple[str, ...]) -> Derivation:
    """Refunds by the type of document; where none is written with a minus, the type alone says it."""
    amount = context.reading.columns.get("amount")
    if amount and (amount.column.low or "").startswith(("-", "−", "(")):
        meant = tuple((v, "refund") for v, _ in document.column.values if v.lower() in back)
        return Translate(document.name, tuple(sorted(meant)))
    return Marked(document.name, GIVES_BACK, values=back)


def _split_products(context: Context) -> list[Source]:
    key = context.reading.columns.get("product_id")
    if key is None or any(r.table == "products" for r in context.chosen.readings):
        return []
    taken = {c.name for c in context.reading.columns.values()} | {
        c.name for c in context.reading.parts.values()
    }
    found = assign(context.profile, "products", ["product_id", "name", "category"])
    columns = {
        n: context.column("products", n, c)
        for n, c in found.items()
        if n != "product_id" and c.name not in taken and not (n == "category" and is_bare_number(c.column))
    }
    if not columns:
        return []
    columns["product_id"] = context.column("products", "product_id", key)
    return [context.source("products", columns, one_row_per=(key.name,), note="split out of wide rows")]
