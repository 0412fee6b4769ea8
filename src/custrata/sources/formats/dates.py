"""Dates and instants written as text: which pattern a column follows, and how to parse it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from custrata.sources.formats.builtins import in_zone, parsed_at, since_1970

ISO = "iso"
EPOCH_SECONDS = "epoch seconds"
EPOCH_MILLISECONDS = "epoch milliseconds"
DAY_FIRST = "day first"
MONTH_FIRST = "month first"

_TIME = r"(?:[ T]\d{1,2}:\d{2}(:\d{2}(?:\.\d+)?)?)?"
_ISO = re.compile(rf"^\d{{4}}-\d{{1,2}}-\d{{1,2}}{_TIME}\s*(?:Z|UTC|[+-]\d{{2}}:?\d{{0,2}})?$")
_YEAR_SLASH = re.compile(rf"^\d{{4}}/\d{{1,2}}/\d{{1,2}}{_TIME}$")
_COMPACT = re.compile(r"^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")
_MONTH_ONLY = re.compile(r"^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$")
_PARTS = re.compile(
    r"^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4}|\d{2})([ T]\d{1,2}:\d{2}(:\d{2})?)?(?: ?([AaPp][Mm]))?$"
)
_NAMED = (
    (re.compile(r"^\d{1,2}-[A-Za-z]{3}-\d{4}$"), "%d-%b-%Y"),
    (re.compile(r"^\d{1,2}-[A-Za-z]{3}-\d{2}$"), "%d-%b-%y"),
    (re.compile(r"^\d{1,2} [A-Za-z]{3} \d{4}$"), "%d %b %Y"),
    (re.compile(r"^\d{1,2} [A-Za-z]{4,9} \d{4}$"), "%d %B %Y"),
    (re.compile(r"^[A-Za-z]{3} \d{1,2}, \d{4}$"), "%b %d, %Y"),
    (re.compile(r"^[A-Za-z]{4,9} \d{1,2}, \d{4}$"), "%B %d, %Y"),
    (re.compile(r"^[A-Za-z]{3} \d{4}$"), "%b %Y"),
    (re.compile(r"^[A-Za-z]{3}-\d{2}$"), "%b-%y"),
)


def pattern_of(text: str, order: str = "") -> str | None:
    """The pattern that one value follows; None when it is no date.

    Args:
        text: The value.
        order: ``day first`` or ``month first`` for values such as 03/04/2020; empty lets the value say it,
            and an undecidable value is given as ``?`` with its separator and what follows.

    Example:
        >>> pattern_of("11/9/2022"), pattern_of("2022-11-09"), pattern_of("25.12.2022")
        ('?/%Y', 'iso', '%d.%m.%Y')
    """
    text = text.strip()
    if _ISO.match(text):
        return ISO
    if _YEAR_SLASH.match(text):
        return "%Y/%m/%d" + _time_pattern(text)
    if _COMPACT.match(text):
        return "%Y%m%d"
    if _MONTH_ONLY.match(text):
        return "%Y-%m"
    parts = _PARTS.match(text)
    if parts:
        return _of_parts(parts, order)
    return next((pattern for shape, pattern in _NAMED if shape.match(text)), None)


def _time_pattern(text: str) -> str:
    marks = text.count(":")
    lead = "T" if "T" in text else " "
    return "" if not marks else f"{lead}%H:%M" + (":%S" if marks == 2 else "")


def _of_parts(parts: re.Match[str], order: str) -> str | None:
    first, mark, second, year = int(parts[1]), parts[2], int(parts[3]), parts[4]
    time = (
        ""
        if not parts[5]
        else parts[5][0] + ("%I" if parts[7] else "%H") + ":%M" + (":%S" if parts[6] else "")
    )
    time += " %p" if parts[7] else ""
    tail = f"{mark}{'%Y' if len(year) == 4 else '%y'}{time}"
    if max(first, second) > 31 or min(first, second) > 12:
        return None
    if order == DAY_FIRST or first > 12 or mark == ".":
        return f"%d{mark}%m{tail}"
    if order == MONTH_FIRST or second > 12:
        return f"%m{mark}%d{tail}"
    return f"?{tail}"


def ordered(pattern: str, order: str) -> str:
    """A pattern with its open order of day and month filled in.

    Example:
        >>> ordered("?/%Y %H:%M", "day first")
        '%d/%m/%Y %H:%M'
    """
    if not pattern.startswith("?"):
        return pattern
    mark = pattern[1]
    return (f"%d{mark}%m" if order == DAY_FIRST else f"%m{mark}%d") + pattern[1:]


def epoch_of(low: float, high: float) -> str | None:
    """Whether whole numbers between two bounds can be instants of 1990 to 2100, and in which unit."""
    for unit, scale in ((EPOCH_SECONDS, 1), (EPOCH_MILLISECONDS, 1000)):
        if 631_152_000 * scale <= low and high <= 4_102_444_800 * scale:
            return unit
    return None


def as_instant(column: ir.Value, patterns: Sequence[str] = ()) -> ir.TimestampValue:
    """A column as a UTC instant; null where it gives none.

    Args:
        column: Text, number, date or timestamp.
        patterns: Patterns to try in turn; empty means ISO.
    """
    kind = column.type()
    if kind.is_timestamp():
        return column.cast("timestamp")
    if kind.is_date():
        return column.cast("timestamp")
    if kind.is_numeric() and any(p.startswith("epoch") for p in patterns):
        return _from_epoch(column.cast("int64"), patterns[0])
    text = column.cast("string").strip()
    tries = [_parse(text, pattern) for pattern in patterns or (ISO,)]
    return tries[0] if len(tries) == 1 else ibis.coalesce(*tries)


def as_day(column: ir.Value, patterns: Sequence[str] = ()) -> ir.DateValue:
    """A column as a day; null where it gives none."""
    if column.type().is_date():
        return column
    return as_instant(column, patterns).cast("date")


def _from_epoch(number: ir.IntegerValue, pattern: str) -> ir.TimestampValue:
    return since_1970(number * (1_000 if pattern == EPOCH_MILLISECONDS else 1_000_000))


def _parse(text: ir.StringValue, pattern: str) -> ir.TimestampValue:
    if pattern == ISO:
        tight = text.re_replace(r"\s+([+-]\d{2}):?(\d{2})$", r"\1:\2")
        with_offset = in_zone("UTC", tight.try_cast("timestamp('UTC')"))
        return ibis.ifelse(has_offset(text), with_offset, text.try_cast("timestamp"))
    if pattern.startswith("epoch"):
        return _from_epoch(text.try_cast("int64"), pattern)
    return parsed_at(text, pattern)


def has_offset(text: ir.StringValue) -> ir.BooleanValue:
    """Whether a text ends with Z, UTC or an offset after a time."""
    return text.re_search(r":\d{2}(\.\d+)?\s*(Z|UTC|[+-]\d{2}(:?\d{2})?)$")
