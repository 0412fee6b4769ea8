from __future__ import annotations

from tests.told import Told

from custrata.strategy.pitfalls.tiering import a_customer, brought, by_tier, times


def told() -> Told:
    found = Told().by("customers", "tier", "customers", gold=50, silver=100)
    return found.by("revenue", "tier", "EUR", gold=500, silver=100)


def test_money_is_divided_by_the_customers_of_the_tier():
    assert a_customer(told(), "revenue") == {"gold": 10, "silver": 1}
    assert a_customer(told(), "cost_to_serve") == {}


def test_margin_is_told_before_revenue():
    assert brought(told()) == {"gold": 10, "silver": 1}
    assert brought(told().by("gross_margin", "tier", "EUR", gold=100, silver=100)) == {"gold": 2, "silver": 1}


def test_one_tier_that_rests_on_few_says_nothing_of_all():
    assert by_tier(told().add("csat", 0.7, n=5, segment=(("tier", "gold"),)), "csat") == {}
    few = Told().by("csat", "tier", n=5, gold=0.7)
    assert by_tier(few, "csat") == {}
    assert by_tier(few, "csat", least_n=1) == {"gold": 0.7}
    assert by_tier(told(), "customers") == {"gold": 50, "silver": 100}


def test_a_tier_that_brings_nothing_is_endlessly_far_away():
    assert times({"gold": 3.0, "silver": 1.5}) == 2
    assert times({"gold": 3.0, "silver": 0.0}) == float("inf")
