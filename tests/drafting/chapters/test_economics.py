from __future__ import annotations

from dataclasses import replace

import pytest
from tests.snapshots import grocer

from custrata.drafting.chapters.economics import group_economics, reasons
from custrata.drafting.desk import Desk
from custrata.drafting.pen import Pen
from custrata.vocabulary import Reading

GOLD = (("tier", "gold"),)
TIERS = ("platinum", "gold", "silver", "bronze")


def reading(measure, value, segment=(), unit="customers", n=200):
    plain = grocer()
    period = plain.manifest.windows["all"]
    return Reading(measure, value, unit, n, "customers", period, segment, fingerprint="0" * 16)


@pytest.fixture
def told():
    """The grocer with what its gold customers cost, have ahead of them, and where they stand."""
    tiers = [(("tier", name),) for name in TIERS]
    counts = {"balanced": 40.0, "under-served": 50.0, "over-served": 10.0}
    added = [
        *(reading("customer_equity", 250.0 * (k + 1), s, "USD") for k, s in enumerate(tiers)),
        reading("contribution", 900.0, GOLD, "USD"),
        reading("cost_to_serve", 400.0, (), "USD"),
        reading("cost_to_serve_ratio", 0.12, GOLD, "share"),
        reading("cost_to_serve_ratio", 0.1, (), "share"),
        *(reading("exchange_customers", n, (*GOLD, ("exchange", q)), n=int(n)) for q, n in counts.items()),
    ]
    shop = grocer()
    rules = {"exchange": ("Value to the customer is: usage (weight 1: days). Not known: outcome.",)}
    manifest = replace(shop.manifest, rules=rules)
    return replace(shop, manifest=manifest, readings=(*shop.readings, *added))


def test_what_readings_say_of_a_group_is_gathered(told):
    found = group_economics(Desk(told), "revenue", GOLD)
    assert found.customers_share == pytest.approx(0.2, abs=0.001)
    assert found.lifetime_share == 0.2
    assert (found.contribution, found.serving_ratio, found.serving_ratio_all) == (900, 0.12, 0.1)
    assert (found.under_served, found.over_served) == (0.5, 0.1)


def test_what_is_not_known_stays_empty():
    found = group_economics(Desk(grocer()), "revenue", GOLD)
    assert (found.contribution, found.lifetime_share, found.under_served, found.promise) == (None,) * 4


def test_reasons_are_bound_to_readings(told):
    said = {claim.topic: claim.said() for claim in reasons(Pen(Desk(told)), GOLD)}
    assert said["group_ahead"] == "Of the lifetime value of all customers, 20% is theirs."
    assert said["group_exchange"] == (
        "50% of them give much and get little, of those of whom both are known."
    )
    assert said["group_contribution"].endswith("is left after cost and service.")
    assert "group_margin" not in said


def test_nothing_is_said_of_service_where_its_cost_is_not_known(told):
    blind = tuple(r for r in told.readings if r.measure != "cost_to_serve")
    topics = [claim.topic for claim in reasons(Pen(Desk(replace(told, readings=blind))), GOLD)]
    assert "group_contribution" not in topics


def test_without_the_new_economics_the_old_reasons_stand():
    topics = [claim.topic for claim in reasons(Pen(Desk(grocer())), GOLD)]
    assert not {"group_ahead", "group_exchange", "group_contribution"} & set(topics)
    assert "group_worth" in topics


def test_a_few_customers_known_tell_no_exchange(told):
    few = tuple(replace(r, value=1.0) if r.measure == "exchange_customers" else r for r in told.readings)
    assert group_economics(Desk(replace(told, readings=few)), "revenue", GOLD).under_served is None


def test_tenure_alone_tells_no_exchange_of_a_group(told):
    rules = {"exchange": ("Value to the customer is: tenure (weight 1: days). Not known: usage.",)}
    alone = Desk(replace(told, manifest=replace(told.manifest, rules=rules)))
    assert group_economics(alone, "revenue", GOLD).under_served is None
    assert "group_exchange" not in {claim.topic for claim in reasons(Pen(alone), GOLD)}


def test_what_makes_a_group_dear_is_among_the_reasons(told):
    assert "group_serving" not in [c.topic for c in reasons(Pen(Desk(told)), GOLD)]
    dear = tuple(
        replace(r, value=0.3) if r.measure == "cost_to_serve_ratio" and r.segment else r
        for r in told.readings
    )
    said = {c.topic: c.said() for c in reasons(Pen(Desk(replace(told, readings=dear))), GOLD)}
    assert said["group_serving"] == "Serving them takes 30% of what they pay, over all customers 10%."
