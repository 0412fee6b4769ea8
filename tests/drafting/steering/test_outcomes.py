from __future__ import annotations

from tests.drafting.drafted import drafted
from tests.snapshots import bare, every_company, grocer

from custrata.drafting.chapters.goals import THEMES
from custrata.drafting.steering.outcomes import PLANS, WORDS


def test_each_goal_brings_one_outcome_nearer():
    for company in (drafted(), *(drafted(lambda s=s: s) for s in every_company())):
        assert [g.outcome for g in company.goals] == [o.id for o in company.outcomes]


def test_every_theme_has_words_of_a_customer_and_a_plan_of_three_functions():
    assert set(WORDS) == set(PLANS) == {theme.id for theme in THEMES}
    assert all(len({role for role, _ in plan}) == 3 for plan in PLANS.values())
    assert all(text.startswith(("I ", "They ", "When I ")) for text in WORDS.values())


def test_an_outcome_is_told_by_a_measure_that_can_be_read():
    keep = next(o for o in drafted().outcomes if o.id == "outcome-keep")
    assert keep.measure == "logo_retention"
    assert {p.goals for p in keep.plans} == {("goal-keep",)}


def test_without_goals_there_is_no_outcome():
    assert drafted(bare).outcomes == ()


def test_contracts_are_spoken_of_only_where_there_are_some():
    def first(company) -> str:
        return next(o for o in company.outcomes if o.id == "outcome-keep").plans[0].contribution

    assert first(drafted()) == "speaks with those whose contract nears its end, before they go"
    assert first(drafted(grocer)) == "speaks with those who fall silent, before they are gone"
