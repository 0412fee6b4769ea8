from __future__ import annotations

from dataclasses import replace

import pytest

from custrata.delivery.deck.chapters import market
from custrata.delivery.deck.material import Material


def test_the_win_rate_is_the_title_and_stands_with_its_interval(material):
    slide = market.pipeline(material("pipeline"))
    assert slide.titles[0].text == "We win 63% of the opportunities that close, worth 10m"
    assert "62% to 64%" in slide.exhibits[0].exhibit.rows[0].words.text


def test_campaigns_say_reach_and_not_effect(material):
    assert "what they change is not known" in market.campaigns(material("grocer")).titles[0].text


def test_without_opportunities_answers_and_campaigns_there_is_nothing(material):
    assert market.pipeline(material("grocer")) is None
    assert market.voice(material("grocer")) is None
    assert market.campaigns(material("pipeline")) is None


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("share", 0.39, "39% of answers on satisfaction give one of the two best marks"),
        ("points", 3.2, "Customers give us a satisfaction score of 3.2"),
    ],
)
def test_satisfaction_says_what_it_is_and_how_many_answered(material, unit, value, said):
    found = material("grocer")
    scored = replace(found.reading("customers"), measure="csat", unit=unit, value=value, n=2763)
    asked = replace(found.reading("customers"), measure="tickets", unit="tickets", value=8469.0, n=8469)
    readings = (*found.snapshot.readings, scored, asked)
    slide = market.voice(Material(replace(found.snapshot, readings=readings), found.document, ()))
    assert slide.titles[0].text == f"{said}; customers wrote 8,469 tickets"
    assert "n = 2,763" in slide.exhibits[0].exhibit.rows[0].words.text
