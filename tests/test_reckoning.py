from __future__ import annotations

import datetime as dt

import pytest

from custrata.reckoning import CALENDAR, WEEKDAYS, Reckoning

DAYS = [dt.date(2024, 1, 1) + dt.timedelta(days) for days in range(0, 800, 13)]


def test_without_a_setting_a_year_is_the_calendars():
    assert Reckoning.of({}) == CALENDAR
    assert all(CALENDAR.year(day) == day.year for day in DAYS)
    assert all(CALENDAR.said(day) == CALENDAR.beside(day) == "" for day in DAYS)
    assert CALENDAR.label(dt.date(2024, 4, 1), "year") == "2024"
    assert CALENDAR.label(dt.date(2024, 4, 1), "month") == "2024-04"


@pytest.mark.parametrize("starts", range(2, 13))
def test_a_fiscal_year_begins_on_its_month_and_is_named_after_the_year_in_which_it_ends(starts):
    reckoning = Reckoning.of({"fiscal_year_start": starts})
    first = dt.date(2025, starts, 1)
    before = first - dt.timedelta(1)
    assert (reckoning.year(before), reckoning.quarter(before)) == (2025, 4)
    assert (reckoning.year(first), reckoning.quarter(first)) == (2026, 1)
    assert reckoning.label(first, "year") == "FY2026"
    assert reckoning.beside(first) == " (Q1 FY2026)"
    assert reckoning.said(None) == ""
    assert reckoning.beside(None) == ""


@pytest.mark.parametrize("starts", range(2, 13))
def test_a_fiscal_label_never_reads_like_one_of_the_calendar(starts):
    for dimension in ("quarter", "year"):
        fiscal = {Reckoning(starts).label(day, dimension) for day in DAYS}
        assert not fiscal & {CALENDAR.label(day, dimension) for day in DAYS}


@pytest.mark.parametrize("starts", range(1, 13))
def test_a_year_closes_in_its_last_month_on_the_day_or_after(starts):
    reckoning = Reckoning(starts)
    for day in DAYS:
        closing = reckoning.closing(day)
        assert 0 <= (closing - day).days <= 366
        assert (closing.day, reckoning.quarter(closing)) == (1, 4)
        following = (closing.replace(day=28) + dt.timedelta(4)).replace(day=1)
        assert reckoning.year(following) == reckoning.year(closing) + 1


@pytest.mark.parametrize(("starts", "number"), WEEKDAYS.items())
def test_a_week_begins_on_its_day_and_within_a_week(starts, number):
    reckoning = Reckoning.of({"week_start": starts})
    for day in DAYS:
        ahead = reckoning.days_to_week(day)
        assert 0 <= ahead <= 6
        assert (day + dt.timedelta(ahead)).weekday() == number
    assert CALENDAR.week_starts == "monday"


def test_one_function_spells_a_day_with_its_fiscal_quarter():
    assert Reckoning(4).spelled(dt.date(2026, 3, 9)) == "9 Mar 2026 (Q4 FY2026)"
    assert CALENDAR.spelled(dt.date(2026, 3, 9)) == "9 Mar 2026"


def test_the_last_week_there_is_has_no_next_one():
    assert CALENDAR.next_week(dt.date.max) == dt.date.max
