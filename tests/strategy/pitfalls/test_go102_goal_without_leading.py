from __future__ import annotations

from tests.strategies import PERSON, SIGNED, goal, places, proposal, strategy

from custrata.strategy.parts.goal import Goal
from custrata.strategy.pitfalls.go102_goal_without_leading import PITFALL


def test_a_goal_with_lagging_indicators_only_is_found():
    assert places(PITFALL, strategy(goals=(goal("stay", lagging=("repeat_rate",)),))) == ["goals[stay]"]


def test_a_goal_that_somebody_took_without_any_is_found():
    assert places(PITFALL, strategy(goals=(goal("stay", owner=PERSON),))) == ["goals[stay]"]
    signed = Goal(id="stay", statement=proposal(signed_on=SIGNED))
    assert places(PITFALL, strategy(goals=(signed,))) == ["goals[stay]"]


def test_a_goal_with_both_or_with_leading_ones_is_silent():
    both = goal("stay", leading=("repeat_rate",), lagging=("revenue",), owner=PERSON)
    assert places(PITFALL, strategy(goals=(both, goal("win", leading=("revenue",))))) == []


def test_a_goal_that_is_still_open_is_silent():
    assert places(PITFALL, strategy(goals=(goal("stay"),))) == []
