from __future__ import annotations

from tests.strategies import (
    PERSON,
    gap,
    initiative,
    places,
    proposal,
    strategy,
)

from custrata.strategy.parts.lifecycle import StagePlan, Transition
from custrata.strategy.pitfalls.ac102_acquisition_without_lifecycle import PITFALL
from custrata.vocabulary import Stage

REACH = initiative("reach", stages=(Stage.AWARENESS,), owner=PERSON)
SELL = initiative("sell", stages=(Stage.AWARENESS, Stage.ACQUISITION))


def test_initiatives_that_all_end_at_the_signature_are_found():
    assert places(PITFALL, strategy(initiatives=(REACH, SELL))) == ["initiatives"]


def test_one_behind_the_signature_or_an_intervention_there_is_silent():
    welcome = initiative("welcome", stages=(Stage.ONBOARDING,))
    unknown = initiative("unknown")
    plan = StagePlan(id="s", stage=Stage.ADOPTION, intervention=proposal())
    step = Transition(id="t", leaves=Stage.ACQUISITION, enters=Stage.ONBOARDING, intervention=proposal())
    for doc in (
        strategy(initiatives=(REACH, SELL, welcome)),
        strategy(initiatives=(REACH, SELL, unknown)),
        strategy(initiatives=(REACH, SELL), lifecycle=(plan,)),
        strategy(initiatives=(REACH, SELL), transitions=(step,)),
        strategy(initiatives=(REACH,)),
    ):
        assert places(PITFALL, doc) == []


def test_a_gap_where_the_intervention_should_be_is_no_plan_and_a_draft_is_no_mistake():
    plan = StagePlan(id="s", stage=Stage.ADOPTION, intervention=gap())
    assert places(PITFALL, strategy(initiatives=(REACH, SELL), lifecycle=(plan,))) == ["initiatives"]
    assert places(PITFALL, strategy(initiatives=(SELL, initiative("b", stages=(Stage.AWARENESS,))))) == []
