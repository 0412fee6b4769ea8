from __future__ import annotations

from tests.snapshots import grocer, outfitter

from custrata.drafting.desk import Desk
from custrata.drafting.findings.exchange import under_served


def test_customers_who_give_much_and_get_little_are_counted():
    assert under_served(Desk(outfitter())).said == (
        "402 customers give much and get little, 17% of those we know"
    )


def test_without_an_exchange_nothing_is_said():
    assert under_served(Desk(grocer())) is None
