from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, measured, without
from tests.snapshots import grocer

from custrata.drafting.draft import draft


def test_the_one_group_that_comes_first_is_designed_around():
    months = {g.id: g.primary_months for g in drafted().groups}
    assert months.pop("group-tier-gold") == 12
    assert set(months.values()) == {None}


def test_questions_to_a_group_stand_once():
    for document in (drafted(), drafted(grocer)):
        for field in ("potential", "measures_value", "configuration"):
            assert sum(getattr(g, field) is not None for g in document.groups) == 1


def test_what_is_put_in_is_said_once_for_each_intent():
    texts = [g.investment.text for g in drafted().groups if g.investment]
    assert len(set(texts)) == len(texts)


def test_a_group_is_pictured_only_by_figures_that_are_known():
    gold = next(g for g in drafted().groups if g.id == "group-tier-gold")
    assert gold.narrative.said() == (
        "Picture one of 80: serving it has cost €1,956 so far, and it is expected to bring €24k from here on."
    )
    lacking = draft(without(maintainer(), "costs", drop=measured("cost_to_serve")))
    assert [g.narrative for g in lacking.groups] == [None] * 4
    assert [g.share_now.said() for g in lacking.groups] == [g.share_now.said() for g in drafted().groups]
