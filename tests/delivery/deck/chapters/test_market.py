from __future__ import annotations

from custrata.delivery.deck.chapters import market


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
