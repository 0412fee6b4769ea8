from __future__ import annotations

import pytest
from tests.strategies import findings, gap, goal, initiative, places, proposal, strategy

from custrata.strategy.parts.foundation.purpose import Foundation
from custrata.strategy.parts.steering.objective import Objective
from custrata.strategy.pitfalls.te102_crm_taken_for_strategy import PITFALL


def test_a_goal_that_is_a_tool_is_found():
    doc = strategy(goals=(goal("crm", "Implement a CRM by summer."),))
    assert places(PITFALL, doc) == ["goals[crm].statement"]
    assert "CRM" in findings(PITFALL, doc)[0].message


def test_a_purpose_and_an_objective_that_are_a_tool_are_found():
    doc = strategy(
        foundation=Foundation(purpose=proposal("Our CRM is our customer strategy.")),
        objectives=(Objective(id="o", statement=proposal("Introduce an AI platform.")),),
    )
    assert places(PITFALL, doc) == ["foundation.purpose", "objectives[o].statement"]


@pytest.mark.parametrize(
    "text",
    [
        "Customers tell us a thing once, and every person at the desk knows it.",
        "Buy a CDP so that customers tell us a thing once.",
        "A CRM is not a strategy.",
    ],
)
def test_what_becomes_true_for_customers_is_silent(text):
    assert places(PITFALL, strategy(goals=(goal("g", text),))) == []


def test_a_tool_below_a_goal_and_a_gap_are_silent():
    doc = strategy(
        initiatives=(initiative("crm", "Implement a CRM."),),
        foundation=Foundation(mission=gap("Implement a CRM.")),
    )
    assert places(PITFALL, doc) == []
