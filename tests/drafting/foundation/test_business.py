from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, measured, said, without
from tests.snapshots import bare, grocer, pipeline

from custrata.drafting.draft import draft


def test_the_model_follows_how_money_comes_in():
    assert drafted().business.model.said() == (
        "The company earns by contract: what runs today brings €223k a month."
    )
    assert drafted(grocer).business.model.said().startswith("The company earns order by order")
    assert drafted(pipeline).business.model.said().startswith("The company earns by deals")
    assert drafted(bare).business.model.kind == "gap"


def test_goals_and_money_of_the_plan_are_gaps():
    business = drafted().business
    assert {s.kind for s in (*business.goals, *business.financial_priorities, *business.finance_model)} == {
        "gap"
    }
    assert business.revenue_targets == ()


def test_a_table_of_targets_without_a_measure_is_said():
    lacking = draft(without(maintainer(), "targets"))
    told = ["table of targets" in " ".join(said(d.business)) for d in (drafted(), lacking)]
    assert told == [True, False]


def test_challenges_are_claims_with_what_is_at_stake():
    challenges = drafted().business.challenges
    assert 1 <= len(challenges) <= 3
    assert {c.kind for c in challenges} == {"claim"}


def test_a_small_loss_is_no_challenge():
    assert any("must be won again" in text for text in said(drafted().business))
    tiny = without(maintainer(), drop=measured("lost_revenue"))
    assert not any("must be won again" in text for text in said(draft(tiny).business))


def test_nothing_stands_in_the_way_where_nothing_is_read():
    assert [c.kind for c in drafted(bare).business.challenges] == ["gap"]


def test_each_hunch_goes_with_a_goal():
    assert len(drafted().business.hunches) == len(drafted().goals)
