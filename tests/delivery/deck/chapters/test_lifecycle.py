from __future__ import annotations

import pytest

from custrata.delivery.deck.chapters import lifecycle


def test_shares_of_the_stages_add_up(material):
    table = lifecycle.stages(material("grocer")).exhibits[1].exhibit
    assert sum(row.cells[2].main.figures[0].value for row in table.rows) == pytest.approx(1)


def test_the_title_counts_those_at_risk_and_lapsed(material):
    assert (
        lifecycle.stages(material("grocer"))
        .titles[0]
        .text.startswith("336 customers are at risk and 264 have lapsed")
    )


def test_churn_is_shown_by_the_attribute_that_tells_most(material):
    slide = lifecycle.leaving(material("phone_company"))
    assert slide.titles[0].text.startswith("43% of customers with contract “Month-to-month” have left, 2.8%")


def test_without_churn_nobody_leaves(material):
    assert lifecycle.leaving(material("grocer")) is None


def test_every_stage_of_the_plan_has_an_owner_or_asks_for_one(material):
    table = lifecycle.plan(material("grocer")).exhibits[0].exhibit
    assert all(row.cells[-1].main.text for row in table.rows)
