from __future__ import annotations

import pytest

from custrata.delivery.deck.chapters.economics import whale


def test_the_whale_curve_says_what_is_given_back(material):
    slide = whale.whale(material("shop_with_profit"))
    assert slide.titles[0].text.startswith("20% of customers are served at a loss: they give back $63k")
    assert slide.exhibits[0].exhibit.marks[-1].figure.text == "122%"


def test_without_cost_there_is_no_whale_curve(material):
    assert whale.whale(material("grocer")) is None


def test_with_costs_of_serving_the_curve_is_of_contribution_and_has_a_band(material):
    slide = whale.whale(material("outfitter"))
    exhibit = slide.exhibits[0].exhibit
    assert slide.titles[0].text.startswith("30% of customers are served at a loss")
    assert "contribution" in slide.measured.text
    assert "low to high rates" in slide.measured.text
    assert len(exhibit.band) == len(exhibit.points)
    for (_, middle), (low, high) in zip(exhibit.points, exhibit.band, strict=True):
        assert low <= middle <= high


def test_a_counted_curve_has_no_band(material):
    assert whale.whale(material("shop_with_profit")).exhibits[0].exhibit.band == ()


def test_what_the_others_earn_less_what_is_given_back_is_the_whole(material):
    title = whale.whale(material("outfitter")).titles[0]
    _, loss, earned = title.figures
    assert earned.value - loss.value == pytest.approx(727_099.25)
