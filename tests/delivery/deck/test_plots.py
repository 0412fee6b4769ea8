from __future__ import annotations

from custrata.delivery.deck.plots import Calibration, Line, Lines
from custrata.delivery.figures import Spelling, stated


def shown(value: float):
    return stated(value, "orders", "settings")


def test_both_axes_of_a_calibration_end_above_all_that_is_drawn():
    assert Calibration(((shown(2.0), shown(12.0)),), "Predicted", "Actual").top == 13
    assert Calibration((), "Predicted", "Actual").top == 1


def test_lines_begin_at_zero_and_end_above_their_highest_point():
    lines = Lines(("Jan", "Feb"), (Line("Actual", (shown(10.0), None)),), Spelling())
    assert lines.top == 11
    assert Lines((), (), Spelling()).top == 1
