from __future__ import annotations

from custrata.project.live.outcome import changed, outcome, overlap
from custrata.segments.rules.rule import EVERYBODY, Every, Text

GOLD = Text(column="tier", is_=("gold",))
LEFT = Text(column="stage", is_=("lapsed",))


def test_all_parts_of_an_outcome_speak_of_the_same_members(desk, rows):
    rule = Every(all=(GOLD,))
    found = outcome(desk, rule, {"left": LEFT, "all": EVERYBODY}, ("tier",))
    n = sum(1 for row in rows if row["tier"] == "gold")
    assert found.count.n == found.steps[-1].left == found.shared["all"].both == n
    assert found.readings["customers"].value == n
    assert sum(mix.members for mix in found.mix if mix.dimension == "tier") == n
    assert {row["tier"] for row in found.sample} == {"gold"}
    assert found.at_risk["customers"].value <= n


def test_the_sample_begins_with_those_of_most_value(desk):
    found = outcome(desk, EVERYBODY, {}, ("tier",))
    values = [row["value"] for row in found.sample]
    assert values == sorted(values, reverse=True)
    assert found.shared == {}


def test_overlap_keeps_the_names_of_the_others(desk):
    assert list(overlap(desk, GOLD, {"left": LEFT, "gold": GOLD})) == ["left", "gold"]
    assert overlap(desk, GOLD, {}) == {}


def test_whoever_stayed_came_or_went_adds_up_to_both_rules(desk, rows):
    found = changed(desk, GOLD, Every(all=(Text(column="tier", is_=("gold", "silver")),)))
    gold, silver = (sum(1 for row in rows if row["tier"] == tier) for tier in ("gold", "silver"))
    assert (found.before, found.after) == (gold, gold + silver)
    assert (found.stayed, found.came, found.went) == (gold, silver, 0)


def test_what_falls_out_and_what_is_left_is_everybody(desk):
    found = outcome(desk, Every(all=(GOLD, LEFT)), {}, ("tier",))
    assert found.out + found.count.n == found.everybody.n
