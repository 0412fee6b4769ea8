"""Sale, refund or fee, from marks and signs."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from custrata.sources.load.expressions import Frame
from custrata.sources.mapping import Derivation, Lookup, Marked, Source


def kind_of_line(values: Mapping[str, ir.Value]) -> ir.StringValue:
    """The kind of a line: by its mark where there is one, else by the signs of quantity and amount.

    A negative quantity with a negative amount is a refund, and so is a negative amount without a quantity.
    A negative amount with a positive quantity, and a negative quantity without money, are fees. All else are
    sales.
    """
    amount, marked = values["amount"], values.get("kind", ibis.null("string"))
    known = ibis.ifelse(marked.lower().isin(("sale", "refund", "fee")), marked.lower(), ibis.null("string"))
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
    """Where a status says cancelled although an amount stands there; None when no status is read."""
    mapped = source.columns.get("kind")
    if mapped is None or (mark := status_mark(mapped.derivation)) is None:
        return None
    said = frame.value(mapped.derivation, "text") == "refund"
    return said & (values["amount"] > 0), mark.column


def status_mark(derivation: Derivation) -> Marked | None:
    """The mark that a status gives, here or in the table of the orders; None when there is none."""
    inner = derivation.take if isinstance(derivation, Lookup) else derivation
    return inner if isinstance(inner, Marked) and not inner.prefix else None
