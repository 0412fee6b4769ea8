from __future__ import annotations

from custrata.delivery.deck.chapters import groups


def test_intents_put_what_is_emphasised_first(material):
    table = groups.intents(material("grocer")).exhibits[0].exhibit
    emphasised = [row.emphasised for row in table.rows]
    assert emphasised == sorted(emphasised, reverse=True)
    assert sum(emphasised) <= 2


def test_an_attribute_is_shown_by_what_customers_bring(material):
    slide = groups.by_attribute(material("grocer"), "age_band")
    assert slide.titles[0].text == "Age band “45 and over” brings 49% of known customers' revenue"
    assert groups.by_attribute(material("grocer"), "unheard_of") is None


def test_groups_follow_the_strategy(material):
    found = material("grocer")
    assert len(groups.groups(found).exhibits[0].exhibit.rows) == len(found.document.groups[:8])
