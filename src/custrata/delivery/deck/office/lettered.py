"""Text on a slide: runs, paragraphs and boxes with theme colours and language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Cm, Pt

from custrata.delivery import tokens
from custrata.delivery.deck.grid import Zone
from custrata.vocabulary import Tier


@dataclass(frozen=True, slots=True)
class Slot:
    """A colour of the theme; ``brightness`` mixes it with white (above 0) or black (below)."""

    colour: MSO_THEME_COLOR
    brightness: float = 0.0


Palette = Mapping[str, Slot]
OURS: Palette = {
    tokens.INK: Slot(MSO_THEME_COLOR.TEXT_1),
    tokens.WHITE: Slot(MSO_THEME_COLOR.BACKGROUND_1),
    tokens.INK_2: Slot(MSO_THEME_COLOR.TEXT_2),
    tokens.PANEL: Slot(MSO_THEME_COLOR.BACKGROUND_2),
    tokens.ACCENT: Slot(MSO_THEME_COLOR.ACCENT_1),
    tokens.TIER_FILL[Tier.PLATINUM]: Slot(MSO_THEME_COLOR.ACCENT_2),
    tokens.TIER_FILL[Tier.GOLD]: Slot(MSO_THEME_COLOR.ACCENT_3),
    tokens.TIER_FILL[Tier.SILVER]: Slot(MSO_THEME_COLOR.ACCENT_4),
    tokens.TIER_FILL[Tier.BRONZE]: Slot(MSO_THEME_COLOR.ACCENT_5),
    tokens.LOSS: Slot(MSO_THEME_COLOR.ACCENT_6),
}
_PALETTE: ContextVar[Palette] = ContextVar("palette", default=OURS)
_CALM = 35000
"""Thousandths of a per cent of its saturation that a tint keeps."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DECORATIVE = (
    '<a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look; an empty ``colour`` leaves that of the place."""

    text: str
    pt: float = tokens.BODY_PT
    bold: bool = False
    colour: str = tokens.INK


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs of one thought; ``align`` is left, right or center; ``before`` is space above in points."""

    runs: tuple[Run, ...]
    align: str = "left"
    before: float = 0.0


def clean(text: str) -> str:
    """Text without control characters, which Office files cannot hold; line feeds become spaces."""
    return _CONTROL.sub("", text.replace("\r", " ").replace("\n", " ").replace("\t", " "))


@contextmanager
def painting(palette: Palette) -> Iterator[None]:
    """Paint by the slots of another theme.

    Args:
        palette: Our colours by its slots; those left out keep their value.
    """
    token = _PALETTE.set(palette)
    try:
        yield
    finally:
        _PALETTE.reset(token)


def paint(colour_format: Any, colour: str) -> None:
    """Set a colour: by theme slot where the palette has one, else by value."""
    slot = _PALETTE.get().get(colour)
    if slot is not None:
        colour_format.theme_color = slot.colour
        if slot.brightness:
            colour_format.brightness = slot.brightness
        if slot.brightness > 0:
            _calm(colour_format._color._xClr)
    else:
        colour_format.rgb = RGBColor.from_string(colour.lstrip("#"))


def _calm(colour: Any) -> None:
    """Less saturation in a tint: a strong colour mixed with light alone would glare."""
    for old in colour.findall(qn("a:satMod")):
        colour.remove(old)
    colour.append(colour.makeelement(qn("a:satMod"), {"val": str(_CALM)}))


def fill(shape_or_format: Any, colour: str) -> None:
    """Fill solid with a colour."""
    shape_or_format.fill.solid()
    paint(shape_or_format.fill.fore_color, colour)


def write(frame: Any, paragraphs: Sequence[Paragraph], language: str) -> None:
    """Put paragraphs into a text frame, replacing what it holds."""
    alignments = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}
    frame.clear()
    for index, paragraph in enumerate(paragraphs):
        place = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        place.alignment = alignments[paragraph.align]
        if paragraph.before:
            place.space_before = Pt(paragraph.before)
        for run in paragraph.runs:
            _write_run(place.add_run(), run, language)
        if not paragraph.runs:
            place.font.size = Pt(6)


def _write_run(place: Any, run: Run, language: str) -> None:
    place.text = clean(run.text)
    place.font.size = Pt(run.pt)
    place.font.bold = run.bold
    if run.colour:
        paint(place.font.color, run.colour)
    place._r.get_or_add_rPr().set("lang", language)


def bare(frame: Any, anchor: Any = MSO_ANCHOR.TOP) -> None:
    """No margins, words wrap, size fixed."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.vertical_anchor = anchor


def place(shape: Any, zone: Zone) -> None:
    """Put a shape where the zone is."""
    shape.left, shape.top, shape.width, shape.height = Cm(zone.x), Cm(zone.y), Cm(zone.w), Cm(zone.h)


def box(
    slide: Any, zone: Zone, paragraphs: Sequence[Paragraph], language: str, *, name: str, anchor: str = "top"
) -> Any:
    """A text box without margins.

    Args:
        slide: The slide of python-pptx.
        zone: Where, in cm.
        paragraphs: What it says.
        language: Language tag of the runs.
        name: Name in the selection pane.
        anchor: ``top``, ``middle`` or ``bottom``.
    """
    shape = slide.shapes.add_textbox(Cm(zone.x), Cm(zone.y), Cm(zone.w), Cm(zone.h))
    shape.name = clean(name)[:80]
    anchors = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
    bare(shape.text_frame, anchors[anchor])
    write(shape.text_frame, paragraphs, language)
    return shape


def ground(slide: Any, zone: Zone, colour: str | None, *, name: str) -> Any:
    """A decorative rectangle without outline; None leaves it unfilled."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Cm(zone.x), Cm(zone.y), Cm(zone.w), Cm(zone.h))
    shape.name = name
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
    if colour is None:
        shape.fill.background()
    else:
        fill(shape, colour)
    shape.line.fill.background()
    decorative(shape)
    return shape


def decorative(shape: Any) -> None:
    """Mark a shape so that a screen reader passes it by."""
    from lxml import etree

    properties = shape._element.xpath(".//p:cNvPr")[0]
    lists = properties.find(qn("a:extLst"))
    if lists is None:
        lists = etree.SubElement(properties, qn("a:extLst"))
    lists.append(etree.fromstring(_DECORATIVE))


def describe(shape: Any, text: str) -> None:
    """Give a shape its alternative text, at most 400 characters, cut at a word."""
    words = clean(text)
    if len(words) > 400:
        words = words[:400].rsplit(" ", 1)[0]
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)
