"""Lines over months: what was expected dashed, what came solid, each named at its end."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION

from custrata.delivery import tokens
from custrata.delivery.deck import lettering
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import charting, lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run
from custrata.delivery.deck.office.panels import heading
from custrata.delivery.deck.office.plots import axes
from custrata.delivery.deck.plots import Line, Lines

_LINE = 0.6


def draw_lines(slide: Any, zone: Zone, plot_of: Lines, language: str) -> None:
    """Draw the lines from zero with quiet gridlines."""
    zone = heading(slide, zone, plot_of.heading, tokens.ACCENT, language)
    names = max(lettering.width(line.name, tokens.SMALL_PT, bold=True) for line in plot_of.lines)
    plot = zone.inset(left=1.7, top=0.35, right=names + 0.35, bottom=1.45)
    data = CategoryChartData(number_format="General")
    data.categories = [lettered.clean(label) or "(none)" for label in plot_of.labels]
    for line in plot_of.lines:
        data.add_series(line.name, [f.value if f is not None else None for f in line.figures])
    described = "Lines. " + "; ".join(f"{line.name}: {_said(line)}" for line in plot_of.lines)
    chart = charting.add(slide, XL_CHART_TYPE.LINE, zone, plot, data, described, "Lines")
    axis = chart.value_axis
    charting.hide_axis(axis, 0.0, plot_of.top)
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = plot_of.written.code, False
    charting.gridlines(axis)
    charting.hide_axis(chart.category_axis)
    charting.zero_line(chart.category_axis)
    for series, line in zip(chart.plots[0].series, plot_of.lines, strict=True):
        axes.stroke(series, _colour(line), 2.25 if not line.dashed else 2, dashed=line.dashed)
    step = plot.w / max(len(plot_of.labels), 1)
    centres = [plot.x + (i + 0.5) * step for i in range(len(plot_of.labels))]
    charting.tick_texts(slide, plot_of.labels, centres, plot.y + plot.h + 0.12, step, language)
    _names(slide, plot, plot_of, names, language)


def _colour(line: Line) -> str:
    return tokens.INK_3 if line.dashed else tokens.ACCENT


def _said(line: Line) -> str:
    return ", ".join(f.text for f in line.figures if f is not None)


def _names(slide: Any, plot: Zone, plot_of: Lines, room: float, language: str) -> None:
    """The name of each line beside its last point, moved apart where two end together."""
    ends = [(_last(line) / plot_of.top, line) for line in plot_of.lines]
    lowest = plot.y + plot.h + _LINE
    for share, line in sorted(ends, key=lambda e: e[0]):
        y = min(plot.y + plot.h * (1 - share), lowest - _LINE)
        lowest = y
        run = Run(line.name, tokens.SMALL_PT, bold=not line.dashed, colour=_text(line))
        at = Zone(plot.x + plot.w + 0.1, y - _LINE / 2, room + 0.2, _LINE)
        lettered.box(slide, at, [Paragraph((run,))], language, name=f"Label {line.name}", anchor="middle")


def _text(line: Line) -> str:
    return tokens.INK_2 if line.dashed else tokens.ACCENT


def _last(line: Line) -> float:
    known = [f.value for f in line.figures if f is not None and f.value is not None]
    return known[-1] if known else 0.0
