from __future__ import annotations

import datetime as dt

import pytest
from tests.strategies import strategy

from custrata.project.reviewing.rhythm import dues, held, open_actions
from custrata.reckoning import Reckoning
from custrata.strategy.parts.running.review import Action, Review

DAY = dt.date(2026, 3, 2)


def review(kind, on, name="", **fields):
    return Review(id=name or f"{kind}-{on}", kind=kind, on=on, **fields)


def test_the_next_of_each_kind_follows_the_last_that_was_held():
    document = strategy(reviews=(review("weekly", DAY), review("monthly", DAY), review("yearly", DAY)))
    found = {d.kind.value: d.on for d in dues(document, DAY)}
    assert found == {
        "weekly": dt.date(2026, 3, 9),
        "monthly": dt.date(2026, 4, 2),
        "yearly": dt.date(2027, 3, 2),
    }


@pytest.mark.parametrize(
    ("held_on", "starts", "following"),
    [
        (dt.date(2026, 3, 4), "monday", dt.date(2026, 3, 9)),
        (dt.date(2026, 3, 4), "sunday", dt.date(2026, 3, 8)),
        (dt.date(2026, 3, 8), "monday", dt.date(2026, 3, 16)),
    ],
)
def test_the_weekly_review_is_due_as_a_week_begins(held_on, starts, following):
    document = strategy(reviews=(review("weekly", held_on),))
    assert dues(document, held_on, Reckoning(4, starts))[0].on == following


def test_each_due_day_says_its_fiscal_quarter_and_none_where_the_year_is_the_calendar_s():
    document = strategy(reviews=(review("weekly", DAY), review("monthly", DAY)))
    assert [d.part for d in dues(document, DAY, Reckoning(4))] == ["Q4 FY2026", "Q1 FY2027", ""]
    assert {d.part for d in dues(document, DAY)} == {""}


def test_a_review_is_late_the_day_after_and_not_before():
    document = strategy(reviews=(review("weekly", DAY),))
    assert not dues(document, dt.date(2026, 3, 9))[0].late
    assert dues(document, dt.date(2026, 3, 10))[0].late


def test_where_none_was_held_no_day_is_due():
    assert [(d.on, d.late) for d in dues(strategy(), DAY)] == [(None, False)] * 3


def test_the_latest_minutes_come_first_and_done_tasks_are_not_open():
    done = Action(id="a1", text="Call", done_on=DAY)
    first = review("weekly", DAY, actions=(done, Action(id="a2", text="Write")))
    later = review("weekly", DAY + dt.timedelta(7), actions=(Action(id="a3", text="Ask"),))
    document = strategy(reviews=(first, later))
    assert [r.on for r in held(document)] == [later.on, first.on]
    assert [a.id for _, a in open_actions(document)] == ["a2", "a3"]


@pytest.mark.parametrize(
    ("last", "following"),
    [
        (dt.date(2025, 3, 10), dt.date(2026, 3, 1)),  # in the last month of the fiscal year
        (dt.date(2025, 4, 20), dt.date(2026, 3, 1)),  # held late: the same day as its neighbour
        (dt.date(2025, 2, 20), dt.date(2026, 3, 1)),  # held early: not again two weeks later
        (dt.date(2025, 9, 1), dt.date(2026, 3, 1)),
        (dt.date(2025, 9, 2), dt.date(2027, 3, 1)),  # less than half a year before: the one after
    ],
)
def test_the_yearly_review_follows_the_fiscal_year(last, following):
    document = strategy(reviews=(review("yearly", last), review("monthly", last)))
    found = {d.kind.value: d for d in dues(document, last, Reckoning(4))}
    assert (found["yearly"].on, found["yearly"].part) == (following, f"Q4 FY{following.year}")
    assert found["monthly"].part == Reckoning(4).said(found["monthly"].on) != ""
    calendar = {d.kind.value: d for d in dues(document, last)}
    assert (calendar["yearly"].on, calendar["yearly"].part) == (last.replace(year=last.year + 1), "")
    assert found["monthly"].on == calendar["monthly"].on
