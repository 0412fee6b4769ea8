from __future__ import annotations

from custrata.delivery.deck.chapters import standing


def test_the_best_month_is_the_one_in_the_accent(material):
    points = standing.months(material("grocer")).exhibits[0].exhibit.points
    best = max(points, key=lambda p: p.figure.value)
    assert [p for p in points if p.high] == [best]


def test_a_list_of_customers_alone_has_nothing_to_show(material):
    assert standing.at_a_glance(material("bare")) is None
    assert standing.months(material("bare")) is None


def test_notional_days_are_not_shown_as_months(material):
    assert standing.months(material("phone_company")) is None
