from __future__ import annotations

from custrata.delivery.deck.plots import Calibration, ExchangeMap, Line, Lines, Spot
from custrata.delivery.deck.printed import figures_of, labels_of
from custrata.delivery.deck.slides import Bars, Point
from custrata.delivery.figures import Spelling, stated


def shown(value: float):
    return stated(value, "customers", "settings")


def test_figures_and_labels_of_a_chart_are_found():
    bars = Bars((Point("North", shown(3.0)),), Spelling())
    assert [f.text for f in figures_of(bars)] == ["3"]
    assert "North" in list(labels_of(bars))


def test_both_axes_of_a_map_are_printed():
    plot = ExchangeMap((Spot("North", shown(31.0), shown(64.0)),), "Gets", "Gives", ("a", "b", "c", "d"))
    assert [f.text for f in figures_of(plot)] == ["31", "64"]
    assert {"Gets", "Gives", "a", "North"} <= set(labels_of(plot))


def test_predicted_and_actual_are_both_printed():
    assert [f.text for f in figures_of(Calibration(((shown(2.0), shown(3.0)),), "x", "y"))] == ["2", "3"]


def test_a_gap_in_a_line_is_no_figure():
    lines = Lines(("Jan", "Feb"), (Line("Actual", (shown(2.0), None)),), Spelling())
    assert [f.text for f in figures_of(lines)] == ["2"]
    assert {"Jan", "Feb", "Actual"} <= set(labels_of(lines))
