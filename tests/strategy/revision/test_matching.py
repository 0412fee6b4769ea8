from __future__ import annotations

from custrata.strategy.document import SignOff
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Gap
from custrata.strategy.revision.matching import named


def test_parts_are_known_by_id_function_or_place():
    gap = Gap(id="G1", text="Not known.", waits_for="data")
    assert list(named((gap, SignOff(function="board", name="A. Person"), Owner()))) == ["G1", "board", "2"]


def test_names_that_come_twice_are_told_apart():
    twice = (SignOff(function="a"), SignOff(function="a~2"), SignOff(function="a"), SignOff(function="a"))
    assert list(named(twice)) == ["a", "a~2", "a~3", "a~4"]
