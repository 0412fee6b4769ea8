"""Bars, columns and stacks as native charts."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION

from custrata.delivery import tokens
from custrata.delivery.deck import lettering
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import charting, lettered
from custrata.delivery.deck.office.panels import heading
from custrata.delivery.deck.slides import Bars, Columns, Layer, Point, Stack

_LABEL = 0.62


def _values(points: tuple[Point, ...]) -> list[float | None]:
    return [p.figure.value for p in points]


def _listed(points: tuple[Point, ...]) -> str:
    return "; ".join(f"{p.label} {p.figure.text}" for p in points)


def draw_bars(slide: Any, zone: Zone, bars: Bars, language: str) -> None:
    """Lying bars from zero, label at the end, one bar in the accent."""
    zone = heading(slide, zone, bars.heading, tokens.ACCENT, language)
    names = max(lettering.width(p.label, tokens.SMALL_PT) for p in bars.points)
    ends = max(lettering.width(p.figure.text, tokens.SMALL_PT, bold=True) for p in bars.points)
    left = min(names + 0.4, zone.w * 0.42)
    high = min(zone.h - 0.2, 2.6 * len(bars.points) + 0.3)
    plot = Zone(zone.x + left, zone.y, zone.w - left - 0.1, high)
    data = CategoryChartData()
    data.categories = [lettered.clean(p.label) or "(none)" for p in bars.points]
    data.add_series("Value", _values(bars.points))
    chart = charting.add(
        slide, XL_CHART_TYPE.BAR_CLUSTERED, zone, plot, data, f"Bar chart. {_listed(bars.points)}", "Bars"
    )
    bottom, top = _span([v or 0.0 for v in _values(bars.points)], (ends + 0.3) / plot.w)
    charting.hide_axis(chart.value_axis, bottom, top)
    axis = chart.category_axis
    charting.hide_axis(axis)
    axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    axis.reverse_order = True
    charting.zero_line(axis)
    chart.plots[0].gap_width = 40
    _paint_points(chart.plots[0].series[0], bars.points)
    charting.labels(chart.plots[0].series[0], bars.written.code, XL_LABEL_POSITION.OUTSIDE_END, bold=True)
    for index in _empty(bars.points):
        charting.delete_label(chart.plots[0].series[0], index)
    _names_left(slide, zone, plot, bars.points, language)


def _names_left(slide: Any, zone: Zone, plot: Zone, points: tuple[Point, ...], language: str) -> None:
    step = plot.h / len(points)
    for index, point in enumerate(points):
        at = Zone(zone.x, plot.y + index * step, plot.x - zone.x - 0.2, step)
        charting.caption(slide, point.label, at, language, bold=point.high, align="left")


def _span(values: list[float], reserve: float) -> tuple[float, float]:
    high, low = max([*values, 0.0]), min([*values, 0.0])
    whole = (high - low) or 1.0
    return (low - whole * reserve if low < 0 else 0.0), (
        high + whole * reserve / max(1 - reserve, 0.2) if high else whole
    )


def _paint_points(series: Any, points: tuple[Point, ...]) -> None:
    chosen = any(p.high for p in points)
    charting.paint_series(series, tokens.LINE_2 if chosen else tokens.ACCENT)
    for index, point in enumerate(points):
        colour = point.fill or (tokens.ACCENT if point.high else "")
        if colour:
            format_ = series.points[index].format
            format_.fill.solid()
            lettered.paint(format_.fill.fore_color, colour)


def draw_columns(slide: Any, zone: Zone, columns: Columns, language: str) -> None:
    """Standing columns along an order, values above where they fit, names beneath."""
    zone = heading(slide, zone, columns.heading, tokens.ACCENT, language)
    points = columns.points
    step = zone.w / len(points)
    widest = max(lettering.width(p.figure.text, tokens.SMALL_PT, bold=True) for p in points)
    every = columns.labelled and widest <= step - 0.1
    plot = zone.inset(top=0.7, bottom=1.15)
    data = CategoryChartData()
    data.categories = [lettered.clean(p.label) or "(none)" for p in points]
    data.add_series("Value", _values(points))
    chart = charting.add(
        slide, XL_CHART_TYPE.COLUMN_CLUSTERED, zone, plot, data, f"Column chart. {_listed(points)}", "Columns"
    )
    values = [v or 0.0 for v in _values(points)]
    charting.hide_axis(chart.value_axis, min([*values, 0.0]), max([*values, 0.0]) or 1.0)
    charting.hide_axis(chart.category_axis)
    charting.zero_line(chart.category_axis)
    chart.plots[0].gap_width = 40
    series = chart.plots[0].series[0]
    _paint_points(series, points)
    charting.labels(series, columns.written.code, XL_LABEL_POSITION.OUTSIDE_END, bold=True)
    for index in _unlabelled(points, every):
        charting.delete_label(series, index)
    centres = [plot.x + (i + 0.5) * plot.w / len(points) for i in range(len(points))]
    charting.tick_texts(slide, [p.label for p in points], centres, plot.y + plot.h + 0.12, step, language)


def _empty(points: tuple[Point, ...]) -> list[int]:
    return [i for i, p in enumerate(points) if not p.figure.value]


def _unlabelled(points: tuple[Point, ...], every: bool) -> list[int]:
    if every:
        return _empty(points)
    known = [(p.figure.value, i) for i, p in enumerate(points) if p.figure.value is not None]
    keep = {max(known)[1]} if known else set()
    keep |= {i for i, p in enumerate(points) if p.high}
    return [i for i in range(len(points)) if i not in keep]


def draw_stack(slide: Any, zone: Zone, stack: Stack, language: str) -> None:
    """Columns that add up to a whole; parts too thin for a label have it beside them."""
    names = max(lettering.width(layer.name, tokens.BODY_PT, bold=True) for layer in stack.layers) + 0.3
    plot = zone.inset(left=names, top=0.15, right=0.75, bottom=1.1)
    data = CategoryChartData()
    data.categories = [lettered.clean(c) for c in stack.columns]
    for layer in reversed(stack.layers):
        data.add_series(lettered.clean(layer.name), [f.value for f in layer.figures])
    listed = "; ".join(f"{la.name}: {', '.join(f.text for f in la.figures)}" for la in stack.layers)
    described = f"Stacked columns {', '.join(stack.columns)}. {listed}"
    chart = charting.add(slide, XL_CHART_TYPE.COLUMN_STACKED, zone, plot, data, described, "Stack")
    low, high = _stack_span(stack)
    charting.hide_axis(chart.value_axis, low, high)
    charting.hide_axis(chart.category_axis)
    charting.zero_line(chart.category_axis)
    chart.plots[0].gap_width, chart.plots[0].overlap = 34, 100
    per_cm = (high - low) / plot.h
    for series, layer in zip(chart.plots[0].series, reversed(stack.layers), strict=True):
        charting.paint_series(series, layer.fill, seam=True)
        charting.labels(series, stack.written.code, XL_LABEL_POSITION.CENTER, bold=True, colour=layer.ink)
        for index, shown in enumerate(layer.figures):
            if abs(shown.value or 0.0) / per_cm < 0.55:
                charting.delete_label(series, index)
    _stack_words(slide, zone, plot, stack, (low, high), language)


def _stack_span(stack: Stack) -> tuple[float, float]:
    columns = list(zip(*([f.value or 0.0 for f in layer.figures] for layer in stack.layers), strict=True))
    return (
        min(sum(v for v in column if v < 0) for column in columns),
        max(sum(v for v in column if v > 0) for column in columns) or 1.0,
    )


def _stack_words(
    slide: Any, zone: Zone, plot: Zone, stack: Stack, span: tuple[float, float], language: str
) -> None:
    per_unit = plot.h / (span[1] - span[0])
    step = plot.w / len(stack.columns)
    for at, name in enumerate(stack.columns):
        line = Zone(plot.x + at * step, plot.y + plot.h + 0.2, step, 0.6)
        charting.caption(slide, name, line, language)
        for layer, middle in _middles(stack, at):
            y = plot.y + (span[1] - middle) * per_unit
            if at == 0:
                label = Zone(zone.x, y - 0.32, plot.x - zone.x - 0.1, 0.64)
                charting.caption(slide, layer.name, label, language, align="left")
            if abs(layer.figures[at].value or 0.0) * per_unit < 0.55:
                beside = Zone(plot.x + (at + 0.5) * step + step / 1.34 / 2 + 0.05, y - 0.3, 1.2, 0.6)
                charting.caption(slide, layer.figures[at].text, beside, language, align="left")


def _middles(stack: Stack, at: int) -> list[tuple[Layer, float]]:
    up, down = 0.0, 0.0
    found = []
    for layer in reversed(stack.layers):
        value = layer.figures[at].value or 0.0
        if value >= 0:
            found.append((layer, up + value / 2))
            up += value
        else:
            found.append((layer, down + value / 2))
            down += value
    return found
