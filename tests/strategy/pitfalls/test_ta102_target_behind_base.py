from __future__ import annotations

import pytest
from tests.strategies import (
    PERSON,
    places,
    proposal,
    strategy,
)

from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Claim, Figure
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.strategy.pitfalls.ta102_target_behind_base import PITFALL
from custrata.vocabulary import Direction


def row(target: float, better: Direction, value: float | None = 0.5) -> ScoreRow:
    figure = Figure(name="base", measure="csat", value=value, unit="share")
    base = Claim(id="E01", text="{base}", figures=(figure,))
    return ScoreRow(id="r", measure="csat", title="S", base=base, target=target, better=better, owner=PERSON)


@pytest.mark.parametrize(
    ("target", "better", "worse"),
    [
        (0.4, Direction.HIGHER, True),
        (0.6, Direction.HIGHER, False),
        (0.5, Direction.HIGHER, False),
        (0.6, Direction.LOWER, True),
        (0.4, Direction.LOWER, False),
        (0.4, Direction.NEITHER, False),
    ],
)
def test_a_target_on_the_worse_side_of_its_base_is_found(target, better, worse):
    assert bool(places(PITFALL, strategy(scorecard=(row(target, better),)))) is worse


def test_a_base_that_is_not_known_is_behind_nothing():
    assert places(PITFALL, strategy(scorecard=(row(0.4, Direction.HIGHER, None),))) == []
    result = KeyResult(id="k", measure="csat", target=0.4, owner=PERSON)
    objective = Objective(id="o", statement=proposal(), key_results=(result,))
    assert places(PITFALL, strategy(objectives=(objective,))) == []


def test_a_target_that_reads_like_its_base_is_rounded():
    assert places(PITFALL, strategy(scorecard=(row(0.002, Direction.LOWER, 0.0019),))) == []
