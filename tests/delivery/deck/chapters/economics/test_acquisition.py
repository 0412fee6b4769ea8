from __future__ import annotations

from custrata.delivery.deck.chapters.economics import acquisition


def test_a_channel_that_brings_less_than_it_costs_is_named(material):
    slide = acquisition.returns(material("outfitter"))
    said = "Display customers bring less than winning them costs: 0.78 times (0.70 to 0.87)"
    assert slide.titles[0].text == said
    table = slide.exhibits[0].exhibit
    assert table.level == 1.0
    assert [row.cells[0].main.text for row in table.rows] == ["referral", "search", "display"]


def test_the_payback_of_the_last_cohort_follows(material):
    assert "after 14 months" in acquisition.returns(material("outfitter")).so_what.text


def test_without_spend_there_is_no_slide(material):
    assert acquisition.returns(material("grocer")) is None
