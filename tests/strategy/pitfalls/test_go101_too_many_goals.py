from __future__ import annotations

from tests.strategies import findings, goal, places, strategy

from custrata.strategy.pitfalls.go101_too_many_goals import PITFALL


def goals(count: int):
    return tuple(goal(f"g{number}") for number in range(count))


def test_a_fifth_goal_is_one_too_many():
    assert places(PITFALL, strategy(goals=goals(5))) == ["goals"]
    assert "5 goals" in findings(PITFALL, strategy(goals=goals(5)))[0].message


def test_four_goals_and_none_are_silent():
    assert places(PITFALL, strategy(goals=goals(4))) == []
    assert places(PITFALL, strategy()) == []
