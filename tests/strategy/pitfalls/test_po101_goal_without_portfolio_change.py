from __future__ import annotations

from tests.strategies import (
    PERSON,
    goal,
    places,
    strategy,
)

from custrata.strategy.pitfalls.po101_goal_without_portfolio_change import PITFALL


def test_a_taken_goal_that_names_no_change_is_noted():
    assert places(PITFALL, strategy(goals=(goal(owner=PERSON),))) == ["goals[stay]"]


def test_a_change_or_a_draft_is_silent():
    assert places(PITFALL, strategy(goals=(goal(owner=PERSON, portfolio_change="Gold grows."),))) == []
    assert places(PITFALL, strategy(goals=(goal(),))) == []
