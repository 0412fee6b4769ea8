"""Days that are named, or counted in months from a start."""

from __future__ import annotations

import calendar
import datetime as dt


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of that month; no day lies beyond the calendar.

    Example:
        >>> months_later(dt.date(2026, 1, 31), 1)
        datetime.date(2026, 2, 28)
        >>> months_later(dt.date(2026, 1, 31), 1_000_000)
        datetime.date(9999, 12, 31)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return dt.date.max if months > 0 else dt.date.min
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_later(day: dt.date, days: int) -> dt.date:
    """The day so many days later; no day lies beyond the calendar.

    Example:
        >>> days_later(dt.date(2026, 1, 31), 1), days_later(dt.date(9999, 12, 30), 7)
        (datetime.date(2026, 2, 1), datetime.date(9999, 12, 31))
    """
    return dt.date.fromordinal(max(1, min(day.toordinal() + days, dt.date.max.toordinal())))


def falls_on(on: dt.date | None, in_months: int | None, start: dt.date | None) -> dt.date | None:
    """The day that a part names, or else the day so many months after a start; None without either.

    Args:
        on: The day itself, which wins.
        in_months: Months from the start.
        start: First day of the horizon.

    Example:
        >>> falls_on(None, 2, dt.date(2026, 12, 31))
        datetime.date(2027, 2, 28)
        >>> falls_on(None, 2, None) is None
        True
    """
    if on is not None or in_months is None or start is None:
        return on
    return months_later(start, in_months)
