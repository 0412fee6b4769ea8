from __future__ import annotations

from tests.snapshots import grocer, phone_company

from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen


def test_statements_are_numbered_by_kind_in_the_order_of_writing():
    pen = Pen(Desk(grocer()))
    rate = pen.desk.figure("rate", "repeat_rate")
    assert [pen.claim("{rate}", rate).id, pen.claim("{rate}", rate).id] == ["E01", "E02"]
    assert pen.proposal("Do it.", "head of sales").id == "P01"
    assert pen.gap("Not known.", "data").id == "G01"


def test_a_claim_with_a_figure_that_is_not_known_is_not_written_and_takes_no_number():
    pen = Pen(Desk(grocer()))
    assert pen.claim("{rate} and {x}", pen.desk.figure("rate", "repeat_rate"), None) is None
    assert pen.claim("Nothing bound.") is None
    assert pen.claim("{rate}", pen.desk.figure("rate", "repeat_rate")).id == "E01"


def test_where_there_is_no_claim_there_is_a_gap():
    pen = Pen(Desk(grocer()))
    assert pen.claim_or_gap("{x}", None, gap="Not known.", waits_for="cost").waits_for == "cost"


def test_a_proposal_suggests_a_role_and_names_nobody():
    owner = Pen(Desk(grocer())).proposal("Do it.", "head of sales").owner
    assert (owner.role, owner.assigned) == ("head of sales", False)


def test_claims_on_notional_days_carry_no_day():
    assert Pen(Desk(phone_company())).as_of is None
    assert Pen(Desk(grocer())).as_of == grocer().manifest.as_of
