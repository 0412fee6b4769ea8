from __future__ import annotations

from custrata.delivery.deck.plots import Calibration, Line, Lines, Whale
from custrata.delivery.figures import Prose, Spelling, stated


def shown(value: float):
    return stated(value, "orders", "settings")


def test_both_axes_of_a_calibration_end_above_all_that_is_drawn():
    assert Calibration(((shown(2.0), shown(12.0)),), "Predicted", "Actual").top == 13
    assert Calibration((), "Predicted", "Actual").top == 1


def test_lines_begin_at_zero_and_end_above_their_highest_point():
    lines = Lines(("Jan", "Feb"), (Line("Actual", (shown(10.0), None)),), Spelling())
    assert lines.top == 11
    assert Lines((), (), Spelling()).top == 1


def test_a_whale_curve_says_only_what_has_a_head():
    earns = (Prose(("Most earn",)), Prose(("a lot",)))
    whale = Whale(((0.0, 0.0), (1.0, 1.0)), (), 0.6, "Customers", earns=earns)
    assert whale.said == (earns,)


def test_the_axis_of_a_whale_curve_ends_above_its_peak():
    whale = Whale(((0.0, 0.0), (0.6, 1.31), (1.0, 1.0)), (), 0.6, "Customers")
    assert whale.top == 1.5
    assert whale.ticks[0] == "0%"
    assert "150%" in whale.ticks


def test_the_band_of_a_whale_curve_stays_under_its_top():
    points = ((0.0, 0.0), (0.6, 1.1), (1.0, 1.0))
    assert Whale(points, (), 0.6, "Customers", band=((0.0, 0.0), (1.0, 1.62), (1.0, 1.0))).top == 1.75
