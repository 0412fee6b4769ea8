from __future__ import annotations

from tests.strategies import findings, places, proposal, strategy

from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.steering.scoring import Criterion, Scoring
from custrata.strategy.pitfalls.sc101_score_on_unknown_dimension import PITFALL


def goal(**scores):
    return Goal(id="g", statement=proposal(), scores=scores)


def test_a_score_on_no_dimension_is_found_at_its_goal_with_the_names_there_are():
    (found,) = findings(PITFALL, strategy(goals=(goal(aligment=5, impact=4),)))

    assert found.place == "goals[g]"
    assert "aligment" in found.message
    assert "alignment" in found.mend


def test_dimensions_of_the_method_and_criteria_of_ones_own_are_silent():
    own = Scoring(criteria=(Criterion(id="region", title="Does it fit the region?"),))
    thing = Initiative(id="i", statement=proposal(), goal="g", scores={"region": 3, "complexity": 4})

    assert places(PITFALL, strategy(goals=(goal(alignment=5),), initiatives=(thing,), scoring=own)) == []


def test_a_criterion_of_initiatives_is_none_of_goals():
    own = Scoring(criteria=(Criterion(id="region", title="Does it fit the region?"),))

    assert places(PITFALL, strategy(goals=(goal(region=5),), scoring=own)) == ["goals[g]"]


def test_nothing_scored_is_no_mistake():
    assert places(PITFALL, strategy(goals=(goal(),))) == []
