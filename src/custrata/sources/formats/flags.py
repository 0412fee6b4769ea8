"""Yes and no, in the words that files use."""

from __future__ import annotations

from collections.abc import Iterable

import ibis
import ibis.expr.types as ir

YES = ("yes", "y", "true", "t", "1", "1.0", "ja", "oui", "si", "sí", "x", "on")
NO = ("no", "n", "false", "f", "0", "0.0", "nein", "non", "off")


def is_flag(texts: Iterable[str]) -> bool:
    """Whether a column's values all say yes or no.

    Example:
        >>> is_flag(["Yes", "No"]), is_flag(["0", "1"]), is_flag(["1", "2"])
        (True, True, False)
    """
    values = {t.strip().lower() for t in texts}
    return bool(values) and len(values) <= 4 and values <= {*YES, *NO}


def as_flag(column: ir.Value) -> ir.BooleanValue:
    """A column as yes or no; null where it says neither."""
    if column.type().is_boolean():
        return column
    if column.type().is_numeric():
        return ibis.cases((column == 1, True), (column == 0, False), else_=ibis.null("boolean"))
    text = column.cast("string").strip().lower()
    return ibis.cases((text.isin(YES), True), (text.isin(NO), False), else_=ibis.null("boolean"))
