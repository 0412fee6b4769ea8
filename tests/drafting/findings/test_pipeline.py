from __future__ import annotations

from tests.snapshots import grocer, pipeline

from custrata.drafting.desk import Desk
from custrata.drafting.findings.pipeline import cycle, still_open, won


def test_a_pipeline_is_told_by_what_is_won_open_and_slow():
    desk = Desk(pipeline())
    assert won(desk).said == "63% of closed opportunities are won"
    assert still_open(desk).said == "Opportunities worth 2.1m are open"
    assert cycle(desk).said == "Half of all sales take more than 45 days from first contact to close"


def test_a_company_without_a_pipeline_has_no_such_findings():
    for find in (won, still_open, cycle):
        assert find(Desk(grocer())) is None
