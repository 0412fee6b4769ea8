"""Now and target as dots over an empty column of a table: a transparent scatter chart."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.util import Pt

from custrata.delivery import tokens
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.layout import TableLayout
from custrata.delivery.deck.office import charting, lettered
from custrata.delivery.deck.slides import Table

_STROKES = {"Interval": (2.5, tokens.ACCENT), "Level": (1.0, tokens.INK_2)}


def ends(table: Table) -> tuple[float, float]:
    """Ends of the track: a little past what its rows show."""
    low, high = table.reach
    return low - (high - low) * 0.06, high + (high - low) * 0.08


def heights(plan: TableLayout) -> tuple[float, ...]:
    """Middle of each row as a share of the body's height, from above."""
    body = sum(plan.rows)
    middles, used = [], 0.0
    for row in plan.rows:
        middles.append((used + row / 2) / body)
        used += row
    return tuple(middles)


def draw_track(slide: Any, zone: Zone, table: Table, plan: TableLayout, language: str) -> None:
    """Lay the dots over the track's column."""
    if table.track is None or not any(row.now or row.target for row in table.rows):
        return
    x = zone.x + sum(plan.widths[: table.track])
    area = Zone(x + 0.1, zone.y + plan.head, plan.widths[table.track] - 0.2, sum(plan.rows))
    low, high = ends(table)
    middles = heights(plan)
    data = XyChartData(number_format="General")
    rows = data.add_series("Rows")
    for middle in middles:
        rows.add_data_point(low, middle)
    for row, middle in zip(table.rows, middles, strict=True):
        if row.now and row.target and row.now.value is not None and row.target.value is not None:
            line = data.add_series(f"Way {lettered.clean(row.cells[0].main.text)}")
            line.add_data_point(row.now.value, middle)
            line.add_data_point(row.target.value, middle)
    _intervals(data, table, middles)
    _dots(
        data,
        "Now",
        [
            (r.now.value, m)
            for r, m in zip(table.rows, middles, strict=True)
            if r.now and r.now.value is not None
        ],
    )
    _dots(
        data,
        "Target",
        [
            (r.target.value, m)
            for r, m in zip(table.rows, middles, strict=True)
            if r.target and r.target.value is not None
        ],
    )
    chart = charting.add(
        slide, XL_CHART_TYPE.XY_SCATTER, area, area, data, _described(table), "Now and target"
    )
    charting.hide_axis(chart.category_axis, low, high)
    charting.hide_axis(chart.value_axis, 0.0, 1.0)
    chart.value_axis.reverse_order = True
    for series in chart.plots[0].series:
        _look(series)


def _intervals(data: Any, table: Table, middles: tuple[float, ...]) -> None:
    for row, middle in zip(table.rows, middles, strict=True):
        low, high = row.now.ends if row.now is not None else (None, None)
        if low is not None and high is not None:
            line = data.add_series(f"Interval {lettered.clean(row.cells[0].main.text)}")
            line.add_data_point(low, middle)
            line.add_data_point(high, middle)
    if table.level is not None:
        line = data.add_series("Level")
        line.add_data_point(table.level, 0.0)
        line.add_data_point(table.level, 1.0)


def _dots(data: Any, name: str, points: list[tuple[float, float]]) -> None:
    if points:
        series = data.add_series(name)
        for x, y in points:
            series.add_data_point(x, y)


def _look(series: Any) -> None:
    series.smooth = False
    style = {
        "Now": (XL_MARKER_STYLE.CIRCLE, 11, tokens.ACCENT),
        "Target": (XL_MARKER_STYLE.DIAMOND, 13, tokens.PROPOSAL),
    }
    if series.name in style:
        shape, size, colour = style[series.name]
        series.format.line.fill.background()
        series.marker.style, series.marker.size = shape, size
        series.marker.format.fill.solid()
        lettered.paint(series.marker.format.fill.fore_color, colour)
        series.marker.format.line.fill.background()
        return
    series.marker.style = XL_MARKER_STYLE.NONE
    if series.name == "Rows":
        series.format.line.fill.background()
        return
    kind = series.name.partition(" ")[0]
    width, colour = _STROKES.get(kind, (2.5, tokens.INK_3))
    series.format.line.width = Pt(width)
    lettered.paint(series.format.line.color, colour)


def _described(table: Table) -> str:
    rows = "; ".join(
        f"{row.cells[0].main.text} now {row.now.text if row.now else 'not known'}, "
        f"target {row.target.text if row.target else 'not set'}"
        for row in table.rows
    )
    return f"Dots of now and target. {rows}"
