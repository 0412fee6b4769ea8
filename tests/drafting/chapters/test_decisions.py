from __future__ import annotations

from tests.snapshots import bare, every_company, grocer

from custrata.drafting.draft import draft


def test_a_board_is_asked_who_what_and_with_which_data():
    decisions = {d.id: d for d in draft(grocer()).decisions}
    assert list(decisions) == [
        "decision-accountable",
        "decision-intents",
        "decision-goal",
        "decision-data",
    ]
    asked = decisions["decision-intents"].question.said()
    assert asked == "Do we put platinum and gold customers first, and agree the intents?"


def test_a_company_without_groups_and_goals_is_asked_neither():
    assert [d.id for d in draft(bare()).decisions] == ["decision-accountable", "decision-data"]


def test_every_decision_is_a_question_with_options_and_an_owner():
    for snapshot in every_company():
        document = draft(snapshot)
        known = {c.id for c in document.claims()}
        for decision in document.decisions:
            assert decision.question.said().endswith("?")
            assert len(decision.options) >= 1
            assert decision.owner.role
            assert set(decision.rests_on) <= known


def test_goals_to_choose_from_are_named_and_not_copied():
    for snapshot in every_company():
        document = draft(snapshot)
        sentences = {goal.statement.text for goal in document.goals}
        for decision in document.decisions:
            assert not sentences & set(decision.options)
            if decision.id == "decision-goal" and len(sentences) > 1:
                assert len(set(decision.options)) == len(sentences)
                assert all(option in decision.question.said() for option in decision.options)
