from __future__ import annotations

from tests.strategies import (
    PERSON,
    findings,
    goal,
    initiative,
    places,
    strategy,
)
from tests.told import Told, known

from custrata.strategy.parts.part import Owner
from custrata.strategy.pitfalls.ac101_acquisition_addiction import PITFALL
from custrata.vocabulary import Stage

WINNING = goal(
    "win", "More people find us.", leading=("qualified_reach",), lagging=("new_customers",), owner=PERSON
)
REACH = initiative("reach", goal="win", stages=(Stage.AWARENESS,))


def told(new: float, more: float) -> Told:
    return Told().add("new_revenue", new, "EUR").add("expansion_revenue", more, "EUR")


def test_only_winning_while_new_outweighs_expansion_is_found():
    doc = strategy(goals=(WINNING,), initiatives=(REACH,))
    (found,) = findings(PITFALL, doc, known(told(900, 200)))
    assert found.place == "goals"
    assert "€900" in found.message


def test_growth_from_both_is_silent():
    doc = strategy(goals=(WINNING,), initiatives=(REACH,))
    assert places(PITFALL, doc, known(told(500, 200))) == []
    assert places(PITFALL, doc, known(Told())) == []


def test_a_goal_or_an_initiative_for_those_there_is_silent():
    keeping = goal("keep", lagging=("logo_retention",), owner=PERSON)
    welcome = initiative("welcome", goal="win", stages=(Stage.ONBOARDING,))
    for doc in (
        strategy(goals=(WINNING, keeping)),
        strategy(goals=(WINNING,), initiatives=(REACH, welcome)),
        strategy(goals=(WINNING.model_copy(update={"owner": Owner()}),)),
        strategy(goals=(goal(owner=PERSON),)),
    ):
        assert places(PITFALL, doc, known(told(900, 200))) == []
