"""What plots with two axes share: a frame, ticks and titles beside it, marks and intervals within."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from custrata.delivery import tokens
from custrata.delivery.deck import lettering
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run

LEFT, BOTTOM = 2.1, 1.5
"""Room for ticks and titles left of a plot and beneath it, in cm."""


def plot_zone(zone: Zone) -> Zone:
    """Where the plot lies in its zone."""
    return zone.inset(left=LEFT, top=0.25, right=0.45, bottom=BOTTOM)


def frame(slide: Any, plot: Zone) -> None:
    """The two lines at which values are read off."""
    lettered.ground(slide, Zone(plot.x, plot.y, 0.02, plot.h), tokens.AXIS, name="Axis line")
    lettered.ground(slide, Zone(plot.x, plot.y + plot.h, plot.w, 0.02), tokens.AXIS, name="Axis line")


def ticks(
    slide: Any,
    plot: Zone,
    across: Sequence[tuple[float, str]],
    up: Sequence[tuple[float, str]],
    language: str,
) -> None:
    """Words at the axes; places are shares of the plot's width and height."""
    for share, text in across:
        at = Zone(plot.x + plot.w * share - 1.0, plot.y + plot.h + 0.1, 2.0, 0.55)
        _tick(slide, at, text, "center", language)
    for share, text in up:
        at = Zone(plot.x - 1.45, plot.y + plot.h * (1 - share) - 0.28, 1.3, 0.55)
        _tick(slide, at, text, "right", language)


def _tick(slide: Any, zone: Zone, text: str, align: str, language: str) -> None:
    line = Paragraph((Run(text, tokens.SMALL_PT, colour=tokens.INK_2),), align=align)
    lettered.decorative(lettered.box(slide, zone, [line], language, name="Tick"))


def titles(slide: Any, zone: Zone, plot: Zone, across: str, up: str, language: str) -> None:
    """What the axes mean: one line beneath, one turned at the left."""
    line = Paragraph((Run(across, tokens.SMALL_PT, colour=tokens.INK_2),), align="center")
    lettered.box(slide, Zone(plot.x, plot.y + plot.h + 0.8, plot.w, 0.6), [line], language, name="Axis")
    need = min(lettering.width(up, tokens.SMALL_PT) + 0.2, zone.h)
    middle = plot.y + plot.h / 2
    turned = Paragraph((Run(up, tokens.SMALL_PT, colour=tokens.INK_2),), align="center")
    at = Zone(zone.x + 0.3 - need / 2, middle - 0.3, need, 0.6)
    lettered.box(slide, at, [turned], language, name="Axis", anchor="middle").rotation = 270


def hide(series: Any) -> None:
    """Keep a series in the sheet and show nothing of it."""
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.fill.background()


def dot(series: Any, colour: str, size: int = 11) -> None:
    """Show a series as filled dots without a line."""
    series.smooth = False
    series.format.line.fill.background()
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, size
    series.marker.format.fill.solid()
    lettered.paint(series.marker.format.fill.fore_color, colour)
    series.marker.format.line.fill.background()


def stroke(series: Any, colour: str, width: float, *, dashed: bool = False) -> None:
    """Show a series as a line without dots."""
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.width = Pt(width)
    lettered.paint(series.format.line.color, colour)
    if dashed:
        series.format.line.dash_style = MSO_LINE.DASH


def upright_intervals(series: Any, below: Sequence[float], above: Sequence[float], colour: str) -> None:
    """Give each dot of a series its interval as an error bar without caps.

    Args:
        series: A series of a scatter chart.
        below: How far each interval reaches below its dot, 0 or more.
        above: How far it reaches above.
        colour: Colour of the bars.
    """
    sides = "".join(
        f'<c:{side}><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(sizes)}"/>'
        + "".join(f'<c:pt idx="{i}"><c:v>{size:.10g}</c:v></c:pt>' for i, size in enumerate(sizes))
        + f"</c:numLit></c:{side}>"
        for side, sizes in (("plus", above), ("minus", below))
    )
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errDir val="y"/><c:errBarType val="both"/>'
        f'<c:errValType val="cust"/><c:noEndCap val="1"/>{sides}<c:spPr><a:ln w="22225">'
        f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill></a:ln></c:spPr></c:errBars>'
    )
    series._element.find(qn("c:xVal")).addprevious(bars)
