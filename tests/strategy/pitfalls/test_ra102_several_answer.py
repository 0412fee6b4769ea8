from __future__ import annotations

from tests.strategies import (
    findings,
    places,
    strategy,
)

from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.responsibility import Raci
from custrata.strategy.pitfalls.ra102_several_answer import PITFALL


def line(name: str, on: str, role: str) -> Raci:
    return Raci(id=name, on=on, accountable=Owner(role=role))


def test_a_second_one_who_answers_is_found():
    doc = strategy(raci=(line("r1", "call", "head of sales"), line("r2", "call", "head of service")))
    (found,) = findings(PITFALL, doc)
    assert found.place == "raci[r2]"
    assert "head of sales" in found.message


def test_the_same_one_twice_and_two_for_two_things_are_silent():
    same = strategy(raci=(line("r1", "call", "head of sales"), line("r2", "call", "head of sales")))
    assert places(PITFALL, same) == []
    two = strategy(raci=(line("r1", "call", "head of sales"), line("r2", "visit", "head of service")))
    assert places(PITFALL, two) == []
