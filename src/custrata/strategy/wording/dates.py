"""Days that are named, or counted in months from a start."""

from __future__ import annotations

import datetime as dt


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last day of that month.

    Example:
        >>> months_later(dt.date(2026, 1, 31), 1)
        datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(dt.date(year, month + 1, 1) + dt.timedelta(days=day.day - 1), following - dt.timedelta(days=1))


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
