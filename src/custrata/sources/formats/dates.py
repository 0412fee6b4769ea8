"""Dates and instants written as text: which pattern a column follows, and how to parse it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import ibis
import ibis.expr.types as ir

from custrata.sources.formats.builtins import in_zone, parsed_at, since_1970

ISO = "iso"
EPOCH_SECONDS = "epoch seconds"
EPOCH_MILLISECONDS = "epoch milliseconds"
DAY_FIRST = "day first"
MONTH_FIRST = "month first"

_CLOCK = r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?"
_ZONE = r"(?:Z|UTC|[+-]\d{2}(?::?\d{2})?)"
_ISO = re.compile(rf"^\d{{4}}-\d{{1,2}}-\d{{1,2}}(?:{_CLOCK}\s*{_ZONE}?)?$")
_YEAR_SLASH = re.compile(rf"^\d{{4}}/\d{{1,2}}/\d{{1,2}}(?:{_CLOCK})?$")
_COMPACT = re.compile(r"^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$")
_MONTH_ONLY = re.compile(r"^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$")
_PARTS = re.compile(
    r"^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})([ T]\d{1,2}:\d{2}(:\d{2})?)?(?:( ?)([AaPp][Mm]))?$"
)
# The names are spelled out: ABC-12 and Pro 2024 are codes, not months.
_SHORT = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_LONG = r"(?i:january|february|march|april|june|july|august|september|october|november|december)"
_NAMED = tuple(
    (re.compile(f"^{shape}$"), pattern)
    for shape, pattern in (
        (rf"\d{{1,2}}-{_SHORT}-\d{{4}}", "%d-%b-%Y"),
        (rf"\d{{1,2}}-{_SHORT}-\d{{2}}", "%d-%b-%y"),
        (rf"\d{{1,2}} {_SHORT} \d{{4}}", "%d %b %Y"),
        (rf"\d{{1,2}} {_LONG} \d{{4}}", "%d %B %Y"),
        (rf"{_SHORT} \d{{1,2}}, \d{{4}}", "%b %d, %Y"),
        (rf"{_LONG} \d{{1,2}}, \d{{4}}", "%B %d, %Y"),
        (rf"{_SHORT} \d{{4}}", "%b %Y"),
        (rf"{_SHORT}-\d{{2}}", "%b-%y"),
    )
)
_FIELDS = re.compile(r"(?:[^%]|%%|%-?[dmHIMSjy]|%[YbBhfpaA])*")
_FIRST_SECOND, _LAST_SECOND = -62_135_596_800, 253_402_300_799
"""Seconds since 1970 at the ends of the years 1 and 9999; a number beyond is no instant."""

_FIRST_DAY, _LAST_DAY = "1800-01-01", "2199-12-31"
"""Days of a company. A day beyond is a slip of the pen (0203-05-01) or stands for no day (9999-12-31), and
would stretch every history over thousands of years."""


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
    seconds = (":%S.%f" if "." in text else ":%S") if marks == 2 else ""
    return "" if not marks else f"{lead}%H:%M{seconds}"


def _of_parts(parts: re.Match[str], order: str) -> str | None:
    first, mark, second, year = int(parts[1]), parts[2], int(parts[3]), parts[4]
    time = (
        ""
        if not parts[5]
        else parts[5][0] + ("%I" if parts[8] else "%H") + ":%M" + (":%S" if parts[6] else "")
    )
    time += f"{parts[7]}%p" if parts[8] else ""
    tail = f"{mark}{'%Y' if len(year) == 4 else '%y'}{time}"
    if max(first, second) > 31 or not 1 <= min(first, second) <= 12:
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


_DAY_AND_MONTH = re.compile(r"^%(?:d([/.-])%m|m([/.-])%d)(?=[/.-])")


def slashed(pattern: str, order: str) -> str:
    """A pattern with day and month in an order, where slashes or dashes leave both possible.

    A day and month with points stand as they are: nobody writes the month first there.

    Example:
        >>> slashed("%m/%d/%Y %H:%M", "day first"), slashed("%d.%m.%Y", "month first")
        ('%d/%m/%Y %H:%M', '%d.%m.%Y')
    """
    found = _DAY_AND_MONTH.match(pattern)
    mark = (found[1] or found[2]) if found else "."
    return ordered(f"?{pattern[5:]}" if mark != "." else pattern, order)


def swapped(patterns: Sequence[str]) -> tuple[str, ...]:
    """The patterns of numbers for day and month, with these two the other way round.

    Example:
        >>> swapped(("iso", "%d/%m/%Y", "%d %b %Y"))
        ('%m/%d/%Y',)
    """
    found = ((p, _DAY_AND_MONTH.match(p)) for p in patterns)
    turned = (f"%{p[4]}{p[2]}%{p[1]}{p[5:]}" for p, day_and_month in found if day_and_month)
    return tuple(t for t in turned if t not in patterns)


def is_pattern(text: str) -> bool:
    """Whether a text is a pattern that ``as_instant`` can follow.

    Example:
        >>> is_pattern("%d.%m.%Y %H:%M"), is_pattern("iso"), is_pattern("%Q"), is_pattern("dd.mm.yyyy")
        (True, True, False, False)
    """
    if text in (ISO, EPOCH_SECONDS, EPOCH_MILLISECONDS):
        return True
    dated = "%Y" in text or "%y" in text
    return dated and not text.startswith("?") and bool(_FIELDS.fullmatch(text))


def epoch_of(low: float, high: float) -> str | None:
    """Whether whole numbers between two bounds can be instants of 1990 to 2100, and in which unit."""
    for unit, scale in ((EPOCH_SECONDS, 1), (EPOCH_MILLISECONDS, 1000)):
        if 631_152_000 * scale <= low and high <= 4_102_444_800 * scale:
            return unit
    return None


def as_instant(column: ir.Value, patterns: Sequence[str] = ()) -> ir.TimestampValue:
    """A column as a UTC instant; null where it gives none, or none of the years 1800 to 2199.

    Args:
        column: Text, number, date or timestamp.
        patterns: Patterns to try in turn; empty means ISO.
    """
    kind = column.type()
    if kind.is_timestamp() or kind.is_date():
        return _sensible(column.cast("timestamp"))
    units = [pattern for pattern in patterns if pattern.startswith("epoch")]
    if kind.is_numeric() and units:
        return _sensible(_first(_from_epoch(column.try_cast("int64"), unit) for unit in units))
    text = column.cast("string").strip()
    return _sensible(_first(_parse(text, pattern) for pattern in patterns or (ISO,)))


def _sensible(found: ir.TimestampValue) -> ir.TimestampValue:
    known = found.between(ibis.timestamp(_FIRST_DAY), ibis.timestamp(f"{_LAST_DAY} 23:59:59.999999"))
    return ibis.ifelse(known, found, ibis.null("timestamp"))


def _first(tries: Iterable[ir.TimestampValue]) -> ir.TimestampValue:
    values = list(tries)
    return values[0] if len(values) == 1 else ibis.coalesce(*values)


def as_day(column: ir.Value, patterns: Sequence[str] = ()) -> ir.DateValue:
    """A column as a day; null where it gives none, or none of the years 1800 to 2199."""
    if column.type().is_date():
        known = column.between(ibis.date(_FIRST_DAY), ibis.date(_LAST_DAY))
        return ibis.ifelse(known, column, ibis.null("date"))
    return as_instant(column, patterns).cast("date")


def in_other_order(column: ir.Value, patterns: Sequence[str]) -> ir.BooleanValue:
    """Whether a text is a date once day and month of the patterns change places.

    Args:
        column: Text that the patterns themselves do not read.
        patterns: At least one with numbers for day and month.
    """
    return as_instant(column, swapped(patterns)).notnull()


def _from_epoch(number: ir.IntegerValue, pattern: str) -> ir.TimestampValue:
    scale = 1_000 if pattern == EPOCH_MILLISECONDS else 1
    known = ibis.ifelse(
        number.between(_FIRST_SECOND * scale, _LAST_SECOND * scale), number, ibis.null("int64")
    )
    return since_1970(known * (1_000_000 // scale))


def _parse(text: ir.StringValue, pattern: str) -> ir.TimestampValue:
    if pattern == ISO:
        return ibis.ifelse(has_offset(text), _in_utc(text), text.try_cast("timestamp"))
    if pattern.startswith("epoch"):
        return _from_epoch(text.try_cast("int64"), pattern)
    return parsed_at(text, pattern)


def _in_utc(text: ir.StringValue) -> ir.TimestampValue:
    timed = text.re_replace(rf"([ T]\d{{1,2}}:\d{{2}})\s*({_ZONE})$", r"\1:00\2")
    tight = timed.re_replace(r"\s+([+-]\d{2}):?(\d{2})$", r"\1:\2")
    return in_zone("UTC", tight.try_cast("timestamp('UTC')"))


def has_offset(text: ir.StringValue) -> ir.BooleanValue:
    """Whether a text ends with Z, UTC or an offset after a time."""
    return text.re_search(r":\d{2}(\.\d+)?\s*(Z|UTC|[+-]\d{2}(:?\d{2})?)$")
