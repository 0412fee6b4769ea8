from __future__ import annotations

import pytest

from custrata.project.live.outcome import outcome
from custrata.segments.rules.rule import EVERYBODY, Every, Known, Text
from custrata.web.customers.opening import fields_for, opened
from custrata.web.customers.segments.telling import head_of, rule_words, told

RULE = Every(all=(Text(column="tier", is_=("gold", "silver")), Text(column="stage", is_=("adoption",))))


@pytest.fixture
def at(asking):
    who = asking("viewer")
    with opened(who) as (_, desk):

        def tell(rule):
            found = outcome(desk, rule, {"Everybody": EVERYBODY}, ("tier", "value"))
            return found, told(desk, found, fields_for(desk, who), ("tier", "value"))

        tell.desk = desk
        yield tell


def test_the_step_that_loses_most_is_the_title(at):
    found, page = at(RULE)
    most = max(found.steps, key=lambda step: step.out)
    assert f"{most.out:,}" in page.title.text
    assert page.title.text.startswith("“")
    assert [bar.left for bar in page.bars] == [step.left for step in found.steps]


def test_everybody_falls_out_nowhere(at):
    _, page = at(EVERYBODY)
    assert page.title.text.startswith("Everybody is in")
    assert page.overlap_title == "100% of the members are also in Everybody"


def test_members_stand_beside_all_in_the_order_of_tiers(at):
    _, page = at(RULE)
    title, rows = page.mix[0]
    assert title == "Tier"
    assert [row.title for row in rows if row.title != "Not known"] == ["Platinum", "Gold", "Silver", "Bronze"]
    assert rows[0].members == "0%"


def test_nobody_is_told_without_dividing_by_nought(at):
    found, page = at(Text(column="tier", is_=("none",)))
    assert (page.n, page.mix, page.sample) == (0, [], [])
    assert head_of(found, "None").text.startswith("None: 0% of customers")
    assert page.overlap_title == "It shares nobody with other groups"


def test_of_whom_nothing_is_known_is_said_where_they_fall_out(at):
    rule = Every(all=(Text(column="acquisition_channel", is_=("Search",)), Known(column="tier", known=True)))
    found, page = at(rule)
    assert len(page.unknown) == sum(1 for step in found.steps if step.unknown)


def test_names_are_masked_in_the_sample(at):
    _, page = at(RULE)
    assert page.sample
    assert {name for _, name, _ in page.sample} == {""}
    assert rule_words(at.desk, RULE).startswith("Tier is gold or silver")
