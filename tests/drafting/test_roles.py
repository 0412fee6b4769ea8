from __future__ import annotations

from tests.snapshots import grocer, phone_company, pipeline

from custrata.drafting.desk import Desk
from custrata.drafting.roles import keeper, winner


def test_roles_follow_the_kind_of_company():
    assert keeper(Desk(phone_company())) == "head of customer success"
    assert keeper(Desk(grocer())) == "head of customer marketing"
    assert winner(Desk(pipeline())) == "head of sales"
    assert winner(Desk(grocer())) == "head of marketing"
