from __future__ import annotations

import re
from dataclasses import replace

from custrata.delivery.deck.chapters import movement
from custrata.delivery.deck.material import Material
from custrata.delivery.deck.printed import labels_of
from custrata.delivery.deck.slides import StepKind
from custrata.vocabulary import Stage


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
    assert texts["New"] == "+504"
    assert texts["Not since"] == "−384"
    assert texts["Opening"] == "1,896"


def test_without_two_windows_there_is_no_bridge(material):
    assert movement.revenue_bridge(material("phone_company")) is None
    assert movement.customer_bridge(material("bare")) is None


def test_estimates_stand_with_their_interval(material):
    table = movement.retention(material("grocer")).exhibits[0].exhibit
    assert all(" to " in row.cells[2].small.text for row in table.rows)


def test_buyers_without_contracts_are_never_said_to_be_lost(material):
    found = material("grocer")
    for slide in (movement.customer_bridge(found), movement.revenue_bridge(found), movement.retention(found)):
        said = " ".join(
            (*(t.text for t in slide.titles), slide.so_what.text, *labels_of(slide.exhibits[0].exhibit))
        )
        assert not re.search(r"\b(los[et]|losing|left|leave|stopped)\b", said, re.IGNORECASE), said


def test_a_window_shorter_than_the_rhythm_says_so(material):
    found = material("grocer")
    readings = tuple(
        replace(r, value=584.0) if r.measure == "inter_purchase_days_p90" else r
        for r in found.snapshot.readings
    )
    slow = Material(replace(found.snapshot, readings=readings), found.document, found.evidence)
    for make in (movement.customer_bridge, movement.revenue_bridge, movement.retention):
        assert "within 584 days, longer than the window" in make(slow).so_what.text
        assert "longer than the window" not in make(found).so_what.text


def test_who_is_counted_as_not_since_bought_in_the_period_before(material):
    said = movement.customer_bridge(material("grocer")).titles[0].text
    assert "384 customers bought the period before and not since" in said


def test_coming_and_going_between_windows_is_not_named_like_a_stage(material):
    slides = (movement.customer_bridge(material("grocer")), movement.revenue_bridge(material("grocer")))
    shown = {s.label for slide in slides for s in slide.exhibits[0].exhibit.steps}
    named = {label for _, label, _ in (*movement._MONEY_STEPS, *movement._COUNT_STEPS)}
    assert {"Opening", "Came back"} <= shown
    assert not {Stage.WON_BACK, Stage.LAPSED} & {label.lower() for label in shown | named}
