import datetime as dt

import pytest

from custrata.errors import EstimateError
from custrata.intelligence.exam.split import Point, check_enough, split, split_at
from custrata.vocabulary import Period

HOLDOUT = Period("current", dt.date(2021, 1, 1), dt.date(2021, 12, 31))


def test_the_latest_window_is_held_out():
    found = split(dt.date(2019, 1, 1), HOLDOUT)
    assert found.held_out == Point(dt.date(2020, 12, 31), dt.date(2021, 12, 31))
    assert found.held_out.days == 365


def test_all_that_is_learnt_from_ends_before_the_holdout():
    found = split(dt.date(2019, 1, 1), HOLDOUT)
    for part in (found, found.inner, found.inner.inner):
        assert all(point.until <= part.held_out.origin for point in part.learnt)
        assert all(point.origin > part.start for point in part.learnt)
    assert found.inner.held_out.until == found.held_out.origin


def test_the_inner_split_is_held_where_the_trees_look_last():
    found = split_at(dt.date(1997, 1, 1), dt.date(1997, 9, 30), dt.date(1998, 6, 30), 273)
    assert found.inner.held_out == found.learnt[-1] == Point(dt.date(1997, 7, 1), dt.date(1997, 9, 30))


def test_nobody_looks_further_ahead_than_the_exam():
    found = split_at(dt.date(2016, 1, 1), dt.date(2020, 12, 31), dt.date(2021, 12, 31), 365)
    assert {point.days for point in (found.held_out, *found.learnt)} == {365}


@pytest.mark.parametrize(
    ("start", "holdout", "why"),
    [("2020-12-01", HOLDOUT, "fewer than 56 days"), ("2020-12-01", None, "too short to hold out")],
)
def test_a_history_that_is_too_short_is_refused(start, holdout, why):
    with pytest.raises(EstimateError, match=why) as refusal:
        split(dt.date.fromisoformat(start), holdout)
    assert refusal.value.remedy


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ((49, 99, 99), "49 customers up to 2020-12-31, fewer than 50"),
        ((99, 29, 99), "29 repeat orders up to"),
        ((99, 99, 0), "0 orders of known customers after"),
    ],
)
def test_too_few_to_mark_are_refused_by_name(counts, why):
    with pytest.raises(EstimateError, match=why):
        check_enough(dt.date(2020, 12, 31), *counts)
    check_enough(dt.date(2020, 12, 31), 50, 30, 30)
