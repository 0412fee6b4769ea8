from __future__ import annotations

from dataclasses import replace

import pytest

from custrata.delivery.deck.chapters.economics import profit
from custrata.delivery.deck.office.bridge import parts
from custrata.delivery.deck.slides import StepKind


def test_the_bridge_closes_to_the_cent(material):
    steps = profit.bridge(material("outfitter")).exhibits[0].exhibit.steps
    levels = parts(steps)
    assert levels[-2].end == pytest.approx(steps[-1].figure.value, abs=0.005)
    assert [steps[0].kind, steps[-1].kind] == [StepKind.TOTAL, StepKind.TOTAL]
    assert [s.label for s in steps] == [
        *("Revenue", "Cost of goods", "Support", "Returns", "Onboarding", "Payment delay"),
        *("Acquisition", "Unallocated", "Profit"),
    ]


def test_unallocated_cost_is_a_step_of_its_own(material):
    slide = profit.bridge(material("outfitter"))
    assert "Unallocated" in [s.label for s in slide.exhibits[0].exhibit.steps]
    assert slide.so_what.text.startswith("€74k, 2.6% of revenue, is caused by no customer")


def test_a_bridge_that_does_not_close_is_left_out(material):
    found = material("outfitter")
    broken = tuple(
        replace(r, value=1.0) if r.segment == (("profit_line", "support"),) else r
        for r in found.snapshot.readings
    )
    assert profit.bridge(replace(found, snapshot=replace(found.snapshot, readings=broken))) is None


def test_small_steps_keep_two_digits(material):
    steps = {s.label: s.figure.text for s in profit.bridge(material("outfitter")).exhibits[0].exhibit.steps}
    assert steps["Payment delay"] == "−€22k"
    assert steps["Revenue"] == "€2,900k"


def test_cost_to_serve_stands_with_its_range(material):
    slide = profit.serving(material("outfitter"))
    assert slide.titles[0].text.startswith("Serving customers costs €463k (€370k to €602k), 16% of revenue")
    assert "from low to high rates" in slide.measured.text


def test_the_main_cause_of_loss_is_the_title(material):
    slide = profit.causes(material("outfitter"))
    assert (
        slide.titles[0].text
        == "For 412 of 907 customers served at a loss the main cause is support: they give back €121k"
    )
    assert [p.figure.value > 0 for p in slide.exhibits[0].exhibit.points] == [True] * 4


@pytest.mark.parametrize("make", [profit.bridge, profit.serving, profit.causes])
def test_without_costs_there_is_no_slide(material, make):
    assert make(material("grocer")) is None
