from __future__ import annotations

import datetime as dt

import pytest
from tests.snapshots import bare, grocer, phone_company

from custrata.drafting.chapters.assumptions import draft_assumptions
from custrata.drafting.chapters.goals import THEMES
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen


def test_each_belief_has_a_threshold_where_it_can_be_watched_and_a_day_to_look_again():
    made = {a.id: a for a in draft_assumptions(Pen(Desk(grocer())), THEMES)}
    keep = made["assumption-keep"]
    assert (keep.measure, keep.direction) == ("logo_retention", "at least")
    assert keep.threshold == pytest.approx(Desk(grocer()).value("logo_retention", period="current"))
    assert keep.expires_on == dt.date(2025, 6, 28)
    assert all(a.kill_criterion and a.owner.role for a in made.values())


def test_what_must_not_rise_is_watched_from_above():
    made = {a.id: a for a in draft_assumptions(Pen(Desk(phone_company())), THEMES)}
    keep = made["assumption-keep"]
    assert (keep.measure, keep.direction) == ("customer_churn_rate", "at most")
    assert keep.expires_on is None
    assert keep.in_months == 6


def test_a_belief_that_nothing_can_watch_says_so_by_naming_no_measure():
    made = draft_assumptions(Pen(Desk(bare())), THEMES[:1])[0]
    assert (made.measure, made.threshold, made.direction) == ("", None, None)


def test_no_belief_is_watched_by_what_a_short_window_cannot_tell():
    snapshot = grocer()
    gap = next(r for r in snapshot.readings if r.measure == "inter_purchase_days_p90")
    object.__setattr__(gap, "value", 584.0)
    made = {a.id: a for a in draft_assumptions(Pen(Desk(snapshot)), THEMES)}
    assert made["assumption-keep"].measure not in ("logo_retention", "net_revenue_retention")
