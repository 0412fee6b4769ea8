from __future__ import annotations

from tests.strategies import PERSON, findings, gap, places, proposal, strategy

from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.part import Owner
from custrata.strategy.pitfalls.lc101_stage_without_owner_or_metric import PITFALL
from custrata.vocabulary import Stage


def document(**fields: object):
    return strategy(lifecycle=(StagePlan(id="s", stage=Stage.ADOPTION, **fields),))


DONE = proposal("Call where use falls.")


def test_a_stage_with_work_and_nobody_for_it_is_found_once():
    assert places(PITFALL, document(intervention=DONE)) == ["lifecycle[s]"]
    assert "no owner and no measure" in findings(PITFALL, document(intervention=DONE))[0].message


def test_a_stage_without_a_measure_is_found():
    found = findings(PITFALL, document(criteria="Ordered twice.", owner=PERSON))
    assert [f.message for f in found] == ["The stage 'adoption' has no measure."]


def test_a_stage_with_a_role_and_a_measure_is_silent():
    assert (
        places(PITFALL, document(intervention=DONE, owner=Owner(role="head of sales"), metric="repeat_rate"))
        == []
    )


def test_a_gap_may_stand_for_the_measure():
    waiting = gap("Use is not on record.", "a table of use")
    assert places(PITFALL, document(intervention=DONE, owner=PERSON, position=waiting)) == []


def test_a_stage_that_is_still_open_is_silent():
    assert places(PITFALL, document()) == []
    assert places(PITFALL, document(intervention=gap("Nobody knows what helps."))) == []
