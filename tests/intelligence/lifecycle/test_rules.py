from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from custrata.intelligence.lifecycle.rules import StageFrame, stage_rules
from custrata.settings import StageRules
from custrata.vocabulary import Relationship, Stage

FRAME = StageFrame(
    Relationship.MIXED, dt.date(2024, 12, 31), StageRules(onboarding_days=60, expansion_growth=0.25), 40
)


@pytest.mark.parametrize(
    ("relationship", "sets"),
    [
        (Relationship.CONTRACTUAL, ["contracts"]),
        (Relationship.NON_CONTRACTUAL, ["buyers"]),
        (Relationship.MIXED, ["contracts", "buyers"]),
        (Relationship.UNKNOWN, ["buyers"]),
    ],
)
def test_the_relationship_chooses_the_set_of_rules(relationship: Relationship, sets: list[str]) -> None:
    frame = dataclasses.replace(FRAME, relationship=relationship)
    assert [name for name, _ in stage_rules(frame)] == sets


def test_a_contract_that_only_the_purchases_show_goes_by_purchases() -> None:
    frame = dataclasses.replace(FRAME, relationship=Relationship.CONTRACTUAL, contracts=False)
    assert [name for name, _ in stage_rules(frame)] == ["buyers"]


def test_criteria_print_the_settings_that_decide_them() -> None:
    words = {rule.stage: str(rule) for _, rules in stage_rules(FRAME) for rule in rules}
    assert words[Stage.LAPSED] == "lapsed: last order more than 80 days ago"
    assert "at most 60 days ago" in words[Stage.ONBOARDING]
    assert "25%" in words[Stage.EXPANSION]


def test_every_set_names_each_stage_once() -> None:
    for _, rules in stage_rules(FRAME):
        assert len({rule.stage for rule in rules}) == len(rules)
