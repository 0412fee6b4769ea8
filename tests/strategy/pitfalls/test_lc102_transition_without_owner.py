from __future__ import annotations

from tests.strategies import PERSON, gap, places, proposal, strategy

from custrata.strategy.parts.lifecycle import Transition
from custrata.strategy.parts.part import Owner
from custrata.strategy.pitfalls.lc102_transition_without_owner import PITFALL
from custrata.vocabulary import Stage


def document(**fields: object):
    step = Transition(id="t", leaves=Stage.ONBOARDING, enters=Stage.ADOPTION, **fields)
    return strategy(transitions=(step,))


def test_a_step_with_work_and_nobody_for_it_is_found():
    assert places(PITFALL, document(intervention=proposal("Call in the first week."))) == ["transitions[t]"]
    assert places(PITFALL, document(metric="repeat_rate")) == ["transitions[t]"]


def test_a_step_with_a_person_or_a_role_is_silent():
    assert places(PITFALL, document(metric="repeat_rate", owner=PERSON)) == []
    assert places(PITFALL, document(metric="repeat_rate", owner=Owner(role="head of sales"))) == []


def test_a_step_that_is_still_open_is_silent():
    assert places(PITFALL, document()) == []
    assert places(PITFALL, document(intervention=gap("Nobody knows what helps."))) == []
