from __future__ import annotations

import pytest
from tests.strategies import findings, goal, places, strategy

from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.responsibility import Raci
from custrata.strategy.parts.steering.governance import DecisionRight
from custrata.strategy.pitfalls.ow102_owner_is_a_committee import PITFALL


@pytest.mark.parametrize(
    "name",
    [
        "A. Person and B. Person",
        "A. Person / B. Person",
        "Ann Person, Bob Person",
        "Everyone",
        "the customer success team",
        "Steering committee",
        "all functions",
    ],
)
def test_several_people_in_one_name_are_found(name):
    doc = strategy(goals=(goal("stay", owner=Owner(name=name)),))
    assert places(PITFALL, doc) == ["goals[stay].owner"]
    assert name in findings(PITFALL, doc)[0].message


@pytest.mark.parametrize("role", ["marketing team", "everyone", "head of sales and head of service"])
def test_several_people_in_one_role_are_found(role):
    assert places(PITFALL, strategy(accountable=Owner(role=role))) == ["accountable"]
    assert places(PITFALL, strategy(raci=(Raci(id="r", on="stay", accountable=Owner(role=role)),))) == [
        "raci[r].accountable"
    ]


@pytest.mark.parametrize(
    "owner",
    [
        Owner(name="A. Person"),
        Owner(name="Ann Person, head of sales and marketing"),
        Owner(name="Ann Person, Chief Customer Officer"),
        Owner(name="A. Landand"),
        Owner(name="Head of sales and marketing"),
        Owner(role="product management"),
        Owner(role="head of sales and marketing"),
        Owner(role="team lead, customer success"),
        Owner(role="chief executive"),
        Owner(),
    ],
)
def test_one_person_or_role_is_silent(owner):
    assert places(PITFALL, strategy(goals=(goal("stay", owner=owner),), sponsor=owner)) == []


def test_a_right_to_decide_may_lie_with_a_board():
    right = DecisionRight(id="d", decision="Prices.", decides=Owner(role="pricing committee"))
    assert places(PITFALL, strategy(decision_rights=(right,))) == []
