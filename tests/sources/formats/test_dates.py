"""Dates in text: the pattern a value shows, and the instant in UTC that it gives, or nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.sources.formats.dates import (
    DAY_FIRST,
    EPOCH_MILLISECONDS,
    EPOCH_SECONDS,
    MONTH_FIRST,
    as_day,
    as_instant,
    epoch_of,
    in_other_order,
    is_pattern,
    ordered,
    pattern_of,
    slashed,
    swapped,
)

at = dt.datetime.fromisoformat


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("2016-11-08", "iso"),
        ("2016-11-08T10:00:00.5Z", "iso"),
        ("2024-01-10 10:00:00 +0000", "iso"),
        ("20161108", "%Y%m%d"),
        ("2016/11/08", "%Y/%m/%d"),
        ("2016-11", "%Y-%m"),
        ("25/12/2016", "%d/%m/%Y"),
        ("12/25/2016 3:15 PM", "%m/%d/%Y %I:%M %p"),
        ("1/2/16", "?/%y"),
        ("01.02.2016", "%d.%m.%Y"),
        ("3 March 2016", "%d %B %Y"),
        ("Mar 3, 2016", "%b %d, %Y"),
        ("99/99/2016", None),
        ("soon", None),
        ("12345678", None),
    ],
)
def test_a_value_names_its_pattern(text: str, pattern: str | None) -> None:
    assert pattern_of(text) == pattern


def test_an_open_order_is_filled_in_either_way() -> None:
    assert ordered("?-%y", DAY_FIRST) == "%d-%m-%y"
    assert ordered("?-%y", MONTH_FIRST) == "%m-%d-%y"
    assert ordered("iso", DAY_FIRST) == "iso"


def test_offsets_become_utc_and_nothing_else_moves(read) -> None:
    found = read(
        as_instant, "2020-01-01T10:00:00+02:00", "2020-01-01 10:00:00 +0130", "2020-01-01", "x", None
    )
    assert found == [at("2020-01-01T08:00"), at("2020-01-01T08:30"), at("2020-01-01"), None, None]


def test_patterns_are_tried_in_turn_and_impossible_days_are_nothing(read) -> None:
    found = read(lambda v: as_day(v, ("iso", "%d.%m.%Y")), "2020-03-01", "31.12.2020", "30.02.2020")
    assert found == [dt.date(2020, 3, 1), dt.date(2020, 12, 31), None]


def test_seconds_and_milliseconds_since_1970_are_instants(read) -> None:
    ten = at("2020-01-01T10:00")
    assert read(lambda v: as_instant(v, (EPOCH_SECONDS,)), "1577872800") == [ten]
    assert read(lambda v: as_instant(v, (EPOCH_MILLISECONDS,)), 1577872800000, kind="int64") == [ten]


def test_whole_numbers_are_instants_only_within_1990_to_2100() -> None:
    assert (epoch_of(1.6e9, 1.7e9), epoch_of(1.6e12, 1.7e12)) == (EPOCH_SECONDS, EPOCH_MILLISECONDS)
    assert [epoch_of(1, 2), epoch_of(1.6e9, 1.6e12), epoch_of(5e9, 6e9)] == [None] * 3


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2020-01-31", "2020-01-31"),
        ("2020-1-5", "2020-01-05"),
        ("2020-01-31T10:11:12.345678", "2020-01-31T10:11:12.345678"),
        ("2020-01-31T10:11:12Z", "2020-01-31T10:11:12"),
        ("2020-01-31 10:11:12 UTC", "2020-01-31T10:11:12"),
        ("2020-01-31T10:11:12+0200", "2020-01-31T08:11:12"),
        ("2020-01-31T23:30:00-05", "2020-02-01T04:30:00"),
        ("2020-01-31 10:11+02:00", "2020-01-31T08:11"),
        ("2020-01-31T10:11Z", "2020-01-31T10:11"),
        ("2020-01-31 10:11 +0000", "2020-01-31T10:11"),
        ("20200131", "2020-01-31"),
        ("2020-01", "2020-01-01"),
        ("2020/1/2", "2020-01-02"),
        ("2020/01/02T10:11:12", "2020-01-02T10:11:12"),
        ("2020/01/02 10:11:12.123", "2020-01-02T10:11:12.123"),
        ("25.12.22", "2022-12-25"),
        ("12/25/2022 10:11am", "2022-12-25T10:11"),
        ("25-12-2022 12:00 AM", "2022-12-25T00:00"),
        ("1-Jan-2020", "2020-01-01"),
        ("1-JAN-20", "2020-01-01"),
        ("5 february 2020", "2020-02-05"),
        ("September 9, 2020", "2020-09-09"),
        ("May 2020", "2020-05-01"),
        ("May-20", "2020-05-01"),
    ],
)
def test_a_value_that_names_its_pattern_is_read_by_it(read, text: str, instant: str) -> None:
    pattern = pattern_of(text)
    assert pattern is not None
    assert read(lambda v: as_instant(v, (pattern,)), text, f" {text} ") == [at(instant)] * 2


@pytest.mark.parametrize("text", ["03/04/2020", "3-4-20", "3/4/2020 1:11 PM", "03/04/2020 10:11:12"])
def test_a_day_that_could_be_a_month_waits_for_the_column(read, text: str) -> None:
    pattern = pattern_of(text) or ""
    assert pattern.startswith("?")
    days = [
        read(lambda v, o=order: as_day(v, (ordered(pattern, o),)), text) for order in (DAY_FIRST, MONTH_FIRST)
    ]
    assert days == [[dt.date(2020, 4, 3)], [dt.date(2020, 3, 4)]]
    assert [pattern_of(text, order) for order in (DAY_FIRST, MONTH_FIRST)] == [
        ordered(pattern, order) for order in (DAY_FIRST, MONTH_FIRST)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13/13/2020",
        "32/1/2020",
        "0/1/2020",
        "00.00.2020",
        "3/4-2020",
        "20201331",
        "2020-13",
        "2020-W05",
        "2020-01-31-05",
        "SKU-12",
        "Pro 2024",
        "ABC 1234",
        "12 fool 2020",
        "1-xyz-2020",
        "+49 30 1234",
    ],
)
def test_codes_and_days_that_cannot_be_are_no_dates(text: str) -> None:
    assert pattern_of(text) is None


def test_a_day_that_is_not_in_the_calendar_gives_nothing(read) -> None:
    assert read(as_instant, "2021-02-29", "2020-02-29", "2020-01-31 10:11:60", None) == [
        None,
        at("2020-02-29"),
        None,
        None,
    ]
    assert read(lambda v: as_instant(v, ("%d/%m/%Y",)), "31/04/2020", "30/04/2020") == [
        None,
        at("2020-04-30"),
    ]


def test_words_and_years_that_only_an_engine_knows_give_nothing(read) -> None:
    odd = ["infinity", "-infinity", "0000-01-01", "99999-01-01", "2020-01-31 (BC)"]
    assert read(as_instant, *odd) == [None] * len(odd)


def test_a_day_outside_the_years_of_companies_gives_nothing(read) -> None:
    days = ["0203-05-01", "1799-12-31", "1800-01-01", "2199-12-31", "2200-01-01", "9999-12-31"]
    kept = [None, None, dt.date(1800, 1, 1), dt.date(2199, 12, 31), None, None]
    assert read(as_day, *days) == kept
    assert read(as_day, *map(dt.date.fromisoformat, days), kind="date") == kept
    typed = [at(f"{d}T12:00:00") for d in days]
    assert [found is not None for found in read(as_instant, *typed, kind="timestamp")] == [
        day is not None for day in kept
    ]


def test_a_number_far_beyond_any_instant_gives_nothing(read) -> None:
    seconds, thousandths = (EPOCH_SECONDS,), (EPOCH_MILLISECONDS,)
    assert read(lambda v: as_instant(v, seconds), 1580465472, 2**62, -(2**62), kind="int64") == [
        at("2020-01-31T10:11:12"),
        None,
        None,
    ]
    assert read(lambda v: as_instant(v, thousandths), "1580465472123", "9" * 18, "9" * 30, "soon") == [
        at("2020-01-31T10:11:12.123"),
        None,
        None,
        None,
    ]
    assert read(
        lambda v: as_instant(v, seconds), 1580465472.0, float("nan"), float("inf"), kind="float64"
    ) == [
        at("2020-01-31T10:11:12"),
        None,
        None,
    ]


@pytest.mark.parametrize("kind", ["string", "int64"])
def test_seconds_and_milliseconds_may_stand_in_one_column(read, kind: str) -> None:
    values = [1580465472, 1580465472000] if kind == "int64" else ["1580465472", "1580465472000"]
    found = read(lambda v: as_instant(v, (EPOCH_SECONDS, EPOCH_MILLISECONDS)), *values, kind=kind)
    assert found == [at("2020-01-31T10:11:12")] * 2


def test_typed_days_and_instants_stay_as_they_are(read) -> None:
    assert read(as_day, dt.date(2020, 2, 29), None, kind="date") == [dt.date(2020, 2, 29), None]
    assert read(as_instant, dt.date(2020, 2, 29), kind="date") == [at("2020-02-29")]
    assert read(as_day, at("2020-02-29T23:59"), kind="timestamp") == [dt.date(2020, 2, 29)]


@given(st.dates(min_value=dt.date(1970, 1, 1), max_value=dt.date(2068, 12, 31)))
def test_a_day_past_the_twelfth_says_its_order_itself(day: dt.date) -> None:
    for written, order in (("%d/%m/%Y", DAY_FIRST), ("%m/%d/%Y", MONTH_FIRST)):
        found = pattern_of(day.strftime(written)) or ""
        assert found == (written if day.day > 12 else "?/%Y")
        assert dt.datetime.strptime(f"{day:{written}} +0000", f"{ordered(found, order)} %z").date() == day


@pytest.mark.parametrize("text", ["iso", "epoch seconds", "%d.%m.%Y", "%Y-%m-%dT%H:%M:%S.%f", "%-d/%-m/%y"])
def test_a_pattern_that_is_followed_by_the_engine_is_one(read, text: str) -> None:
    assert is_pattern(text)
    assert read(lambda v: as_instant(v, (text,)), "soon") == [None]


@pytest.mark.parametrize("text", ["", "%Q", "%", "%Y %", "%d.%m", "dd.mm.yyyy", "?/%Y", "day first"])
def test_what_no_engine_can_follow_is_no_pattern(text: str) -> None:
    assert not is_pattern(text)


def test_patterns_with_slashes_and_dashes_take_an_order_and_points_and_names_keep_theirs() -> None:
    patterns = ("?/%Y", "%d/%m/%Y", "%m-%d-%y %H:%M", "%d.%m.%Y", "%d-%b-%Y", "iso")
    assert [slashed(p, MONTH_FIRST) for p in patterns] == [
        "%m/%d/%Y", "%m/%d/%Y", "%m-%d-%y %H:%M", "%d.%m.%Y", "%d-%b-%Y", "iso",
    ]  # fmt: skip


def test_day_and_month_change_places_where_both_are_numbers() -> None:
    assert swapped(("iso", "%d.%m.%Y", "%m/%d/%y %H:%M", "%d %b %Y")) == ("%m.%d.%Y", "%d/%m/%y %H:%M")


def test_a_date_in_the_other_order_is_told_from_no_date(compute) -> None:
    found = compute(
        ["12/25/2020", "soon", None, "31/31/2020"], lambda v: in_other_order(v, ("iso", "%d/%m/%Y"))
    )
    assert found == [True, False, False, False]
