"""From when, how far ahead and at what discount a customer's value is counted."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, replace

from custrata.settings import ValueRules

DAYS_A_YEAR = 365.25
"""A year of the calendar, leap years counted; a month is a twelfth of it."""

NEXT_YEAR_DAYS = 365.0
"""How far ahead expected orders and revenue look."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a lifetime value.

    Attributes:
        as_of: The day from which it is counted.
        horizon_months: Months that it looks ahead, at least 1.
        discount_rate: What money a year later is worth less, as a share a year.

    Example:
        >>> print(Terms(dt.date(2024, 1, 1), 36, 0.1))
        from 2024-01-01, 36 months ahead, discounted at 10% a year
    """

    as_of: dt.date
    horizon_months: int
    discount_rate: float

    @classmethod
    def of(cls, as_of: dt.date, rules: ValueRules) -> Terms:
        """The terms that the settings say."""
        return cls(as_of, rules.horizon_months, rules.discount_rate)

    def no_further_than(self, days: float) -> Terms:
        """The same terms with a horizon of so many days at most, in whole months, at least one.

        Example:
            >>> Terms(dt.date(2024, 1, 1), 36, 0.1).no_further_than(187).horizon_months
            6
        """
        months = max(1, int(days * 12 / DAYS_A_YEAR + 0.02))
        return replace(self, horizon_months=min(self.horizon_months, months))

    @property
    def horizon_days(self) -> float:
        """The horizon in days."""
        return self.horizon_months * DAYS_A_YEAR / 12

    @property
    def daily_rate(self) -> float:
        """The continuous discount rate a day.

        Example:
            >>> round(Terms(dt.date(2024, 1, 1), 36, 0.1).daily_rate * 365.25, 6)
            0.09531
        """
        return math.log1p(self.discount_rate) / DAYS_A_YEAR

    @property
    def monthly_rate(self) -> float:
        """The continuous discount rate a month."""
        return math.log1p(self.discount_rate) / 12

    def annuity_days(self, days: float | None = None) -> float:
        """What one a day is worth today, paid up to the horizon or for so many days.

        Example:
            >>> Terms(dt.date(2024, 1, 1), 12, 0.0).annuity_days()
            365.25
        """
        length = self.horizon_days if days is None else days
        rate = self.daily_rate
        return length if rate == 0 else -math.expm1(-rate * length) / rate

    @property
    def ahead(self) -> str:
        """Horizon and discount, in short."""
        months = "1 month" if self.horizon_months == 1 else f"{self.horizon_months} months"
        return f"{months} ahead, discounted at {self.discount_rate * 100:.4g}% a year"

    def __str__(self) -> str:
        return f"from {self.as_of}, {self.ahead}"
