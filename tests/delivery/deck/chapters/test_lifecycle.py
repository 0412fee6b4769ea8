from __future__ import annotations

from dataclasses import replace

import pytest

from custrata.delivery.deck.chapters import lifecycle
from custrata.delivery.deck.material import Material


def test_shares_of_the_stages_add_up(material):
    table = lifecycle.stages(material("grocer")).exhibits[1].exhibit
    assert sum(row.cells[2].main.figures[0].value for row in table.rows) == pytest.approx(1)


def test_the_title_counts_those_past_the_rhythm_and_calls_nobody_gone(material):
    assert lifecycle.stages(material("grocer")).titles[0].text == (
        "Nine in ten come back within 41 days; 336 customers are past that, 264 past twice that"
    )


def _with_stages(found, **sizes):
    """The material with other numbers of customers by stage; a stage without a number is empty."""
    readings = tuple(
        replace(r, value=sizes.get(r.segment[0][1].replace(" ", "_"), 0.0))
        if r.measure == "customers" and r.segment and r.segment[0][0] == "stage"
        else r
        for r in found.snapshot.readings
    )
    return Material(replace(found.snapshot, readings=readings), found.document, found.evidence)


def test_where_nobody_is_at_risk_no_one_asks_to_call_them(material):
    slide = lifecycle.stages(_with_stages(material("grocer"), adoption=49.0))
    assert slide.titles[0].text == "Nine in ten come back within 41 days; nobody is past that"
    assert "those" not in slide.so_what.text


def test_one_customer_is_one_customer(material):
    slide = lifecycle.stages(_with_stages(material("grocer"), adoption=49.0, at_risk=1.0))
    assert slide.titles[0].text.endswith("1 customer is past that")


def test_with_contracts_those_without_one_are_counted(material):
    found = material("phone_company")
    slide = lifecycle.stages(_with_stages(found, adoption=49.0, lapsed=20.0))
    assert slide.titles[0].text == "20 customers are without a running contract"


def test_churn_is_shown_by_the_attribute_that_tells_most(material):
    slide = lifecycle.leaving(material("phone_company"))
    assert slide.titles[0].text.startswith("43% of customers with contract “Month-to-month” have left, 2.8%")


def test_groups_too_small_for_the_slide_on_leaving_are_counted(material):
    found = material("phone_company")
    assert "not shown" not in lifecycle.leaving(found).measured.text
    few = tuple(
        replace(r, value=5.0) if r.measure == "customers" and r.segment == (("contract", "One year"),) else r
        for r in found.snapshot.readings
    )
    said = lifecycle.leaving(replace(found, snapshot=replace(found.snapshot, readings=few))).measured.text
    assert said.endswith("; not shown: 1 value")


def test_without_churn_nobody_leaves(material):
    assert lifecycle.leaving(material("grocer")) is None


def test_every_stage_of_the_plan_has_an_owner_or_asks_for_one(material):
    table = lifecycle.plan(material("grocer")).exhibits[0].exhibit
    assert all(row.cells[-1].main.text for row in table.rows)
