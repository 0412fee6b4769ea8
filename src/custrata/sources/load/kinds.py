"""Sale, refund or fee, from marks and signs."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from custrata.sources.load.expressions import DECIMAL, Frame, or_nothing
from custrata.sources.mapping import LessBack, Source
from custrata.sources.mapping.marking import mark_of
from custrata.sources.statuses import CALLED_OFF, CAME_BACK, GIVES_BACK

BACK = "_back"
"""Column of a judged line: what was given back of it, where another column says how much."""

_KINDS = ("sale", "refund", "fee", CAME_BACK, GIVES_BACK)


def kind_of_line(values: Mapping[str, ir.Value], back: ir.NumericValue | None = None) -> ir.StringValue:
    """The kind of a line: by its mark where there is one, else by the signs of quantity and amount.

    A negative quantity with a negative amount is a refund, and so is a negative amount without a quantity.
    A negative amount with a positive quantity, and a negative quantity without money, are fees. All else are
    sales.

    Args:
        values: The columns of the line.
        back: What was given back of it, where a column says so; the sign counts without it.
    """
    amount, marked = values["amount"], values.get("kind", ibis.null("string"))
    amount = amount if back is None else amount + back.fill_null(0)
    known = ibis.ifelse(marked.lower().isin(_KINDS), marked.lower(), ibis.null("string"))
    known = ibis.ifelse((known == CAME_BACK) & (amount <= 0), ibis.literal("refund"), known)
    known = ibis.ifelse(known == GIVES_BACK, ibis.literal("refund"), known)
    if "quantity" not in values:
        return ibis.coalesce(known, ibis.ifelse(amount < 0, "refund", "sale"))
    quantity = values["quantity"]
    by_sign = ibis.cases(
        ((quantity < 0) & (amount < 0), "refund"),
        ((quantity.isnull() | (quantity == 0)) & (amount < 0), "refund"),
        (amount < 0, "fee"),
        ((quantity < 0) & (amount == 0), "fee"),
        else_="sale",
    )
    return ibis.coalesce(known, by_sign)


def no_money_kept(
    source: Source, frame: Frame, values: Mapping[str, ir.Value]
) -> tuple[ir.BooleanValue, str] | None:
    """Where a status says called off although an amount stands there; None when no status says it."""
    mark = mark_of(source, CALLED_OFF)
    if mark is None:
        return None
    said = frame.value(source.columns["kind"].derivation, "text") == CALLED_OFF
    return said & (values["amount"] > 0), mark.column


def with_money_back(source: Source, values: Mapping[str, ir.Value]) -> dict[str, ir.Value]:
    """The values of a line, given back where its mark says so.

    The amount of a document that gives money back is taken off whether it is written with a minus or not. An
    order that came back stays marked as such, for :func:`twice`, unless some line of it already gives money
    back.
    """
    told = dict(values)
    if mark_of(source, GIVES_BACK) is not None:
        gives = (values["kind"] == GIVES_BACK) & (values["amount"] > 0)
        told |= {n: ibis.ifelse(gives, -told[n], told[n]) for n in _TURNED if n in told}
    if mark_of(source, CAME_BACK) is not None and "order_id" in values:
        order = values["order_id"]
        own = (values["amount"] < 0).any().over(ibis.window(group_by=order)) & order.notnull()
        told["kind"] = ibis.ifelse((values["kind"] == CAME_BACK) & own, ibis.null("string"), values["kind"])
    return told


def given_back(source: Source, frame: Frame) -> ir.NumericValue | None:
    """What a column says was given back of a line, empty where nothing; None where no column says it."""
    derivation = source.columns["amount"].derivation
    if not isinstance(derivation, LessBack):
        return None
    back = frame.value(or_nothing(derivation.back), "money").try_cast(DECIMAL)
    return ibis.ifelse(back > 0, back, ibis.null(DECIMAL))


def apart(rows: ir.Table) -> ir.Table:
    """Rows of which something was given back as two: the sale in full, and the refund on the same day.

    No unit and no cost comes back with the money, for the data say none: what was given back lessens margins.
    """
    whole = (rows.amount + rows[BACK].fill_null(0)).cast(rows.amount.type())
    sold = rows.mutate(amount=whole).drop(BACK)
    back = rows.filter(rows[BACK] > 0)
    none = {n: ibis.ifelse(back[n].notnull(), 0, None).cast(back[n].type()) for n in _UNMOVED if n in back}
    unpaid = {n: ibis.null(back[n].type()) for n in ("due_on", "paid_on") if n in back.columns}
    refund = back.mutate(
        kind=ibis.literal("refund"),
        amount=(-back[BACK]).cast(back.amount.type()),
        transaction_id=back.transaction_id.concat("-refunded"),
        **none,
        **unpaid,
    )
    return ibis.union(sold, refund.select(*sold.columns))


def twice(rows: ir.Table) -> ir.Table:
    """Rows in which an order that came back stands twice: as sold, and as given back on the same day."""
    back = rows.filter(rows.kind == CAME_BACK)
    turned = {n: (-back[n]).cast(back[n].type()) for n in _TURNED if n in back.columns}
    unpaid = {n: ibis.null(back[n].type()) for n in ("due_on", "paid_on") if n in back.columns}
    named = back.transaction_id.concat("-returned")
    back = back.mutate(kind=ibis.literal("refund"), transaction_id=named, **turned, **unpaid)
    sold = rows.mutate(kind=ibis.ifelse(rows.kind == CAME_BACK, ibis.literal("sale"), rows.kind))
    return ibis.union(sold, back.select(*sold.columns))


_TURNED = ("amount", "quantity", "cost", "discount")
_UNMOVED = ("quantity", "cost", "discount")


def comes_back(source: Source) -> bool:
    """Whether some status of a source says that orders came back."""
    return mark_of(source, CAME_BACK) is not None
