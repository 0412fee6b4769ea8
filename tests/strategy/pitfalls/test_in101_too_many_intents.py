from __future__ import annotations

from tests.strategies import group, places, strategy

from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.pitfalls.in101_too_many_intents import PITFALL
from custrata.vocabulary import Intent


def leading(name: str, intent: Intent, first: bool = True):
    return group(name).model_copy(update={"intent": GroupIntent(intent=intent, emphasised=first)})


def test_three_emphasised_intents_are_one_too_many():
    three = (leading("a", Intent.GROW), leading("b", Intent.MAINTAIN), leading("c", Intent.RETIRE))
    assert places(PITFALL, strategy(groups=three)) == ["groups"]


def test_two_intents_that_come_first_and_a_third_that_does_not_are_silent():
    two = (leading("a", Intent.GROW), leading("b", Intent.MAINTAIN), leading("c", Intent.RETIRE, first=False))
    assert places(PITFALL, strategy(groups=two)) == []


def test_many_groups_of_one_intent_are_one_intent():
    same = tuple(leading(name, Intent.GROW) for name in "abc")
    assert places(PITFALL, strategy(groups=same)) == []
