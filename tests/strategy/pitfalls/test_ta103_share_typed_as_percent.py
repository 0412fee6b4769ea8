from __future__ import annotations

from tests.strategies import (
    PERSON,
    findings,
    places,
    proposal,
    strategy,
)

from custrata.strategy.parts.statement import Claim, Figure
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.strategy.pitfalls.ta103_share_typed_as_percent import PITFALL


def objective(target: float, unit: str) -> Objective:
    figure = Figure(name="base", measure="csat", value=0.7 if unit == "share" else 70, unit=unit)
    base = Claim(id="E01", text="{base}", figures=(figure,))
    result = KeyResult(id="k", measure="csat", target=target, base=base)
    return Objective(id="o", statement=proposal(), key_results=(result,), owner=PERSON)


def test_percent_in_place_of_a_share_is_found():
    (found,) = findings(PITFALL, strategy(objectives=(objective(82, "share"),)))
    assert found.place == "objectives[o].key_results[k]"
    assert "0.82" in found.mend


def test_a_share_and_points_are_silent():
    assert places(PITFALL, strategy(objectives=(objective(0.82, "share"),))) == []
    assert places(PITFALL, strategy(objectives=(objective(82, "points"),))) == []
