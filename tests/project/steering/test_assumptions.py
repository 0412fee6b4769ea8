from __future__ import annotations

import datetime as dt

import pytest

from custrata.project.place import locate
from custrata.project.showing.scene import Scene, scene
from custrata.project.steering.assumptions import Holding, watched
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.statement import Proposal

DAY = dt.date(2018, 1, 2)


@pytest.fixture
def seen(project):
    return scene(locate(project(drafted=True)))


def one(seen, **fields):
    part = Assumption(**({"id": "a1", "statement": Proposal(id="P900", text="They stay.")} | fields))
    document = seen.document.model_copy(update={"assumptions": (part,)})
    (found,) = watched(Scene(seen.place, seen.snapshot, document), DAY)
    return found


def test_without_a_measure_nothing_tells(seen):
    found = one(seen)
    assert (found.holding, found.now, found.limit, found.lapses) == (Holding.UNKNOWN, None, None, None)


def test_a_measure_on_the_right_side_holds_and_beyond_it_is_broken(seen):
    assert one(seen, measure="customers", threshold=1, direction="at least").holding is Holding.HOLDS
    assert one(seen, measure="customers", threshold=1, direction="at most").holding is Holding.BROKEN


def test_an_assumption_past_its_day_is_to_be_looked_at_again(seen):
    found = one(
        seen, measure="customers", threshold=1, direction="at least", expires_on=DAY - dt.timedelta(1)
    )
    assert (found.holding, found.lapses) == (Holding.LAPSED, DAY - dt.timedelta(1))
    assert one(seen, expires_on=DAY).holding is Holding.UNKNOWN


def test_claims_come_by_way_of_the_test_and_its_goal(seen):
    found = [w for w in watched(seen, DAY) if w.tests]
    assert found, "the draft plans a test for each assumption"
    assert all(e.path for w in found for e in w.claims)
    assert any(w.claims for w in found)
