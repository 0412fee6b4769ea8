from __future__ import annotations

import pytest

from custrata.drafting.wording.numbers import bind
from custrata.strategy.parts.statement import Figure


def figure(value, unit, name="x"):
    return Figure(name=name, measure="m", value=value, unit=unit)


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("41%", 0.4123, "share"),
        ("41.2 %", 0.4123, "share"),
        ("41 per cent", 0.4123, "share"),
        ("$2.1m", 2_104_000, "USD"),
        ("$2.10m", 2_104_000, "USD"),
        ("2.1 million", 2_104_000, "USD"),
        ("2,104,000", 2_104_000, "USD"),
        ("CHF 2.1m", 2_104_000, "CHF"),
        ("−3.4%", -0.034, "share"),
        ("-€71k", -71_224, "EUR"),
        ("793", 793, "customers"),
        ("12.5", 12.46, "days"),
    ],
)
def test_a_number_rounded_as_printed_is_bound(typed, value, unit):
    bound = bind(f"It is {typed}.", [figure(value, unit)])

    assert bound.loose == ()
    assert bound.text == "It is {x}."


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("42%", 0.4123, "share"),
        ("41", 0.4123, "share"),
        ("41%", 41, "customers"),
        ("$41", 41, "customers"),
        ("3%", -0.03, "share"),
        ("2.2m", 2_104_000, "USD"),
        ("41%", None, "share"),
    ],
)
def test_another_number_or_unit_stays_loose(typed, value, unit):
    assert bind(f"It is {typed}.", [figure(value, unit)]).loose != ()


def test_a_number_is_bound_once():
    bound = bind("41% and 41%", [figure(0.41, "share")])

    assert (bound.text, bound.loose) == ("{x} and 41%", ("41%",))


def test_marks_and_placeholders_are_left_alone():
    text = "⟦N1⟧ brings {x} and {n|1 order|2 orders}"

    assert bind(text, [figure(0.41, "share")]).text == text
