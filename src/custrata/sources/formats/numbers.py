"""Numbers written as text: which decimal mark a column uses, and how to parse it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

import ibis
import ibis.expr.types as ir

POINT = "point"
COMMA = "comma"

_DRESS = r"(?i)[\s  '’_$€£¥₹%]|\b(?:usd|eur|gbp|chf|inr|jpy|aud|cad)\b|^r\$|kr\.?$"
_BARE = re.compile(_DRESS)
_PLAIN = re.compile(r"^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$|^[+-]?\.\d+$")
_POINT = re.compile(r"^[+-]?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$")
_COMMA = re.compile(r"^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)$|^[+-]?\d{1,3}(?:\.\d{3}){2,}$")
# Groups of three (or of two, as in 1,23,456) count; a lone 12,5 in a column of points is no 125.
_WELL_FORMED = {
    POINT: r"^[+-]?(\d{1,3}(,\d{2,3})*,\d{3}|\d*)(\.\d*)?([eE][+-]?\d+)?$",
    COMMA: r"^[+-]?(\d{1,3}(\.\d{3})+|\d*)(,\d*)?([eE][+-]?\d+)?$",
}
_MISSING = frozenset(
    {"", "-", "--", "—", "–", "na", "n/a", "nan", "null", "none", "nil", "#n/a", "?", "unknown"}
)


def is_missing(text: str) -> bool:
    """Whether a value says that there is none."""
    return text.strip().lower() in _MISSING


def bare(text: str) -> str:
    """A number without currency, blanks and percent sign; brackets and a trailing minus mean negative."""
    text = _BARE.sub("", text.strip().replace("−", "-"))
    if text.startswith("(") and text.endswith(")"):
        return "-" + text[1:-1]
    return "-" + text[:-1] if text.endswith("-") and len(text) > 1 else text


def mark_of(texts: Iterable[str]) -> str | None:
    """The decimal mark of a column: ``point`` or ``comma``; None when most values are no numbers.

    Example:
        >>> mark_of(["1.234,56", "12,5"]), mark_of(["1,234.56", "(12.00)"]), mark_of(["abc"])
        ('comma', 'point', None)
    """
    values = [bare(t) for t in texts if not is_missing(t)]
    point = sum(1 for v in values if _PLAIN.match(v) or _POINT.match(v))
    comma = sum(1 for v in values if _COMMA.match(v) or re.fullmatch(r"[+-]?\d+", v))
    if not values or max(point, comma) < 0.8 * len(values):
        return None
    return COMMA if comma > point else POINT


def number_of(text: str, mark: str = POINT) -> float | None:
    """One value as a number; None when it is none, or is written in the other mark."""
    value = bare(text)
    if not re.match(_WELL_FORMED[mark], value, re.ASCII):
        return None
    try:
        number = float(_with_point(value, mark))
    except ValueError:
        return None
    return number / (100 if "%" in text else 1) if math.isfinite(number) else None


def _with_point(value: str, mark: str) -> str:
    return value.replace(".", "").replace(",", ".") if mark == COMMA else value.replace(",", "")


def as_number(column: ir.Value, mark: str = POINT) -> ir.DecimalValue:
    """A column as an exact decimal with six places; null where it gives none.

    Args:
        column: Text or number.
        mark: ``point`` or ``comma``, the decimal mark of text.
    """
    if column.type().is_numeric() or column.type().is_boolean():
        number = column.cast("int64") if column.type().is_boolean() else column
        return number.try_cast("decimal(18, 6)")
    text = column.cast("string")
    if mark == POINT:
        return ibis.coalesce(text.strip().try_cast("decimal(18, 6)"), _dressed(text, mark))
    return _dressed(text, mark)


def _dressed(text: ir.StringValue, mark: str) -> ir.DecimalValue:
    value = text.strip().replace("−", "-").re_replace(_DRESS, "")
    value = value.re_replace(r"^\((.*)\)$", r"-\1").re_replace(r"^(.+)-$", r"-\1")
    well_formed = ibis.ifelse(value.re_search(_WELL_FORMED[mark]), value, ibis.null("string"))
    pointed = (
        well_formed.replace(".", "").replace(",", ".") if mark == COMMA else well_formed.replace(",", "")
    )
    number = pointed.try_cast("decimal(18, 6)")
    return ibis.ifelse(text.contains("%"), (number / 100).try_cast("decimal(18, 6)"), number)
