"""A snapshot finds the reading that a claim is bound to, and the points of a curve."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from custrata.snapshot import Manifest, Snapshot
from custrata.sources.account import Account
from custrata.vocabulary import Period, Reading, Relationship

ALL = Period("all", dt.date(2024, 1, 1), dt.date(2024, 12, 31))
CURRENT = Period("current", dt.date(2024, 7, 1), dt.date(2024, 12, 31))


def reading(value, segment=(), period=ALL, measure="revenue"):
    return Reading(measure, value, "EUR", 3, "orders", period, segment)


def snapshot(*readings):
    manifest = Manifest(
        fingerprint="0" * 32,
        company="Shop",
        as_of=dt.date(2024, 12, 31),
        notional=False,
        windows={"all": ALL, "current": CURRENT},
        relationship=Relationship.UNKNOWN,
        relationship_reason="",
        currency="EUR",
        tables={},
        provided=frozenset(),
        account=Account(()),
        caveats=(),
        missing={},
        settings={},
    )
    return Snapshot(manifest, readings)


def test_a_reading_is_found_by_measure_segment_and_period():
    whole, gold, now = reading(10.0), reading(4.0, (("tier", "gold"),)), reading(6.0, period=CURRENT)
    found = snapshot(whole, gold, now)
    assert found.reading("revenue") is whole
    assert found.reading("revenue", (("tier", "gold"),)) is gold
    assert found.reading("revenue", period="current") is now


def test_what_is_not_there_is_none():
    assert snapshot(reading(1.0)).reading("orders") is None
    assert snapshot(reading(1.0)).reading("revenue", (("tier", "silver"),)) is None


def test_the_latest_is_that_of_the_current_window_where_it_holds_a_value():
    whole, gold = reading(10.0), reading(3.0, (("tier", "gold"),), CURRENT)
    now, unknown = reading(4.0, (), CURRENT), reading(None, (), CURRENT)
    assert snapshot(whole, gold, now).latest("revenue") is now
    assert snapshot(whole, gold, unknown).latest("revenue") is whole
    assert snapshot(whole, gold).latest("revenue") is whole
    assert snapshot(gold, unknown).latest("revenue") is None


def test_points_are_those_of_exactly_these_dimensions_in_their_order():
    march, january = reading(3.0, (("month", "2024-03"),)), reading(1.0, (("month", "2024-01"),))
    both = reading(2.0, (("month", "2024-01"), ("tier", "gold")))
    found = snapshot(reading(10.0), march, both, january)
    assert found.points("revenue", "month") == (march, january)
    assert found.points("revenue", "month", "tier") == (both,)
    assert found.points("revenue", "tier") == ()
    assert found.points("revenue", "month", period="current") == ()


def test_who_is_counted_at_a_stage_says_which_stages_come_first():
    rules = (
        "The usual gap is 13 days.",
        "acquisition: has not ordered yet",
        "onboarding: ordered on one day",
    )
    rules += ("lapsed: last order more than 26 days ago", "at risk: last order more than 13 days ago")
    held = replace(snapshot().manifest, rules={"stages": rules})
    assert held.stage_means("at risk") == (
        "Last order more than 13 days ago; who is at acquisition, onboarding or lapsed is not counted "
        "(onboarding: ordered on one day)."
    )
    assert held.stage_means("acquisition") == "Has not ordered yet."
    assert held.stage_means("adoption") == snapshot().manifest.stage_means("at risk") == ""
    of_all = replace(reading(3.0), definition="Customers.")
    at_risk = replace(of_all, segment=(("stage", "at risk"),))
    assert held.definition_of(at_risk) == f"Customers. {held.stage_means('at risk')}"
    assert held.definition_of(of_all) == of_all.definition, "of no stage it is what it was"
    both = replace(held, rules={"stages": ("acquisition: no contract", "lapsed: it ended", *rules)})
    assert both.stage_means("lapsed") == (
        "It ended; who is at acquisition is not counted. Last order more than 26 days ago; who is at "
        "acquisition or onboarding is not counted (onboarding: ordered on one day)."
    )
