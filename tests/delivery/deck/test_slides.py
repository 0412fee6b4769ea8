from __future__ import annotations

from custrata.delivery.deck.slides import Whale


def test_the_axis_of_a_whale_curve_ends_above_its_peak():
    whale = Whale(((0.0, 0.0), (0.6, 1.31), (1.0, 1.0)), (), 0.6, "Customers")
    assert whale.top == 1.5
    assert whale.ticks[0] == "0%"
    assert "150%" in whale.ticks


def test_the_band_of_a_whale_curve_stays_under_its_top():
    points = ((0.0, 0.0), (0.6, 1.1), (1.0, 1.0))
    assert Whale(points, (), 0.6, "Customers", band=((0.0, 0.0), (1.0, 1.62), (1.0, 1.0))).top == 1.75
