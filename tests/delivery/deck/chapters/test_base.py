from __future__ import annotations

from custrata.delivery.deck.chapters import base
from custrata.delivery.deck.slides import StepKind


def test_the_bridge_closes(material):
    bridge = base.revenue_bridge(material("grocer")).exhibits[0].exhibit
    level = 0.0
    for step in bridge.steps[:-1]:
        level += step.figure.value * (-1 if step.kind is StepKind.DOWN else 1)
    assert abs(level - bridge.steps[-1].figure.value) < 0.01


def test_moves_carry_their_sign(material):
    texts = {
        s.label: s.figure.text for s in base.customer_bridge(material("grocer")).exhibits[0].exhibit.steps
    }
    assert texts["Gained"] == "+504"
    assert texts["Lost"] == "−384"
    assert texts["Opening"] == "1,896"


def test_without_two_windows_there_is_no_bridge(material):
    assert base.revenue_bridge(material("phone_company")) is None
    assert base.customer_bridge(material("bare")) is None


def test_the_best_month_is_the_one_in_the_accent(material):
    points = base.months(material("grocer")).exhibits[0].exhibit.points
    best = max(points, key=lambda p: p.figure.value)
    assert [p for p in points if p.high] == [best]


def test_estimates_stand_with_their_interval(material):
    table = base.retention(material("grocer")).exhibits[0].exhibit
    assert all(" to " in row.cells[2].small.text for row in table.rows)


def test_a_list_of_customers_alone_has_no_base_to_show(material):
    assert base.at_a_glance(material("bare")) is None
    assert base.months(material("bare")) is None
    assert base.retention(material("bare")) is None
