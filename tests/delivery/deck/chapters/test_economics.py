from __future__ import annotations

from custrata.delivery.deck.chapters import economics


def test_the_whale_curve_says_what_is_given_back(material):
    slide = economics.whale(material("shop_with_profit"))
    assert slide.titles[0].text.startswith("20% of customers are served at a loss: they give back $63k")
    assert slide.exhibits[0].exhibit.marks[-1].figure.text == "122%"


def test_without_cost_there_is_no_whale_curve(material):
    assert economics.whale(material("grocer")) is None
