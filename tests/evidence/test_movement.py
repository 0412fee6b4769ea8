from __future__ import annotations

import pytest
from tests.evidence.changed import later, scaled
from tests.snapshots import grocer, phone_company, pipeline

from custrata.evidence.movement import movement

GROCER = grocer()


def test_a_base_that_stands_still_moves_by_nothing():
    found = movement(GROCER, later(GROCER))
    assert found.customers.by == 0
    assert {c.by for c in (*found.revenue_by_tier, *found.revenue_steps)} == {0}


def test_what_moved_is_told_by_tier_and_by_the_steps_of_the_bridge():
    found = movement(GROCER, scaled(scaled(GROCER, 0.5, "revenue", tier="gold"), 2.0, "lost_revenue"))
    moved = {c.label: c.by for c in found.revenue_by_tier}
    assert moved["gold"] == pytest.approx(-0.5 * 4_600_000 * 0.39)
    assert {moved[t] for t in ("platinum", "silver", "bronze")} == {0}
    assert {c.after.measure for c in found.revenue_steps if c.by} == {"lost_revenue"}


def test_revenue_is_of_the_latest_window_else_of_the_contracts_else_of_what_was_won():
    kinds = {}
    for company in (GROCER, phone_company(), pipeline()):
        reading = movement(company, later(company)).revenue.after
        kinds[company.manifest.company] = (reading.measure, reading.period.name)
    assert list(kinds.values()) == [("revenue", "current"), ("mrr", "all"), ("won_revenue", "all")]


def test_what_a_snapshot_does_not_hold_is_absent():
    found = movement(pipeline(), later(pipeline()))
    assert (found.revenue_by_tier, found.customer_steps, found.tier_moves) == ((), (), ())


def test_every_reading_it_speaks_of_is_one_of_the_two_snapshots():
    after = scaled(GROCER, 0.9, "revenue")
    found = movement(GROCER, after)
    assert len(found.readings) > 20
    assert set(found.readings) <= {*GROCER.readings, *after.readings}
