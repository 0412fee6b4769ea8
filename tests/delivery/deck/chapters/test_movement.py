from __future__ import annotations

from custrata.delivery.deck.chapters import movement
from custrata.delivery.deck.slides import StepKind


def test_the_bridge_closes(material):
    bridge = movement.revenue_bridge(material("grocer")).exhibits[0].exhibit
    level = 0.0
    for step in bridge.steps[:-1]:
        level += step.figure.value * (-1 if step.kind is StepKind.DOWN else 1)
    assert abs(level - bridge.steps[-1].figure.value) < 0.01


def test_moves_carry_their_sign(material):
    texts = {
        s.label: s.figure.text for s in movement.customer_bridge(material("grocer")).exhibits[0].exhibit.steps
    }
    assert texts["Gained"] == "+504"
    assert texts["Lost"] == "−384"
    assert texts["Opening"] == "1,896"


def test_without_two_windows_there_is_no_bridge(material):
    assert movement.revenue_bridge(material("phone_company")) is None
    assert movement.customer_bridge(material("bare")) is None


def test_estimates_stand_with_their_interval(material):
    table = movement.retention(material("grocer")).exhibits[0].exhibit
    assert all(" to " in row.cells[2].small.text for row in table.rows)
