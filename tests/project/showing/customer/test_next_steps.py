from __future__ import annotations

from custrata.project.showing.customer.next_steps import groups_of, next_steps


def test_the_strategy_says_what_to_do_by_stage_group_and_tier(scene_at):
    document = scene_at().document
    steps = next_steps(document, {"tier": "gold", "stage": "adoption"})
    assert steps[0].why == "Stage: adoption"
    assert any(step.why.startswith("Gold customers: ") for step in steps)
    assert all(step.words and step.at for step in steps)
    assert [group.name for group in groups_of(document, {"tier": "gold"})] == ["Gold customers"]


def test_of_who_is_nothing_the_strategy_says_nothing(scene_at):
    assert next_steps(scene_at().document, {}) == []


def test_what_data_say_is_told_apart_from_what_people_say(scene_at):
    steps = next_steps(scene_at().document, {"tier": "silver", "stage": "lapsed"})
    assert {step.said for step in steps if step.why.startswith("Stage")} == {True}
