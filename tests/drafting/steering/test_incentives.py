from __future__ import annotations

from tests.drafting.drafted import drafted, maintainer, measured, without
from tests.snapshots import bare, pipeline

from custrata.drafting.draft import draft


def test_every_proposal_is_paid_on_a_measure_and_serves_a_goal():
    for incentive in drafted().incentives[:-1]:
        assert incentive.measure
        assert incentive.serves
        assert incentive.statement.kind == "proposal"


def test_what_is_paid_today_is_a_gap():
    for document in (drafted(), drafted(bare)):
        assert document.incentives[-1].statement.kind == "gap"
    assert len(drafted(bare).incentives) == 1


def test_without_answers_nobody_is_praised_for_them():
    assert "incentive-serving" in [i.id for i in drafted().incentives]
    silent = draft(without(maintainer(), "feedback", drop=measured("nps")))
    assert "incentive-serving" not in [i.id for i in silent.incentives]


def test_sales_of_a_pipeline_is_paid_for_deals_that_fit():
    winning = next(i for i in drafted(pipeline).incentives if i.id == "incentive-winning")
    assert winning.measure == "win_rate"
