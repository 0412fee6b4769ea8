"""What native charts share: no title, no legend, a plot area of known place, one look for labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Cm, Pt

from custrata.delivery import tokens
from custrata.delivery.deck import lettering
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run


def add(slide: Any, kind: Any, zone: Zone, plot: Zone, data: Any, described: str, name: str) -> Any:
    """Add a chart whose inner plot area lies exactly where ``plot`` says.

    Args:
        slide: The slide of python-pptx.
        kind: Kind of chart.
        zone: Room of the chart, in cm on the slide.
        plot: Room of the plot area, in cm on the slide.
        data: Chart data of python-pptx.
        described: Alternative text.
        name: Name in the selection pane.
    """
    frame = slide.shapes.add_chart(kind, Cm(zone.x), Cm(zone.y), Cm(zone.w), Cm(zone.h), data)
    frame.name = name
    lettered.describe(frame, described)
    chart = frame.chart
    chart.has_title = False
    chart.has_legend = False
    chart.font.size = Pt(tokens.SMALL_PT)
    chart.font.name = "+mn-lt"
    lettered.paint(chart.font.color, tokens.INK_2)
    fix_plot(chart, zone, plot)
    _without_ground(chart)
    return chart


def fix_plot(chart: Any, zone: Zone, plot: Zone) -> None:
    """Set the inner plot area by hand, as shares of the chart."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    shares = {
        "x": (plot.x - zone.x) / zone.w,
        "y": (plot.y - zone.y) / zone.h,
        "w": plot.w / zone.w,
        "h": plot.h / zone.h,
    }
    inner = "".join(f'<c:{k}Mode val="edge"/>' for k in ("x", "y"))
    inner += "".join(f'<c:{k} val="{v:.5f}"/>' for k, v in shares.items())
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/>{inner}'
            "</c:manualLayout></c:layout>"
        ),
    )


def _without_ground(chart: Any) -> None:
    space = chart._chartSpace
    if space.find(qn("c:spPr")) is None:
        shape = parse_xml(f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")
        space.find(qn("c:chart")).addnext(shape)


def hide_axis(axis: Any, low: float | None = None, high: float | None = None) -> None:
    """Keep an axis's scale and show nothing of it."""
    axis.visible = True
    axis.has_major_gridlines = False
    axis.has_minor_gridlines = False
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    axis.format.line.fill.background()
    scale(axis, low, high)


def scale(axis: Any, low: float | None, high: float | None) -> None:
    """Fix the ends of a value axis."""
    if low is not None:
        axis.minimum_scale = low
    if high is not None:
        axis.maximum_scale = high


def zero_line(axis: Any) -> None:
    """Draw the category axis as the zero line."""
    axis.format.line.width = Pt(0.75)
    lettered.paint(axis.format.line.color, tokens.AXIS)


def gridlines(axis: Any) -> None:
    """Quiet horizontal lines."""
    axis.has_major_gridlines = True
    line = axis.major_gridlines.format.line
    line.width = Pt(0.5)
    lettered.paint(line.color, tokens.LINE)


def paint_series(series: Any, colour: str, *, seam: bool = False) -> None:
    """Fill a series; a seam is a thin white edge between stacked parts."""
    series.format.fill.solid()
    lettered.paint(series.format.fill.fore_color, colour)
    if seam:
        series.format.line.width = Pt(1)
        lettered.paint(series.format.line.color, tokens.WHITE)
    else:
        series.format.line.fill.background()
    series.invert_if_negative = False


def labels(series: Any, code: str, position: Any, *, bold: bool = False, colour: str = tokens.INK) -> Any:
    """Data labels of a series in our number format, not linked to the sheet's."""
    found = series.data_labels
    found.show_value = True
    found.number_format = code
    found.number_format_is_linked = False
    found.position = position
    found.font.size = Pt(tokens.SMALL_PT)
    found.font.bold = bold
    lettered.paint(found.font.color, colour)
    return found


def delete_label(series: Any, index: int) -> None:
    """Delete the label of one point."""
    holder = series._element.find(qn("c:dLbls"))
    entry = etree.SubElement(holder, qn("c:dLbl"))
    etree.SubElement(entry, qn("c:idx")).set("val", str(index))
    etree.SubElement(entry, qn("c:delete")).set("val", "1")
    before = [e for e in holder.findall(qn("c:dLbl")) if e is not entry]
    holder.remove(entry)
    holder.insert(len(before), entry)


def renumber_axes(presentation: Any) -> None:
    """Give every axis a positive id: the schema wants one, python-pptx writes negative ones."""
    for part in presentation.part.package.iter_parts():
        if "/charts/chart" not in str(part.partname) or not hasattr(part, "_element"):
            continue
        for element in part._element.iter(qn("c:axId"), qn("c:crossAx")):
            element.set("val", str(abs(int(element.get("val")))))


def tick_texts(
    slide: Any, texts: Sequence[str], centres: Sequence[float], top: float, step: float, language: str
) -> None:
    """Category labels as text boxes under their columns; every k-th when they are too many."""
    widest = max((lettering.width(t, tokens.SMALL_PT) for t in texts), default=0.0)
    words = max((lettering.longest_word(t, tokens.SMALL_PT) for t in texts), default=0.0)
    every = (
        1
        if words <= step + 0.3 and len(texts) <= 12
        else max(1, -(-int((widest + 0.3) * 100) // int(step * 100)))
    )
    room = max(step - 0.06, words + 0.1) if every == 1 else widest + 0.2
    for index in range(0, len(texts), every):
        zone = Zone(centres[index] - room / 2, top, room, 0.6)
        line = Paragraph((Run(texts[index], tokens.SMALL_PT, colour=tokens.INK_2),), align="center")
        lettered.decorative(lettered.box(slide, zone, [line], language, name="Tick"))


def caption(
    slide: Any,
    text: str,
    zone: Zone,
    language: str,
    *,
    bold: bool = True,
    colour: str = tokens.INK,
    align: str = "center",
) -> None:
    """A value or a word beside a mark, 12 pt."""
    line = Paragraph((Run(text, tokens.SMALL_PT, bold, colour),), align=align)
    lettered.box(slide, zone, [line], language, name=f"Label {text}", anchor="middle")
