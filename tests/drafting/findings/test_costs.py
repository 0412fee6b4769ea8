from __future__ import annotations

from dataclasses import replace

import pytest
from tests.snapshots import grocer, outfitter, shop_with_profit

from custrata.drafting.desk import Desk
from custrata.drafting.findings.costs import serving, unprofitable, winning


def test_customers_who_cost_more_than_they_bring_stand_with_the_cause():
    finding = unprofitable(Desk(outfitter()))
    assert finding.said == "907 customers cost more than they bring: −€225k, −€121k of it by “support”"
    assert "support" in finding.so_what


def test_one_cause_behind_all_losses_is_said_to_be_the_only_one():
    told = outfitter()
    whole = next(r.value for r in told.readings if r.measure == "unprofitable_contribution")
    where = (("loss_cause", "support"),)
    readings = tuple(
        replace(r, value=whole) if r.measure == "loss_cause_amount" and r.segment == where else r
        for r in told.readings
    )
    finding = unprofitable(Desk(replace(told, readings=readings)))
    assert finding.said.endswith("all of it by “support”")
    assert [f.name for f in finding.figures] == ["n", "back", "by"]


def test_where_serving_is_not_costed_the_finding_on_margin_stands():
    assert unprofitable(Desk(shop_with_profit())) is None


def test_a_tier_that_is_dear_to_serve_is_named():
    said = serving(Desk(outfitter())).said
    assert said == "Serving bronze customers takes 61% of what they pay; over all it is 16%"


def test_cheap_service_is_no_finding():
    told = outfitter()
    cheap = tuple(replace(r, value=0.02) if r.measure == "cost_to_serve_ratio" else r for r in told.readings)
    assert serving(Desk(replace(told, readings=cheap))) is None


def test_a_channel_that_does_not_pay_back_is_named():
    finding = winning(Desk(outfitter()))
    assert finding.said == "Won by “display”, a customer brings 0.78 times the cost of winning"


@pytest.mark.parametrize("find", [serving, unprofitable, winning])
def test_without_costs_nothing_is_said(find):
    assert find(Desk(grocer())) is None
