from __future__ import annotations

import pytest

from custrata.strategy.document import Document
from custrata.strategy.lint.choices import (
    addressed,
    emphasis,
    goals,
    group_shares,
    measures,
    tier_shares,
)
from custrata.strategy.lint.finding import Known
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.group import CustomerGroup, GroupIntent, TargetShare
from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.statement import Claim, Figure, Proposal
from custrata.strategy.parts.tier import TierPolicy
from custrata.vocabulary import Intent, Stage, Tier


def document(**parts: object) -> Document:
    return Document(schema_version=2, company="A", **parts)


def group(name: str, intent: Intent, leads: bool = True, aim: float | None = None, now: float | None = None):
    claim = None
    if now is not None:
        figure = Figure(name="value_share", measure="revenue", value=now, unit="share")
        claim = Claim(id=f"E-{name}", text="{value_share}", figures=(figure,))
    return CustomerGroup(
        id=name,
        name=name,
        partition="tier",
        share_now=claim,
        share_targeted=TargetShare(value=aim),
        intent=GroupIntent(intent=intent, emphasised=leads),
    )


def goal(name: str, **fields: object) -> Goal:
    return Goal(id=name, statement=Proposal(id=f"P-{name}", text="Customers stay."), **fields)


def codes(check, doc: Document, known: Known | None = None) -> list[str]:
    return [f.code for f in check(doc, known or Known())]


def test_three_emphasised_intents_are_one_too_many():
    three = [group("a", Intent.GROW), group("b", Intent.MAINTAIN), group("c", Intent.RETIRE)]
    assert codes(emphasis, document(groups=tuple(three))) == ["IN101"]
    assert codes(emphasis, document(groups=tuple(three[:2]))) == []


def test_many_groups_of_one_intent_are_one_intent():
    same = tuple(group(name, Intent.GROW) for name in "abc")
    assert codes(emphasis, document(groups=same)) == []


def test_a_fifth_goal_is_one_too_many():
    assert codes(goals, document(goals=tuple(goal(f"g{i}") for i in range(5)))) == ["GO101"]
    assert codes(goals, document(goals=tuple(goal(f"g{i}") for i in range(4)))) == []


@pytest.mark.parametrize(("shares", "found"), [((0.5, 0.5), []), ((0.5, 0.4), ["SH101"]), ((0.5, None), [])])
def test_shares_now_add_up_or_are_not_all_known(shares, found):
    groups = tuple(group(f"g{i}", Intent.GROW, now=s) for i, s in enumerate(shares))
    assert codes(group_shares, document(groups=groups)) == found


def test_shares_targeted_add_up_to_all():
    groups = (group("a", Intent.GROW, aim=0.7), group("b", Intent.GROW, aim=0.4))
    assert codes(group_shares, document(groups=groups)) == ["SH102"]


def test_groups_of_no_partition_need_not_add_up():
    groups = (CustomerGroup(id="a", name="a", share_targeted=TargetShare(value=0.2)),)
    assert codes(group_shares, document(groups=groups)) == []


def test_sizes_of_tiers_add_up_to_all():
    tiers = (
        TierPolicy(id="t1", tier=Tier.PLATINUM, size=0.1),
        TierPolicy(id="t2", tier=Tier.GOLD, size=0.2),
    )
    found = list(tier_shares(document(tiers=tiers), Known()))
    assert [f.code for f in found] == ["SH103"]
    assert "30%" in found[0].message


def test_a_measure_that_no_catalogue_holds_is_found_wherever_it_is_named():
    doc = document(
        goals=(goal("g", leading=("revenu",), lagging=("revenue",)),),
        lifecycle=(StagePlan(id="s", stage=Stage.ADOPTION, metric="usage_frequency"),),
        tiers=(TierPolicy(id="t", tier=Tier.GOLD, size=1.0, key_metrics=("loyalty",)),),
    )
    found = list(measures(doc, Known(measures={"revenue"})))
    assert [(f.code, f.place) for f in found] == [("ME101", "tiers[t]"), ("ME101", "goals[g]")]


def test_without_a_catalogue_no_measure_is_unknown():
    assert codes(measures, document(goals=(goal("g", leading=("revenu",)),))) == []


def test_a_part_that_points_nowhere_is_found():
    start = Initiative(id="i", statement=Proposal(id="P9", text="Start."), goal="gone")
    doc = document(goals=(goal("g", rests_on=("E99",)),), initiatives=(start,))
    assert codes(addressed, doc) == ["ID101", "ID101"]
    assert codes(addressed, document(goals=(goal("gone"),), initiatives=(start,))) == []
