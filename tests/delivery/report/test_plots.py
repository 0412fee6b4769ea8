from __future__ import annotations

import json

from tests.snapshots import outfitter

from custrata.delivery.deck.plots import Calibration, ExchangeMap, Line, Lines, Spot
from custrata.delivery.figures import Spelling, figure, stated
from custrata.delivery.report import plots

GOLD = (("tier", "gold"),)


def shown(value: float):
    return stated(value, "orders", "settings")


def map_of_one() -> ExchangeMap:
    told = outfitter()
    across, up = (figure(told.reading(f"value_to_{side}", GOLD)) for side in ("customer", "business"))
    return ExchangeMap((Spot("Gold", across, up, True),), "Gets", "Gives", ("a", "b", "c", "d"))


def test_no_plot_names_a_colour_of_its_own():
    for spec in (
        plots.exchange_map(map_of_one()),
        plots.calibration(Calibration(((shown(1.0), shown(2.0)),), "Predicted", "Actual")),
        plots.lines(Lines(("Jan", "Feb"), (Line("Actual", (shown(1.0), None)),), Spelling())),
    ):
        raw = json.dumps(spec)
        assert "var(--" in raw
        assert "#" not in raw.replace("#/", "")


def test_the_map_carries_the_ends_of_both_intervals():
    raw = json.dumps(plots.exchange_map(map_of_one()))
    low, high = map_of_one().spots[0].across.ends
    assert f'"x_low": {low}' in raw
    assert f'"x_high": {high}' in raw


def test_a_gap_in_a_line_is_left_out():
    spec = plots.lines(Lines(("Jan", "Feb"), (Line("Actual", (shown(1.0), None)),), Spelling()))
    assert json.dumps(spec).count('"said": "1"') == json.dumps(spec).count('"line": "Actual"') > 0
