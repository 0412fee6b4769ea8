from __future__ import annotations

import pytest
from tests.snapshots import outfitter

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.layout import TableLayout
from custrata.delivery.deck.office.tracks import draw_track, ends, heights
from custrata.delivery.deck.slides import Cell, Column, Row, Table
from custrata.delivery.figures import figure, say, stated


def test_dots_stand_in_the_middle_of_their_rows():
    assert heights(TableLayout((1.0,), 0.5, (1.0, 3.0))) == pytest.approx((0.125, 0.625))


def test_the_track_reaches_from_zero_past_the_largest():
    row = Row((), now=stated(0.2, "share", "settings"), target=stated(0.3, "share", "settings"))
    low, high = ends(Table((), (row,)))
    assert low < 0
    assert high > 0.3


def test_an_interval_lies_under_its_dot_and_a_level_crosses_the_track(slide):
    now = figure(outfitter().reading("lifetime_value"))
    low, high = now.ends
    assert ends(Table((), (Row((), now=now),)))[1] > high
    rows = (Row((Cell(say("All")), Cell()), now=now),)
    table = Table((Column("Who"), Column("")), rows, track=1, level=1.0)
    draw_track(slide, Zone(2, 5, 20, 3), table, TableLayout((8.0, 12.0), 1.0, (1.0,)), "en-GB")
    series = {s.name: s for s in next(s.chart for s in slide.shapes if s.has_chart).plots[0].series}
    across = [float(v) for v in series["Interval All"]._element.xpath("c:xVal//c:v/text()")]
    assert across == pytest.approx([low, high])
    assert set(series["Level"]._element.xpath("c:xVal//c:v/text()")) == {"1.0"}
