from __future__ import annotations

from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.layout import TableLayout
from custrata.delivery.deck.office.plots.spots import draw_spots
from custrata.delivery.deck.slides import Cell, Column, Row, Spot, Table, Track
from custrata.delivery.figures import say
from custrata.vocabulary import EvidenceState


def drawn(slide, *spots, track=None):
    rows = tuple(Row((Cell(say("A")), Cell()), spot=spot) for spot in spots)
    track = track or Track(1, (0.0, 10.0), ((5.0, "Middle"),), (5.0,))
    table = Table((Column("Who"), Column("")), rows, spots=track)
    plan = TableLayout((8.0, 12.0), 1.0, (1.0,) * len(rows))
    draw_spots(slide, Zone(2, 5, 20, 1 + len(rows)), table, plan, "en-GB")
    chart = next((s.chart for s in slide.shapes if s.has_chart), None)
    return {s.name: s for s in chart.plots[0].series} if chart else {}


def across(series):
    return [float(v) for v in series._element.xpath("c:xVal//c:v/text()")]


def test_a_spot_has_its_span_and_a_level_crosses_all_rows(slide):
    found = drawn(slide, Spot(4.0, 2.0, 6.0), Spot(8.0))
    assert across(found["Span 1"]) == [2.0, 6.0]
    assert "Span 2" not in found
    assert across(found["Level 5"]) == [5.0, 5.0]


def test_what_lies_beyond_the_track_stands_at_its_end(slide):
    found = drawn(slide, Spot(40.0, -3.0, 50.0, EvidenceState.CONTRADICTED))
    assert across(found["Spot 1"]) == [10.0]
    assert across(found["Span 1"]) == [0.0, 10.0]


def test_the_longest_series_comes_first(slide):
    found = drawn(slide, Spot(1.0), Spot(2.0, 1.0, 3.0), Spot(3.0))
    lengths = [len(across(s)) for s in found.values()]
    assert lengths[0] == max(lengths)
    assert next(iter(found)) == "Rows"


def test_rows_without_spots_draw_nothing(slide):
    assert drawn(slide, None) == {}
