from __future__ import annotations

from custrata.delivery.deck.slides import Bars, Point, Whale, figures_of, labels_of
from custrata.delivery.figures import Spelling, stated


def test_figures_and_labels_of_a_chart_are_found():
    bars = Bars((Point("North", stated(3.0, "customers", "settings")),), Spelling())
    assert [f.text for f in figures_of(bars)] == ["3"]
    assert "North" in list(labels_of(bars))


def test_the_axis_of_a_whale_curve_ends_above_its_peak():
    whale = Whale(((0.0, 0.0), (0.6, 1.31), (1.0, 1.0)), (), 0.6, "Customers")
    assert whale.top == 1.5
    assert whale.ticks[0] == "0%"
    assert "150%" in whale.ticks
