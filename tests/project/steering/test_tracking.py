from __future__ import annotations

import datetime as dt

import pytest

from custrata.project.place import locate
from custrata.project.showing.scene import Scene, scene
from custrata.project.steering.tracking import Sample, Step, step_of, tracked
from custrata.strategy.parts.running.experiment import Experiment
from custrata.strategy.parts.statement import Proposal

DAY = dt.date(2026, 3, 2)
BELIEVED = Proposal(id="P901", text="More stay.")


def test(**fields):
    return Experiment(**({"id": "x1", "hypothesis": BELIEVED} | fields))


test.__test__ = False


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({}, Step.PLANNED),
        ({"state": "running"}, Step.RUNNING),
        ({"state": "done"}, Step.READ),
        ({"state": "stopped"}, Step.READ),
        ({"state": "running", "result": Proposal(id="P902", text="Yes.")}, Step.READ),
        ({"state": "done", "decision": "ship"}, Step.DECIDED),
    ],
)
def test_a_test_stands_in_one_column(fields, step):
    assert step_of(test(**fields)) is step


@pytest.fixture
def seen(project):
    return scene(locate(project(drafted=True)))


def only(seen, **fields):
    document = seen.document.model_copy(update={"experiments": (test(**fields),)})
    found = tracked(Scene(seen.place, seen.snapshot, document), DAY)
    return next(t for column in found.values() for t in column)


def test_a_running_test_past_its_last_day_is_late_and_a_decided_one_is_not(seen):
    over = {"ends_on": DAY - dt.timedelta(1)}
    assert only(seen, state="running", **over).late
    assert not only(seen, state="done", decision="stop", **over).late
    assert not only(seen, state="running", ends_on=DAY).late


def test_what_a_fair_test_needs_and_nobody_said_is_named(seen):
    assert only(seen).missing[:3] == (
        "the measure that decides",
        "the smallest effect worth finding",
        "how many in each arm",
    )
    assert "how many in each arm" not in only(seen, n_per_arm=100).missing


def test_the_number_needed_follows_from_the_share_of_today(seen):
    share = next(
        r
        for r in seen.snapshot.readings
        if r.unit == "share" and not r.segment and 0.2 < (r.value or 0) < 0.8
    )
    found = only(seen, metric=share.measure, least_effect=0.1, n_per_arm=10)
    assert found.sample.needed is None or found.sample.needed > 10
    assert only(seen, metric=share.measure).sample.needed is None


def test_too_few_is_said_where_both_numbers_are_known():
    assert Sample(10, 20).short
    assert not Sample(20, 20).short
    assert not Sample(10, None).short
