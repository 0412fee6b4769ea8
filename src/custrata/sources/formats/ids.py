"""Ids as text, whatever type the source gave them."""

from __future__ import annotations

from functools import reduce
from operator import or_

import ibis
import ibis.expr.types as ir

_MISSING = ("", "null", "none", "nan", "n/a", "#n/a", "na")
_LONGEST_MISSING = max(len(word) for word in _MISSING)


def as_id(column: ir.Value) -> ir.StringValue:
    """A column as an id: trimmed text, 17850.0 as 17850, null where it is blank."""
    kind = column.type()
    if kind.is_floating():
        column = ibis.ifelse(column.isnan() | column.isinf(), ibis.null(kind), column)
    if kind.is_floating() or kind.is_decimal():
        whole = column.try_cast("int64")
        return ibis.ifelse(whole.cast(kind) == column, whole.cast("string"), column.cast("string"))
    if not kind.is_string():
        return column.cast("string")
    text = column.strip()
    # Patterns are slow: only a text that may be a whole number with a point, or is as short as a word for
    # nothing, is looked at closely.
    text = ibis.ifelse(text.endswith("0") & text.contains("."), text.re_replace(r"^(\d+)\.0+$", r"\1"), text)
    # One by one: a list of words is looked up by a join, for every row and not only for the short ones.
    nothing = reduce(or_, (text.lower() == word for word in _MISSING))
    missing = (text.length() <= _LONGEST_MISSING) & nothing
    return ibis.ifelse(missing, ibis.null("string"), text)


def as_text(column: ir.Value) -> ir.StringValue:
    """A column as trimmed text, null where it is blank."""
    return column.cast("string").strip().nullif("")
