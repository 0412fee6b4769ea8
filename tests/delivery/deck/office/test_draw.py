from __future__ import annotations

import pytest

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office.draw import draw
from custrata.delivery.deck.plots import Calibration, ExchangeMap, Line, Lines, Spot, Whale
from custrata.delivery.deck.slides import (
    Bars,
    Bridge,
    Columns,
    FigurePanel,
    FigureRow,
    Item,
    Layer,
    Panel,
    Point,
    Stack,
    Step,
    StepKind,
    Voice,
)
from custrata.delivery.figures import Spelling, say, stated

ZONE = Zone(1.6, 4.4, 30, 11)
SHARE = Spelling("", "%", 0.01, 0)


def shown(value: float, unit: str = "share"):
    return stated(value, unit, "settings")


EXHIBITS = {
    "bars": Bars(
        (
            Point("a\nb\x00", shown(0.5)),
            Point("", shown(-0.1)),
            Point("none", stated(None, "share", "settings")),
        ),
        SHARE,
    ),
    "columns": Columns(
        tuple(Point(f"Mon {'abcdefg'[i % 7]}", shown(0.1 * i), high=i == 3) for i in range(30)), SHARE
    ),
    "stack": Stack(
        ("One", "Two"),
        (
            Layer("High", "#12355F", "#FFFFFF", (shown(0.98), shown(1.1))),
            Layer("Low", "#9B9280", "#1B1A17", (shown(0.02), shown(-0.1))),
        ),
        SHARE,
    ),
    "bridge": Bridge(
        (
            Step("Opening", shown(0.2), StepKind.TOTAL),
            Step("Lost", shown(0.5), StepKind.DOWN),
            Step("Closing", shown(-0.3), StepKind.TOTAL),
        ),
        SHARE,
    ),
    "whale": Whale(tuple((i / 100, min(1.2, i / 50)) for i in range(101)), (), 0.6, "Customers"),
    "map": ExchangeMap((Spot("One", shown(31.0), shown(80.0)),), "Gets", "Gives", ("a", "b", "c", "d")),
    "calibration": Calibration(((shown(1.0), shown(1.5)),), "Predicted", "Actual"),
    "lines": Lines(("Jan", "Feb"), (Line("Actual", (shown(0.2), None)),), SHARE),
    "figures": FigurePanel("Heading", (FigureRow(shown(0.5), say("of them")),)),
    "proposal": Panel("Heading", (Item(say("Do it"), say("now"), "owner"),), Voice.PROPOSAL),
    "gap": Panel("", (Item(words=say("Gap. Not known")),), Voice.GAP),
}


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_kind_of_exhibit_can_be_drawn(slide, name):
    before = len(slide.shapes)
    draw(slide, ZONE, EXHIBITS[name], "en-GB")
    assert len(slide.shapes) > before


def test_all_series_of_a_chart_stand_in_its_sheet(slide):
    draw(slide, ZONE, EXHIBITS["whale"], "en-GB")
    chart = next(s.chart for s in slide.shapes if s.has_chart)
    assert [series.name for plot in chart.plots for series in plot.series] == [
        "Earns",
        "Gives back",
        "Curve",
        "All",
        "Marks",
    ]
