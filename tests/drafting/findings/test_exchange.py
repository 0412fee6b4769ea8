from __future__ import annotations

from dataclasses import replace

from tests.snapshots import grocer, outfitter

from custrata.drafting.desk import Desk
from custrata.drafting.findings.exchange import under_served


def test_customers_who_give_much_and_get_little_are_counted():
    assert under_served(Desk(outfitter())).said == (
        "402 customers give much and get little, 17% of those we know"
    )


def test_tenure_and_discount_alone_tell_of_nobody_that_they_get_little():
    told = outfitter()
    said = (
        "Value to the customer is the mean of percentile ranks: tenure (weight 1: days); "
        "discount (weight 1: share of the price). Not known: outcome, satisfaction, effort, usage, response."
    )
    manifest = replace(told.manifest, rules=dict(told.manifest.rules) | {"exchange": (said,)})
    assert under_served(Desk(replace(told, manifest=manifest))) is None


def test_without_an_exchange_nothing_is_said():
    assert under_served(Desk(grocer())) is None
