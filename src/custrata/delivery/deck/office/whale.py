"""The whale curve: an area that is earned, one that is given back, the curve over both on the same axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from custrata.delivery import tokens
from custrata.delivery.deck import lettering
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import charting, lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run
from custrata.delivery.deck.plots import CurveMark, Whale

_LINES = (
    ("Curve", tokens.ACCENT, 34925, "solid"),
    ("All", tokens.INK_2, 15875, "dash"),
    ("Low", tokens.ACCENT, 12700, "sysDot"),
    ("High", tokens.ACCENT, 12700, "sysDot"),
)


def draw_whale(slide: Any, zone: Zone, whale: Whale, language: str) -> None:
    """Draw the curve with its dots, and the words beside them."""
    high = whale.top
    low = min([0.0, *(y for _, y in whale.points), *(y for y, _ in whale.band)])
    plot = zone.inset(left=1.25, top=0.25, right=0.4, bottom=1.45)
    described = "Whale curve. " + "; ".join(
        f"{m.head.text} {m.words.text}: {m.figure.text}" for m in whale.marks
    )
    chart = charting.add(slide, XL_CHART_TYPE.AREA, zone, plot, _data(whale), described, "Whale curve")
    axis = chart.value_axis
    charting.hide_axis(axis, low, high)
    axis.major_unit = 0.25
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0%", False
    charting.gridlines(axis)
    charting.hide_axis(chart.category_axis)
    charting.zero_line(chart.category_axis)
    _cross_at_points(chart)
    _lines_over(chart, whale)
    _axis_words(slide, plot, whale, language)
    taken = [_mark_words(slide, plot, mark, (low, high), whale, language) for mark in whale.marks]
    _area_words(slide, plot, whale, (low, high), taken, language)


def _data(whale: Whale) -> CategoryChartData:
    data = CategoryChartData(number_format="0.0%")
    data.categories = [f"{x:.4g}" for x, _ in whale.points]
    turn = _nearest(whale, whale.peak_at)
    data.add_series("Earns", [y if i <= turn else None for i, (_, y) in enumerate(whale.points)])
    data.add_series("Gives back", [y if i >= turn else None for i, (_, y) in enumerate(whale.points)])
    data.add_series("Curve", [y for _, y in whale.points])
    data.add_series("All", [1.0] * len(whale.points))
    if whale.band:
        data.add_series("Low", [low for low, _ in whale.band])
        data.add_series("High", [high for _, high in whale.band])
    at = {_nearest(whale, m.at): m for m in whale.marks}
    data.add_series("Marks", [y if i in at else None for i, (_, y) in enumerate(whale.points)])
    return data


def _nearest(whale: Whale, at: float) -> int:
    return min(range(len(whale.points)), key=lambda i: abs(whale.points[i][0] - at))


def _cross_at_points(chart: Any) -> None:
    blanks = chart._chartSpace.chart.find(qn("c:dispBlanksAs"))
    if blanks is not None:
        blanks.set("val", "gap")
    for cross in chart._chartSpace.iter(qn("c:crossBetween")):
        cross.set("val", "midCat")


def _lines_over(chart: Any, whale: Whale) -> None:
    area = chart._chartSpace.chart.plotArea.find(qn("c:areaChart"))
    for labels in area.findall(qn("c:dLbls")):
        area.remove(labels)
    series = area.findall(qn("c:ser"))
    for element, colour in zip(series[:2], (tokens.GAIN_AREA, tokens.LOSS_AREA), strict=True):
        _shape(element, f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill><a:ln><a:noFill/></a:ln>')
    group = parse_xml(
        f'<c:lineChart {nsdecls("c", "a")}><c:grouping val="standard"/><c:varyColors val="0"/></c:lineChart>'
    )
    for element in series[2:]:
        area.remove(element)
        _as_line(element)
        group.append(element)
    group.append(parse_xml(f'<c:marker {nsdecls("c")} val="1"/>'))
    for axis in area.findall(qn("c:axId")):
        group.append(parse_xml(f'<c:axId {nsdecls("c")} val="{axis.get("val")}"/>'))
    area.addnext(group)


def _shape(element: Any, inner: str) -> None:
    for old in element.findall(qn("c:spPr")):
        element.remove(old)
    element.find(qn("c:tx")).addnext(parse_xml(f"<c:spPr {nsdecls('c', 'a')}>{inner}</c:spPr>"))


def _as_line(element: Any) -> None:
    for old in [*element.findall(qn("c:invertIfNegative")), *element.findall(qn("c:dLbls"))]:
        element.remove(old)
    name = element.find(qn("c:tx")).xpath("string(.//c:v)")
    found = {line[0]: line for line in _LINES}.get(name)
    if found:
        _, colour, width, dash = found
        _shape(
            element,
            f'<a:ln w="{width}" cap="rnd"><a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'
            f'<a:prstDash val="{dash}"/><a:round/></a:ln>',
        )
        marker = '<c:symbol val="none"/>'
    else:
        _shape(element, "<a:ln><a:noFill/></a:ln>")
        paint = f'<a:solidFill><a:srgbClr val="{tokens.ACCENT[1:]}"/></a:solidFill>'
        marker = f'<c:symbol val="circle"/><c:size val="9"/><c:spPr>{paint}<a:ln><a:noFill/></a:ln></c:spPr>'
    element.find(qn("c:spPr")).addnext(parse_xml(f"<c:marker {nsdecls('c', 'a')}>{marker}</c:marker>"))
    element.append(parse_xml(f'<c:smooth {nsdecls("c")} val="0"/>'))


def _axis_words(slide: Any, plot: Zone, whale: Whale, language: str) -> None:
    for tenth in range(0, 101, 10):
        at = Zone(plot.x + plot.w * tenth / 100 - 0.8, plot.y + plot.h + 0.1, 1.6, 0.55)
        line = Paragraph((Run(f"{tenth}%", tokens.SMALL_PT, colour=tokens.INK_2),), align="center")
        lettered.decorative(lettered.box(slide, at, [line], language, name="Tick"))
    line = Paragraph((Run(whale.axis, tokens.SMALL_PT, colour=tokens.INK_2),), align="center")
    lettered.box(slide, Zone(plot.x, plot.y + plot.h + 0.75, plot.w, 0.6), [line], language, name="Axis")


def _mark_words(
    slide: Any, plot: Zone, mark: CurveMark, span: tuple[float, float], whale: Whale, language: str
) -> Zone:
    x = plot.x + plot.w * mark.at
    y = plot.y + plot.h * (span[1] - whale.points[_nearest(whale, mark.at)][1]) / (span[1] - span[0])
    peak = abs(mark.at - whale.peak_at) < 0.005
    runs = [Run(f"{mark.figure.text}  ", 14, True, tokens.ACCENT), Run(mark.head.text, 14, True, tokens.INK)]
    lines = [Paragraph(tuple(runs))]
    need = sum(lettering.width(r.text, r.pt, bold=True) for r in runs)
    if mark.words.text:
        lines.append(Paragraph((Run(mark.words.text, 14, colour=tokens.INK_2),)))
        need = max(need, lettering.width(mark.words.text, 14))
    need += 0.2
    tall = lettering.height(len(lines), 14)
    if peak:
        left = min(max(x - need / 2, plot.x), plot.x + plot.w - need)
        at = Zone(left, _over_band(plot, mark, span, whale, y) - 0.3 - tall, need, tall)
    else:
        under = min(y + 0.25, plot.y + plot.h - tall - 0.05)
        at = Zone(min(x + 0.45, plot.x + plot.w - need), under, need, tall)
    lettered.box(slide, at, lines, language, name=f"Label {mark.head.text}")
    return at


def _over_band(plot: Zone, mark: CurveMark, span: tuple[float, float], whale: Whale, y: float) -> float:
    """Where words above a dot begin: over the dotted line, where there is one."""
    if not whale.band:
        return y
    high = whale.band[_nearest(whale, mark.at)][1]
    return min(y, plot.y + plot.h * (span[1] - high) / (span[1] - span[0]))


def _clear(at: Zone, taken: Sequence[Zone], plot: Zone) -> Zone:
    """The box moved to the right past words that stand in its way, as far as the plot reaches."""
    for other in sorted(taken, key=lambda z: z.x):
        beside = at.x + at.w <= other.x or other.x + other.w <= at.x
        apart = at.y + at.h <= other.y or other.y + other.h <= at.y
        if not beside and not apart:
            at = replace(at, x=min(other.x + other.w + 0.3, plot.x + plot.w - at.w))
    return at


def _area_words(
    slide: Any, plot: Zone, whale: Whale, span: tuple[float, float], taken: list[Zone], language: str
) -> None:
    low_third = plot.y + plot.h * (span[1] - 0.38) / (span[1] - span[0])
    texts = (
        (whale.earns, plot.x + plot.w * min(max(whale.peak_at * 0.42, 0.2), 0.5), tokens.GAIN),
        (whale.gives_back, plot.x + plot.w * min(whale.peak_at + 0.02, 0.97), tokens.LOSS_TEXT),
    )
    for (head, words), x, colour in texts:
        if head.text:
            need = max(lettering.width(head.text, 14, bold=True), lettering.width(words.text, 14)) + 0.2
            x = max(min(x, plot.x + plot.w - need), plot.x)
            lines = [
                Paragraph((Run(head.text, 14, True, colour),)),
                Paragraph((Run(words.text, 14, colour=colour),)),
            ]
            at = Zone(x, low_third, need, 1.3)
            lettered.box(slide, _clear(at, taken, plot), lines, language, name=head.text)
