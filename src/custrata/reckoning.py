"""How a company reckons time: in which month its year begins, and on which day its week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WEEKDAYS = {"monday": 0, "saturday": 5, "sunday": 6}
"""Days on which a week may begin, with their numbers in Python's."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_SOONEST_WEEK = 3
"""Days between two weekly meetings at the least: who met late in a week does not meet again at once."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How a company reckons time.

    A fiscal year bears the number of the calendar year in which it ends.

    Attributes:
        year_starts: Month (1 to 12) in which the year begins.
        week_starts: Day on which the week begins: a key of :data:`WEEKDAYS`.
    """

    year_starts: int = 1
    week_starts: str = "monday"

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Reckoning:
        """What the settings of a build say.

        Args:
            settings: As the manifest of a snapshot keeps them.
        """
        return cls(int(settings.get("fiscal_year_start", 1)), str(settings.get("week_start", "monday")))

    @property
    def ahead(self) -> int:
        """Months by which the fiscal year is ahead of the calendar: 0 where both are one."""
        return (13 - self.year_starts) % 12

    def year(self, day: dt.date) -> int:
        """Number of the fiscal year in which a day lies."""
        return (day.year * 12 + day.month - 1 + self.ahead) // 12

    def quarter(self, day: dt.date) -> int:
        """Number (1 to 4) of its quarter."""
        return (day.month - 1 + self.ahead) % 12 // 3 + 1

    def label(self, day: dt.date, dimension: str) -> str:
        """The label of a day among readings: by month, quarter or year.

        A fiscal label never reads like one of the calendar, so that a claim bound to the one is not taken for
        the other.

        Args:
            day: The day.
            dimension: ``month``, ``quarter`` or ``year``.

        Example:
            >>> october = dt.date(2025, 10, 3)
            >>> Reckoning().label(october, "quarter"), Reckoning(4).label(october, "quarter")
            ('2025-Q4', 'FY2026-Q3')
        """
        if dimension == "month":
            return f"{day.year:04}-{day.month:02}"
        year = f"{'FY' if self.ahead else ''}{self.year(day):04}"
        return year if dimension == "year" else f"{year}-Q{self.quarter(day)}"

    def said(self, day: dt.date | None) -> str:
        """The fiscal quarter of a day in words; empty without a day, or where the year is the calendar's.

        Args:
            day: The day.

        Example:
            >>> Reckoning(4).said(dt.date(2025, 12, 31)), Reckoning().said(dt.date(2025, 12, 31))
            ('Q3 FY2026', '')
        """
        return f"Q{self.quarter(day)} FY{self.year(day)}" if day is not None and self.ahead else ""

    def beside(self, day: dt.date | None) -> str:
        """The same in brackets, to stand behind a written day."""
        return f" ({said})" if (said := self.said(day)) else ""

    def spelled(self, day: dt.date) -> str:
        """A day as readers write it, with its fiscal quarter where the year is not the calendar's.

        Args:
            day: The day.

        Example:
            >>> Reckoning(4).spelled(dt.date(2025, 12, 31)), Reckoning().spelled(dt.date(2025, 12, 31))
            ('31 Dec 2025 (Q3 FY2026)', '31 Dec 2025')
        """
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}{self.beside(day)}"

    def next_week(self, day: dt.date) -> dt.date:
        """The first day of the week after a day; of the one after that where it is less than three days off.

        Example:
            >>> wednesday, sunday = dt.date(2026, 3, 4), dt.date(2026, 3, 8)
            >>> Reckoning().next_week(wednesday), Reckoning().next_week(sunday)
            (datetime.date(2026, 3, 9), datetime.date(2026, 3, 16))
        """
        try:
            soonest = day + dt.timedelta(days=_SOONEST_WEEK)
            return soonest + dt.timedelta(days=self.days_to_week(soonest))
        except OverflowError:
            return dt.date.max

    def days_to_week(self, day: dt.date) -> int:
        """Days until a week begins: 0 on its first day, at most 6.

        Example:
            >>> wednesday = dt.date(2026, 3, 4)
            >>> Reckoning().days_to_week(wednesday), Reckoning(1, "sunday").days_to_week(wednesday)
            (5, 4)
        """
        return (WEEKDAYS[self.week_starts] - day.weekday()) % 7

    def closing(self, day: dt.date) -> dt.date:
        """The first day, from a day on, of a last month of a fiscal year: when a year is looked back on.

        Example:
            >>> Reckoning(4).closing(dt.date(2025, 5, 5)), Reckoning(4).closing(dt.date(2026, 3, 2))
            (datetime.date(2026, 3, 1), datetime.date(2027, 3, 1))
        """
        month = (self.year_starts - 2) % 12 + 1
        year = day.year if day <= dt.date(day.year, month, 1) else day.year + 1
        return dt.date(min(year, dt.MAXYEAR), month, 1)


CALENDAR = Reckoning()
"""The reckoning of the calendar."""
