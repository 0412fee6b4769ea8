from __future__ import annotations

import pytest

from custrata.delivery.deck.chapters import portfolio


def test_tiers_add_up_to_the_whole(material):
    stack = portfolio.tiers(material("shop_with_profit")).exhibits[0].exhibit
    for column in range(len(stack.columns)):
        assert sum(layer.figures[column].value for layer in stack.layers) == pytest.approx(1)


def test_a_tier_that_costs_money_stands_in_the_title(material):
    assert "bronze costs us $14.3k" in portfolio.tiers(material("shop_with_profit")).titles[0].text


def test_concentration_names_no_customer(material):
    bars = portfolio.concentration(material("grocer")).exhibits[0].exhibit
    assert [p.label for p in bars.points][:2] == ["No. 1", "No. 2"]


def test_the_policy_follows_the_strategy(material):
    found = material("grocer")
    assert len(portfolio.policy(found).exhibits[0].exhibit.rows) == len(found.document.tiers)


def test_tiers_are_told_by_contribution_where_serving_is_costed(material):
    slide = portfolio.tiers(material("outfitter"))
    assert "of contribution" in slide.titles[0].text
    heads = [c.head for c in slide.exhibits[1].exhibit.columns]
    assert "Lifetime value each" in heads
    assert "Cost to serve of revenue" in heads


def test_what_goes_with_the_largest_stands_beside_them(material):
    beside = portfolio.concentration(material("outfitter")).exhibits[1].exhibit
    assert [r.cells[0].main.text for r in beside.rows] == [
        "Without the largest",
        "Without the largest five",
        "Without the largest ten",
    ]
    assert beside.rows[0].cells[1].main.text == "€31.9k"
