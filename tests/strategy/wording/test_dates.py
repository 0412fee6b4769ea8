from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from custrata.strategy.wording.dates import days_later, falls_on, months_later

days = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))


def test_months_later_keeps_the_day_where_the_month_has_it():
    assert months_later(dt.date(2025, 12, 31), 2) == dt.date(2026, 2, 28)
    assert months_later(dt.date(2025, 11, 15), 1) == dt.date(2025, 12, 15)
    assert months_later(dt.date(2025, 12, 15), 12) == dt.date(2026, 12, 15)


@given(days, st.integers(0, 120))
def test_so_many_months_later_is_in_that_month(day, months):
    after = months_later(day, months)
    assert (after.year - day.year) * 12 + after.month - day.month == months
    assert after.day <= day.day


@given(st.dates(), st.integers(-(10**9), 10**9))
def test_no_day_lies_beyond_the_calendar(day, many):
    for later in (months_later, days_later):
        after = later(day, many)
        assert (after >= day) if many >= 0 else (after <= day)


def test_a_day_that_is_named_wins_over_months_counted():
    named, start = dt.date(2026, 3, 2), dt.date(2026, 1, 1)
    assert falls_on(named, 5, start) == named
    assert falls_on(None, 5, start) == dt.date(2026, 6, 1)
    assert falls_on(None, None, start) is None
    assert falls_on(None, 5, None) is None
