from __future__ import annotations

from dataclasses import replace

import pytest
from tests.snapshots import bare, every_company, grocer, outfitter, phone_company, shop_with_profit

from custrata.evidence.gap_cost import RULES, gap_costs
from custrata.strategy.parts.steering.maturity import Dimension


def without(snapshot, *measures):
    return replace(snapshot, readings=tuple(r for r in snapshot.readings if r.measure not in measures))


def test_every_dimension_has_a_rule_that_says_why():
    assert {rule.dimension for rule in RULES} == set(Dimension)
    assert all(rule.rule.endswith(".") for rule in RULES)


@pytest.mark.parametrize("snapshot", every_company(), ids=lambda s: s.manifest.company)
def test_no_cost_comes_without_its_readings_and_unit(snapshot):
    for cost in gap_costs(snapshot).values():
        assert cost.amount > 0
        assert cost.readings
        assert cost.unit == cost.readings[0].unit


def test_lost_revenue_of_the_latest_window_goes_with_the_lifecycle():
    cost = gap_costs(grocer())[Dimension.LIFECYCLE]
    lost = grocer().reading("lost_revenue", (), "current")
    assert (cost.amount, cost.readings) == (lost.value, (lost,))
    assert cost.a_year == pytest.approx(lost.value * 365 / lost.period.days)


def test_where_nobody_left_in_a_window_those_who_lapsed_stand_in():
    cost = gap_costs(without(grocer(), "lost_revenue"))[Dimension.LIFECYCLE]
    assert cost.readings[0].segment == (("stage", "lapsed"),)


def test_discounts_are_counted_from_sales_before_refunds():
    cost = gap_costs(without(grocer(), "contraction_revenue"))[Dimension.PROPOSITION]
    revenue, share, refunds = cost.readings
    assert (revenue.measure, share.measure, refunds.measure) == ("revenue", "discount_share", "refunds")
    assert cost.amount == pytest.approx((revenue.value + refunds.value) * share.value / (1 - share.value))


def test_the_latest_window_goes_before_the_whole_history():
    # Discounts are the first rule, but known here over the whole history alone.
    assert gap_costs(grocer())[Dimension.PROPOSITION].readings[0].measure == "contraction_revenue"


def test_a_loss_counts_as_money_above_nothing():
    cost = gap_costs(shop_with_profit())[Dimension.SEGMENTATION]
    assert cost.amount == -cost.readings[0].value


def test_what_was_counted_over_a_long_history_is_less_in_a_year():
    costs = gap_costs(phone_company())
    assert costs
    for cost in costs.values():
        assert cost.a_year == pytest.approx(cost.amount * 365 / cost.readings[0].period.days)
        assert cost.a_year < cost.amount


def test_what_no_reading_tells_is_not_made_up():
    assert gap_costs(bare()) == {}


def test_a_company_whose_economics_are_known_has_a_cost_for_every_dimension():
    assert set(gap_costs(outfitter())) >= {Dimension.SEGMENTATION, Dimension.LIFECYCLE, Dimension.ALIGNMENT}
