from __future__ import annotations

import pytest

from custrata.delivery.deck.office.bridge import parts
from custrata.delivery.deck.slides import Step, StepKind
from custrata.delivery.figures import stated


def steps(*moves: tuple[float, StepKind]) -> tuple[Step, ...]:
    return tuple(Step("step", stated(size, "USD", "settings"), kind) for size, kind in moves)


def test_a_move_stands_on_the_level_it_begins_at():
    found = parts(steps((100, StepKind.TOTAL), (30, StepKind.UP), (50, StepKind.DOWN), (80, StepKind.TOTAL)))
    assert [(p.foot, p.above) for p in found] == [(0, 100), (100, 30), (80, 50), (0, 80)]


def test_a_move_that_crosses_zero_is_split_there():
    crossing = parts(steps((20, StepKind.TOTAL), (50, StepKind.DOWN)))[1]
    assert (crossing.foot, crossing.above, crossing.below) == (0, 20, -30)


def test_a_move_under_zero_hangs_from_its_foot():
    hanging = parts(steps((-20, StepKind.TOTAL), (10, StepKind.DOWN)))[1]
    assert hanging.foot == pytest.approx(-20)
    assert hanging.below == pytest.approx(-10)
