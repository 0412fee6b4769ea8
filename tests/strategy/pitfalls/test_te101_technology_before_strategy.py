from __future__ import annotations

import datetime as dt

import pytest
from tests.strategies import PERSON, goal, group, initiative, places, proposal, proposition, strategy

from custrata.strategy.parts.group import GroupIntent
from custrata.strategy.parts.offering.capability import Capability, CapabilityKind
from custrata.strategy.pitfalls.te101_technology_before_strategy import PITFALL
from custrata.vocabulary import Intent

CRM = (initiative("crm", "Roll out a new CRM in all regions."),)


def test_a_tool_is_found_while_nothing_is_agreed():
    doc = strategy(goals=(goal(),), groups=(group("gold", Intent.GROW),), initiatives=CRM)
    assert places(PITFALL, doc) == ["initiatives[crm].statement"]


def test_an_ability_that_is_a_tool_is_found():
    tool = Capability(id="cdp", name="implement a customer data platform", kind=CapabilityKind.TECHNOLOGY)
    assert places(PITFALL, strategy(capabilities=(tool,))) == ["capabilities[cdp]"]


@pytest.mark.parametrize("agreed", [{"owner": PERSON}, {"signed_on": dt.date(2026, 1, 15)}])
def test_after_an_agreed_intent_a_tool_is_silent(agreed):
    gold = group("gold").model_copy(update={"intent": GroupIntent(intent=Intent.GROW, **agreed)})
    assert places(PITFALL, strategy(groups=(gold,), initiatives=CRM)) == []


def test_after_an_agreed_proposition_a_tool_is_silent():
    assert (
        places(PITFALL, strategy(propositions=(proposition("value", owner=PERSON),), initiatives=CRM)) == []
    )
    told = group("gold", proposition=proposal("Bread by eight.", owner=PERSON))
    assert places(PITFALL, strategy(groups=(told,), initiatives=CRM)) == []


@pytest.mark.parametrize(
    "text", ["Put the tier into the CRM.", "Choose tools after the groups are agreed.", "Call them."]
)
def test_work_with_a_tool_that_is_there_is_silent(text):
    assert places(PITFALL, strategy(initiatives=(initiative("call", text),))) == []


def test_an_ability_that_is_no_technology_is_silent():
    skill = Capability(id="c", name="set up a dashboard in an hour", kind=CapabilityKind.SKILL)
    assert places(PITFALL, strategy(capabilities=(skill,))) == []
