from __future__ import annotations

from dataclasses import replace

from tests.drafting.drafted import drafted, maintainer
from tests.snapshots import bare, every_company, grocer, phone_company

from custrata.drafting.draft import draft
from custrata.drafting.papers.journeys import OUTCOMES
from custrata.vocabulary import Stage


def test_the_journey_of_all_customers_has_every_stage():
    for company in every_company():
        whole = draft(company).journey_maps[0]
        assert [s.stage for s in whole.stages] == list(Stage)
        assert all(s.outcome and s.metric and s.owner.role for s in whole.stages)


def test_only_stages_that_readings_tell_stand_in_the_journey_of_a_group():
    gold = drafted().journey_maps[1]
    assert gold.id == "journey-gold"
    assert [s.stage.value for s in gold.stages] == ["adoption", "expansion", "lapsed"]
    assert all(s.position or s.friction_from_data for s in gold.stages)


def test_the_worst_stage_is_the_one_out_of_which_most_are_lost():
    assert drafted().journey_maps[0].worst is Stage.AT_RISK
    assert drafted(grocer).journey_maps[0].worst is Stage.ONBOARDING
    assert drafted(bare).journey_maps[0].worst is None


def test_a_stage_of_which_nothing_else_is_known_tells_who_stands_there():
    stages = {s.stage: s for s in drafted(phone_company).journey_maps[0].stages}
    assert stages[Stage.LAPSED].position.said() == "1,869 customers are at this stage, 27% of all."


def test_without_dates_the_kind_of_customer_that_goes_is_named():
    whole = drafted(phone_company).journey_maps[0]
    told = next(s for s in whole.stages if s.stage is whole.worst)
    assert told.friction_from_data.said() == (
        "With contract “Month-to-month” 43% have left; with “Two year” 2.8%."
    )


def test_where_few_are_lost_no_stage_is_the_worst():
    kept = tuple(
        replace(r, value=0.97) if r.measure == "logo_retention" else r for r in maintainer().readings
    )
    assert draft(replace(maintainer(), readings=kept)).journey_maps[0].worst is None


def test_what_customers_feel_is_not_made_up():
    stages = [s for m in drafted().journey_maps for s in m.stages]
    assert {(s.feels, s.thinks) for s in stages} == {(None, ())}


def test_every_stage_has_outcomes_for_both_kinds_of_company():
    assert set(OUTCOMES) == set(Stage)
