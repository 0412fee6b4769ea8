"""A radar of a few axes: what is shown as a line, what is wanted dashed."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn

from custrata.delivery import tokens
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import charting, lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run
from custrata.delivery.deck.office.plots import axes
from custrata.delivery.deck.plots import Radar

_LEGEND = 0.75


def draw_radar(slide: Any, zone: Zone, radar: Radar, language: str) -> None:
    """Draw the levels, 0 in the middle.

    Args:
        slide: The slide of python-pptx.
        zone: Its room, in cm.
        radar: Names and levels.
        language: Language tag of the text.
    """
    wanted = any(f is not None for f in radar.wanted)
    room = zone.inset(bottom=_LEGEND)
    data = CategoryChartData(number_format="0")
    data.categories = [lettered.clean(name) for name in radar.axes]
    data.add_series("Shown", [f.value for f in radar.now])
    if wanted:
        data.add_series("Wanted", [f.value if f is not None else None for f in radar.wanted])
    said = "; ".join(f"{name} {f.text}" for name, f in zip(radar.axes, radar.now, strict=True))
    plot = room.inset(1.9, 0.8, 1.9, 0.8)
    chart = charting.add(slide, XL_CHART_TYPE.RADAR, room, plot, data, f"Radar. {said}", "Radar")
    axis = chart.value_axis
    charting.scale(axis, 0.0, float(radar.top))
    axis.major_unit = 1
    axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    axis.format.line.fill.background()
    charting.gridlines(axis)
    for series in chart.plots[0].series:
        dashed = series.name == "Wanted"
        axes.stroke(
            series, tokens.INK_3 if dashed else tokens.ACCENT, 1.75 if dashed else 2.25, dashed=dashed
        )
        for smooth in series._element.findall(qn("c:smooth")):
            # The schema knows no smoothing for a radar; python-pptx writes it.
            series._element.remove(smooth)
    _legend(slide, zone, language, wanted=wanted)


def _legend(slide: Any, zone: Zone, language: str, *, wanted: bool) -> None:
    runs = [Run("— shown by data and documents", tokens.SMALL_PT, bold=True, colour=tokens.ACCENT)]
    if wanted:
        runs.append(Run("     - - wanted", tokens.SMALL_PT, colour=tokens.INK_3))
    at = Zone(zone.x, zone.y + zone.h - 0.6, zone.w, 0.55)
    lettered.box(slide, at, [Paragraph(tuple(runs), align="center")], language, name="Legend")
