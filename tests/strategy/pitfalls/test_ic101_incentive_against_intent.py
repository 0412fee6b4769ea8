from __future__ import annotations

from tests.strategies import (
    PERSON,
    goal,
    group,
    places,
    proposal,
    strategy,
)

from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.steering.objective import Incentive
from custrata.strategy.pitfalls.ic101_incentive_against_intent import PITFALL
from custrata.vocabulary import Intent


def emphasised(intent: Intent):
    means = GroupIntent(intent=intent, emphasised=True, owner=PERSON)
    return group(intent.name).model_copy(update={"intent": means})


SIGNATURES = Incentive(
    id="i", team="Sales", statement=proposal("New revenue.", owner=PERSON), measure="new_revenue"
)


def test_pay_for_new_business_while_keeping_comes_first_is_found():
    doc = strategy(groups=(emphasised(Intent.MAINTAIN),), incentives=(SIGNATURES,))
    assert places(PITFALL, doc) == ["incentives[i]"]


def test_pay_for_new_business_while_every_goal_is_to_keep_is_found():
    keep = goal(lagging=("logo_retention",), owner=PERSON)
    assert places(PITFALL, strategy(goals=(keep,), incentives=(SIGNATURES,))) == ["incentives[i]"]


def test_growth_among_the_intents_or_nothing_chosen_is_silent():
    both = (emphasised(Intent.MAINTAIN), emphasised(Intent.GROW))
    assert places(PITFALL, strategy(groups=both, incentives=(SIGNATURES,))) == []
    assert places(PITFALL, strategy(incentives=(SIGNATURES,))) == []
    idea = SIGNATURES.model_copy(update={"statement": proposal()})
    assert places(PITFALL, strategy(groups=(emphasised(Intent.MAINTAIN),), incentives=(idea,))) == []


def test_pay_for_speed_while_effort_is_the_measure_is_found():
    speed = Incentive(id="i", team="Desk", statement=proposal("Average handle time.", owner=PERSON))
    ease = goal(leading=("support_effort",), lagging=("csat",), owner=PERSON)
    assert places(PITFALL, strategy(goals=(ease,), incentives=(speed,))) == ["incentives[i]"]
    assert places(PITFALL, strategy(goals=(goal(owner=PERSON),), incentives=(speed,))) == []
    first = speed.model_copy(update={"statement": proposal("Solved at the first contact.", owner=PERSON)})
    assert places(PITFALL, strategy(goals=(ease,), incentives=(first,))) == []
