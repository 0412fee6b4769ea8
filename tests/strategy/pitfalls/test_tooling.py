from __future__ import annotations

import pytest

from custrata.strategy.pitfalls.tooling import tool_for_strategy, tool_got


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("Implement a CRM.", "CRM"),
        ("Roll out the new CRM system in all regions.", "CRM system"),
        ("Introducing an AI platform", "AI platform"),
        ("We will buy a customer data platform", "customer data platform"),
        ("Build dashboards for every team", "dashboards"),
        ("Migrate to Salesforce", "Salesforce"),
        ("Switch to Salesforce", "Salesforce"),
        ("CRM rollout", "CRM"),
        ("Introduction of a new CRM", "CRM"),
        ("A customer data platform.", "customer data platform"),
    ],
)
def test_a_sentence_that_gets_a_tool_is_known_by_its_verb(text, tool):
    assert tool_got(text) == tool


@pytest.mark.parametrize(
    "text",
    [
        "Put the tier into the CRM",
        "Clean the addresses in the CRM",
        "Choose tools after the groups are agreed",
        "Buy a CDP so that customers tell us a thing once",
        "Customers find an answer in the chatbot",
        "Adopt a common language for customers",
        "Build trust before we sell",
        "Run two interviews a week",
        "Build a data platform team",
        "CRM data that everybody trusts",
    ],
)
def test_a_sentence_that_uses_a_tool_or_serves_customers_gets_none(text):
    assert tool_got(text) == ""


@pytest.mark.parametrize(
    "text", ["The CRM is our customer strategy.", "Our customer strategy is the new CRM"]
)
def test_a_tool_may_be_taken_for_the_strategy(text):
    assert "CRM" in tool_for_strategy(text)


@pytest.mark.parametrize(
    "text", ["The CRM is not our strategy", "The CRM is where our strategy is kept", "A CRM is a tool"]
)
def test_a_tool_that_serves_the_strategy_is_not_taken_for_it(text):
    assert tool_for_strategy(text) == ""
