from __future__ import annotations

import pytest

from custrata.delivery.deck.chapters import portfolio


def test_tiers_add_up_to_the_whole(material):
    stack = portfolio.tiers(material("shop_with_profit")).exhibits[0].exhibit
    for column in range(len(stack.columns)):
        assert sum(layer.figures[column].value for layer in stack.layers) == pytest.approx(1)


def test_a_tier_that_costs_money_stands_in_the_title(material):
    assert "bronze costs us $14.3k" in portfolio.tiers(material("shop_with_profit")).titles[0].text


def test_the_whale_curve_says_what_is_given_back(material):
    slide = portfolio.whale(material("shop_with_profit"))
    assert slide.titles[0].text.startswith("20% of customers are served at a loss: they give back $63k")
    assert slide.exhibits[0].exhibit.marks[-1].figure.text == "122%"


def test_without_cost_there_is_no_whale_curve(material):
    assert portfolio.whale(material("grocer")) is None


def test_concentration_names_no_customer(material):
    bars = portfolio.concentration(material("grocer")).exhibits[0].exhibit
    assert [p.label for p in bars.points][:2] == ["No. 1", "No. 2"]


def test_intents_put_what_is_emphasised_first(material):
    table = portfolio.intents(material("grocer")).exhibits[0].exhibit
    emphasised = [row.emphasised for row in table.rows]
    assert emphasised == sorted(emphasised, reverse=True)
    assert sum(emphasised) <= 2


def test_groups_and_policy_follow_the_strategy(material):
    found = material("grocer")
    assert len(portfolio.groups(found).exhibits[0].exhibit.rows) == len(found.document.groups[:8])
    assert len(portfolio.policy(found).exhibits[0].exhibit.rows) == len(found.document.tiers)


def test_an_attribute_is_shown_by_what_customers_bring(material):
    slide = portfolio.by_attribute(material("grocer"), "age_band")
    assert slide.titles[0].text == "Age band “45 and over” brings 49% of revenue"
    assert portfolio.by_attribute(material("grocer"), "unheard_of") is None
