from __future__ import annotations

import pytest
from tests.strategies import (
    PERSON,
    SIGNED,
    proposal,
    strategy,
)

from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Claim, Figure
from custrata.strategy.parts.steering.objective import KeyResult, Objective
from custrata.strategy.pitfalls.aiming import aims, percent_typed


def base(value: float, unit: str = "share") -> Claim:
    return Claim(
        id="E01", text="{base}", figures=(Figure(name="base", measure="csat", value=value, unit=unit),)
    )


def test_only_targets_that_somebody_has_taken_are_aims():
    row = ScoreRow(id="r", measure="csat", title="Satisfaction", base=base(0.7), target=0.8)
    result = KeyResult(id="k", measure="nps", target=40)
    draft = strategy(
        scorecard=(row,), objectives=(Objective(id="o", statement=proposal(), key_results=(result,)),)
    )
    assert list(aims(draft)) == []
    owned = Objective(id="o", statement=proposal(), key_results=(result,), owner=PERSON)
    agreed = strategy(scorecard=(row.model_copy(update={"signed_on": SIGNED}),), objectives=(owned,))
    assert [place for place, _ in aims(agreed)] == ["scorecard[r]", "objectives[o].key_results[k]"]


@pytest.mark.parametrize(
    ("target", "value", "unit", "typed"),
    [
        (80, 0.7, "share", True),
        (0.8, 0.7, "share", False),
        (1.2, 1.1, "share", False),
        (80, 70, "points", False),
    ],
)
def test_a_target_is_typed_in_percent_where_its_base_is_a_share(target, value, unit, typed):
    row = ScoreRow(id="r", measure="csat", title="S", base=base(value, unit), target=target)
    assert percent_typed(row) is typed
