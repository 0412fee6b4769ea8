from __future__ import annotations

from dataclasses import replace

import pytest
from tests.delivery.deck.filled import not_examined

from custrata.delivery.deck.chapters import portfolio
from custrata.delivery.deck.material import Material


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


def _exposed(found, **changes):
    """The material in which ten customers bring half of revenue, with other readings left out."""
    left_out = changes.get("without", "")
    readings = tuple(
        replace(r, value=0.5) if r.measure == "top_10_revenue_share" else r
        for r in found.snapshot.readings
        if r.measure != left_out
    )
    return Material(replace(found.snapshot, readings=readings), found.document, ())


def test_the_title_tells_the_loss_of_the_scenario_and_not_of_the_whole_history(material):
    slide = portfolio.concentration(_exposed(material("outfitter")))
    title, beside = slide.titles[0].text, slide.exhibits[1].exhibit
    lost = beside.rows[0].cells[1].main.text
    assert title == (
        "Ten customers are 50% of revenue; "
        f"losing the largest would cost {lost} of revenue of the latest year"
    )


def test_without_a_scenario_the_title_tells_what_the_first_brought_so_far(material):
    slide = portfolio.concentration(_exposed(material("outfitter"), without="loss_scenario_revenue"))
    first = slide.exhibits[0].exhibit.points[0].figure.text
    assert slide.titles[0].text.endswith(f"; the first has brought {first} so far")


def test_bars_and_what_stands_beside_them_each_name_their_window(material):
    found = material("outfitter")
    measured = portfolio.concentration(found).measured.text
    assert found.whole_period.text in measured
    assert f"; beside it revenue of {found.window('current').text}" in measured


def test_equity_of_a_model_that_sat_no_exam_says_so_in_its_head(material):
    found = material("outfitter")
    heads = [
        portfolio.concentration(m).exhibits[1].exhibit.columns[-1].head for m in (found, not_examined(found))
    ]
    assert heads == ["Equity lost", "Equity lost, not examined"]
