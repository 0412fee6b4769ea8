from __future__ import annotations

import json

import pytest

from custrata.delivery.deck.plots import Whale
from custrata.delivery.deck.slides import Bars, Bridge, Columns, Layer, Point, Stack, Step, StepKind
from custrata.delivery.figures import Spelling, stated
from custrata.delivery.report import charts

SHARE = Spelling("", "%", 0.01, 0)


def shown(value: float):
    return stated(value, "share", "settings", written=SHARE)


def test_no_chart_names_a_colour_of_its_own():
    points = (Point("a", shown(0.5), True), Point("b", shown(0.2)))
    specs = [
        charts.bars(Bars(points, SHARE)),
        charts.columns(Columns(points, SHARE)),
        charts.stack(Stack(("One",), (Layer("High", "#12355F", "#FFFFFF", (shown(1.0),)),), SHARE)),
        charts.bridge(Bridge((Step("Opening", shown(1.0), StepKind.TOTAL),), SHARE)),
        charts.whale(Whale(((0.0, 0.0), (0.6, 1.2), (1.0, 1.0)), (), 0.6, "Customers")),
    ]
    for spec in specs:
        raw = json.dumps(spec)
        assert "var(--" in raw
        assert "#" not in raw.replace("#/", "")


def test_the_bars_keep_the_order_of_the_exhibit():
    spec = charts.columns(Columns((Point("Feb", shown(0.5)), Point("Jan", shown(0.2))), SHARE))
    assert spec["layer"][0]["encoding"]["x"]["sort"] == ["Feb", "Jan"]


@pytest.mark.parametrize("width", [150, 600])
def test_the_longest_lying_bar_leaves_room_for_its_value(width):
    spec = charts.bars(Bars((Point("a", shown(0.5)), Point("b", shown(0.2))), SHARE))
    scale = spec["layer"][0]["encoding"]["x"]["scale"]
    end = eval(scale["domainMax"]["expr"], {"width": width, "max": max})
    assert width * (1 - 0.5 / end) == pytest.approx(58)
    assert scale["domainMin"] == 0


def test_bars_of_nothing_have_a_scale_all_the_same():
    scale = charts.bars(Bars((Point("a", shown(0.0)),), SHARE))["layer"][0]["encoding"]["x"]["scale"]
    assert scale == {"zero": True}


def test_a_bridge_of_many_steps_lies_and_one_of_few_stands():
    many = tuple(Step(f"Step {n}", shown(0.1), StepKind.UP) for n in range(8))
    for steps, axis in ((many, "y"), (many[:7], "x")):
        spec = charts.bridge(Bridge(steps, SHARE))
        assert spec["layer"][0]["encoding"][axis]["field"] == "name"
    assert charts.lying(Bridge(many[:7], SHARE))["layer"][0]["encoding"]["y"]["field"] == "name"


def test_the_bridge_carries_the_level_from_step_to_step():
    steps = (Step("Opening", shown(1.0), StepKind.TOTAL), Step("Lost", shown(0.4), StepKind.DOWN))
    spec = charts.bridge(Bridge(steps, SHARE))
    rows = next(iter(spec["datasets"].values())) if "datasets" in spec else spec["layer"][0]["data"]["values"]
    assert [(r["y"], r["y2"]) for r in rows] == [(0.0, 1.0), (1.0, 0.6)]


def test_a_loss_given_as_a_negative_number_goes_down_too():
    steps = (Step("Revenue", shown(1.0), StepKind.TOTAL), Step("Goods", shown(-0.4), StepKind.DOWN))
    raw = json.dumps(charts.bridge(Bridge(steps, SHARE)))
    assert '"y": 1.0, "y2": 0.6' in raw


def test_a_bridge_of_many_steps_lies_down():
    few = tuple(Step(f"Step {c}", shown(0.1), StepKind.DOWN) for c in "abc")
    many = tuple(Step(f"Step {c}", shown(0.1), StepKind.DOWN) for c in "abcdefgh")
    assert "y2" in charts.bridge(Bridge(few, SHARE))["layer"][0]["encoding"]
    assert "x2" in charts.bridge(Bridge(many, SHARE))["layer"][0]["encoding"]
