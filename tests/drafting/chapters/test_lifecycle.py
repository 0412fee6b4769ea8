from __future__ import annotations

import pytest
from tests.snapshots import YEAR, Book, bare, every_company, grocer, phone_company, pipeline

from custrata.drafting.chapters.lifecycle import criterion, draft_lifecycle
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.vocabulary import Relationship, Stage


def test_every_stage_has_criteria_metric_position_intervention_and_owner():
    for snapshot in every_company():
        plan = draft_lifecycle(Pen(Desk(snapshot)))
        assert [p.stage for p in plan] == list(Stage)
        assert all(p.criteria and p.metric and p.intervention and p.owner.role for p in plan)
        assert plan[0].position is not None


def test_stages_with_customers_are_claims_and_the_others_gaps():
    plan = {p.stage: p for p in draft_lifecycle(Pen(Desk(grocer())))}
    assert plan[Stage.AT_RISK].position.said() == "336 customers stand here, 14% of all."
    assert plan[Stage.AT_RISK].friction is not None
    assert plan[Stage.ADVOCACY].position.kind == "gap"
    assert plan[Stage.ADVOCACY].friction is None


def test_without_stages_how_many_stand_there_is_not_known():
    plan = draft_lifecycle(Pen(Desk(bare())))
    assert plan[0].position.said().startswith("At which stage customers stand is not known.")
    assert {p.position for p in plan[1:]} == {None}


def test_what_holds_customers_up_is_asked_once():
    asked = [p.stage for p in draft_lifecycle(Pen(Desk(grocer()))) if p.friction is not None]
    assert asked == [Stage.AT_RISK]


def test_who_buys_by_deals_is_not_spoken_to_of_orders():
    desk = Desk(pipeline())
    plan = draft_lifecycle(Pen(desk))
    assert not [p for p in plan if "order" in f"{criterion(desk, p.stage)} {p.intervention.said()}".lower()]


def test_nobody_is_like_a_top_tier_that_is_not_there():
    said = draft_lifecycle(Pen(Desk(bare())))[0].intervention.said()
    assert said.startswith("Be found by those who are like the customers who stay longest")


@pytest.mark.parametrize("stage", list(Stage))
def test_criteria_fit_contracts_and_orders(stage):
    contracts, orders = criterion(Desk(phone_company()), stage), criterion(Desk(grocer()), stage)
    assert contracts.endswith(".")
    assert orders.endswith(".")
    assert "order" not in contracts.lower()
    assert "contract" not in orders.lower()


def test_criteria_quote_the_settings():
    snapshot = grocer()
    snapshot.manifest.settings["stages"].update(onboarding_days=45, rhythm_days=60, expansion_growth=0.3)
    desk = Desk(snapshot)
    assert "45 days" in criterion(desk, Stage.ONBOARDING)
    assert "60 days" in criterion(desk, Stage.AT_RISK)
    assert "30%" in criterion(desk, Stage.EXPANSION)


def test_a_stage_with_a_handful_is_a_gap_that_waits_for_more():
    book = Book("A", YEAR, "EUR", Relationship.NON_CONTRACTUAL)
    book.by("customers", "customers", "stage", [("lapsed", 10, 10), ("adoption", 90, 90)])
    plan = {p.stage: p for p in draft_lifecycle(Pen(Desk(book.snapshot({}))))}
    assert plan[Stage.LAPSED].position.kind == "gap"
    assert plan[Stage.LAPSED].position.said().startswith("Too few customers stand at “lapsed”")
    assert plan[Stage.ADOPTION].position.kind == "claim"
