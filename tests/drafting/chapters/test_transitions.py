from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, measured, without
from tests.snapshots import grocer, phone_company

from custrata.drafting.chapters.transitions import STEPS, draft_transitions
from custrata.drafting.desk import Desk
from custrata.drafting.draft import draft
from custrata.drafting.pen import Pen


def at(document, name):
    return next(t for t in document.transitions if t.id == name)


def test_every_step_between_neighbours_has_a_measure_a_position_and_an_owner():
    for company in (maintainer(), grocer(), phone_company()):
        steps = draft_transitions(Pen(Desk(company)))
        assert [(t.leaves, t.enters) for t in steps] == [(s.leaves, s.enters) for s in STEPS]
        assert all(t.metric and t.position and t.intervention and t.owner.role for t in steps)


def test_a_position_is_a_claim_where_readings_tell_it():
    assert (
        at(drafted(), "step-at-risk-lapsed").position.said()
        == "23% of customers of the year before are gone."
    )
    assert at(drafted(), "step-awareness-acquisition").position.said() == (
        "Winning one customer cost €2,155 in the latest year, against €2,310 in the year before."
    )


def test_without_spend_the_cost_of_winning_is_a_gap_and_the_next_step_stays():
    lacking = draft(without(maintainer(), "spend", drop=measured("customer_acquisition_cost")))
    first = at(lacking, "step-awareness-acquisition")
    assert first.position.kind == "gap"
    assert "spend" in first.position.waits_for
    same = "step-acquisition-onboarding"
    assert at(lacking, same).position.said() == at(drafted(), same).position.said()


def test_referrals_on_record_wait_for_their_measure():
    gap = at(drafted(), "step-expansion-advocacy").position
    assert "the table is there" in gap.waits_for
    plain = at(draft(without(maintainer(), "referrals")), "step-expansion-advocacy").position
    assert plain.waits_for == "a table of referrals"


def test_invoices_are_no_second_order():
    assert at(drafted(), "step-onboarding-adoption").position.kind == "gap"
    assert at(drafted(grocer), "step-onboarding-adoption").position.kind == "claim"


def test_who_came_back_is_told_by_the_stage_where_two_windows_show_nobody():
    lacking = draft(without(grocer(), drop=measured("reactivated_customers")))
    step = at(lacking, "step-lapsed-won-back")
    assert step.position.kind == "claim"
    assert step.position.said().endswith("were away for a time and came back.")
    assert step.metric == "reactivated_customers", "a count at a stage steers nothing"
    assert at(draft(without(phone_company())), "step-lapsed-won-back").position.kind == "gap"
