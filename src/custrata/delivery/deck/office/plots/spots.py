"""Spots on a track laid over an empty column of a table: ranks with their range, ways to a target."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE

from custrata.delivery import tokens
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.layout import TableLayout
from custrata.delivery.deck.office import charting, lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run
from custrata.delivery.deck.office.plots import axes
from custrata.delivery.deck.office.tracks import heights
from custrata.delivery.deck.slides import Spot, Table, Track
from custrata.vocabulary import EvidenceState

_SHAPES = {
    EvidenceState.SUPPORTED: XL_MARKER_STYLE.CIRCLE,
    EvidenceState.DRIFTING: XL_MARKER_STYLE.TRIANGLE,
    EvidenceState.CONTRADICTED: XL_MARKER_STYLE.X,
    EvidenceState.STALE: XL_MARKER_STYLE.SQUARE,
    EvidenceState.UNPROVEN: XL_MARKER_STYLE.CIRCLE,
}
_TICK = 1.6


def draw_spots(slide: Any, zone: Zone, table: Table, plan: TableLayout, language: str) -> None:
    """Lay the spots over their column and name the ticks in the header.

    Args:
        slide: The slide of python-pptx.
        zone: Room of the table, in cm.
        table: The table with its track.
        plan: How the table is laid.
        language: Language tag of the text.
    """
    track = table.spots
    if track is None or not any(row.spot for row in table.rows):
        return
    x = zone.x + sum(plan.widths[: track.column])
    area = Zone(x + 0.2, zone.y + plan.head, plan.widths[track.column] - 0.4, sum(plan.rows))
    _ticks(slide, area, track, language)
    middles = heights(plan)
    placed = [(row.spot, m) for row, m in zip(table.rows, middles, strict=True) if row.spot]
    data, looks = _data(track, placed, middles)
    said = "; ".join(f"{r.cells[0].main.text} {r.cells[1].main.text}" for r in table.rows if r.spot)
    chart = charting.add(slide, XL_CHART_TYPE.XY_SCATTER, area, area, data, f"Spots. {said}", "Spots")
    charting.hide_axis(chart.category_axis, *track.ends)
    charting.hide_axis(chart.value_axis, 0.0, 1.0)
    chart.value_axis.reverse_order = True
    for series in chart.plots[0].series:
        _look(series, looks)


def _data(
    track: Track, placed: list[tuple[Spot, float]], middles: tuple[float, ...]
) -> tuple[XyChartData, dict[str, Spot]]:
    data, looks = XyChartData(number_format="General"), {}
    rows = data.add_series("Rows")
    for middle in (*middles, middles[-1]):
        rows.add_data_point(track.ends[0], middle)
    for level in track.levels:
        line = data.add_series(f"Level {level:g}")
        line.add_data_point(level, 0.0)
        line.add_data_point(level, 1.0)
    for at, (spot, middle) in enumerate(placed, start=1):
        if spot.low is not None and spot.high is not None and spot.high > spot.low:
            line = data.add_series(f"Span {at}")
            line.add_data_point(_within(spot.low, track), middle)
            line.add_data_point(_within(spot.high, track), middle)
            looks[f"Span {at}"] = spot
        data.add_series(f"Spot {at}").add_data_point(_within(spot.at, track), middle)
        looks[f"Spot {at}"] = spot
    return data, looks


def _within(value: float, track: Track) -> float:
    return min(max(value, track.ends[0]), track.ends[1])


def _colour(spot: Spot) -> str:
    if spot.state is not None:
        return tokens.STATES[spot.state].fill
    return tokens.AXIS if spot.quiet else tokens.ACCENT


def _look(series: Any, looks: dict[str, Spot]) -> None:
    kind = series.name.partition(" ")[0]
    if kind == "Rows":
        axes.hide(series)
    elif kind == "Level":
        axes.stroke(series, tokens.AXIS, 0.75)
    elif kind == "Span":
        axes.stroke(series, _colour(looks[series.name]), 2.5)
    else:
        spot = looks[series.name]
        axes.dot(series, _colour(spot))
        if spot.state is not None:
            series.marker.style = _SHAPES[spot.state]
        if spot.state is EvidenceState.CONTRADICTED:
            # A cross is drawn by its outline alone.
            lettered.paint(series.marker.format.line.color, _colour(spot))


def _ticks(slide: Any, area: Zone, track: Track, language: str) -> None:
    low, high = track.ends
    for value, text in track.ticks:
        x = area.x + area.w * (value - low) / (high - low)
        line = Paragraph((Run(text, tokens.SMALL_PT, colour=tokens.INK_2),), align="center")
        at = Zone(x - _TICK / 2, area.y - 0.6, _TICK, 0.55)
        lettered.decorative(lettered.box(slide, at, [line], language, name="Tick"))
