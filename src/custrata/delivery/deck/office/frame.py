"""What every slide carries around its exhibits: kicker, mark, title, consequence, evidence, number, notes."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from custrata.delivery import tokens
from custrata.delivery.deck import grid, lettering
from custrata.delivery.deck.office import lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run
from custrata.delivery.deck.office.template import furniture
from custrata.delivery.deck.slides import Cover, Deck, Slide
from custrata.vocabulary import EvidenceState

_BAND = grid.Zone(22.4, 0, grid.WIDTH - 22.4, grid.HEIGHT)
_BAD = tokens.STATES[EvidenceState.CONTRADICTED].text
_NUMBER = (
    "<p:sp {ns}><p:nvSpPr><p:cNvPr id='{id}' name='Slide number'/>"
    "<p:cNvSpPr><a:spLocks noGrp='1'/></p:cNvSpPr>"
    "<p:nvPr><p:ph type='sldNum' sz='quarter' idx='{index}'/></p:nvPr></p:nvSpPr><p:spPr/>"
    "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn='r'/>"
    "<a:fld id='{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}' type='slidenum'>"
    "<a:rPr lang='{language}' sz='1200'><a:solidFill><a:srgbClr val='{ink}'/></a:solidFill></a:rPr>"
    "<a:t>{number}</a:t></a:fld></a:p></p:txBody></p:sp>"
)


def head(slide: Any, value: Slide, deck: Deck) -> None:
    """Title, tab, kicker, mark and exhibit line, in reading order."""
    sheet = grid.now()
    title = slide.shapes.title
    if sheet.foreign:
        furniture.prepare(slide, sheet)
    run = Run(value.titles[0].text, tokens.TITLE_PT, bold=True, colour="" if sheet.foreign else tokens.INK)
    lettered.write(title.text_frame, [Paragraph((run,))], deck.language)
    if not sheet.foreign:
        lettered.ground(slide, sheet.tab, tokens.ACCENT, name="Tab")
    kicker: tuple[Run, ...] = (
        Run(value.chapter, tokens.SMALL_PT, bold=True, colour=tokens.ACCENT),
        Run(f"   {value.topic}", tokens.SMALL_PT, colour=tokens.INK_3),
    )
    if value.doubt:
        kicker = (*kicker, Run(f"   {value.doubt}", tokens.SMALL_PT, bold=True, colour=_BAD))
    lettered.box(slide, grid.now().kicker, [Paragraph(kicker)], deck.language, name="Kicker")
    mark(slide, deck)
    if value.measured.text:
        line = Paragraph((Run(value.measured.text, tokens.BODY_PT, colour=tokens.INK_2),))
        lettered.box(slide, grid.now().measured, [line], deck.language, name="Exhibit line")


def mark(slide: Any, deck: Deck, at: grid.Zone | None = None) -> None:
    """The draft mark in its box, or the signature in plain words."""
    if deck.signed:
        words = Run(deck.mark, tokens.SMALL_PT, colour=tokens.INK_3)
        need, zone = lettering.width(words.text, words.pt) + 0.6, grid.now().mark
        if at is not None:  # Where there is no box yet, it is as wide as the words.
            zone = grid.Zone(at.x, at.y, need, at.h)
        elif need > zone.w:
            zone = grid.Zone(zone.x + zone.w - need, zone.y, need, zone.h)
        line = Paragraph((words,), align="right" if at is None else "left")
        lettered.box(slide, zone, [line], deck.language, name="Signed", anchor="middle")
        return
    first, _, rest = deck.mark.partition(" · ")
    runs = [Run(first, tokens.SMALL_PT, bold=True, colour=tokens.DRAFT)]
    if rest:
        runs.append(Run(f"  ·  {rest}", tokens.SMALL_PT, colour=tokens.DRAFT))
    need = sum(lettering.width(r.text, r.pt, bold=r.bold) for r in runs) + 0.6
    zone = grid.Zone(grid.now().mark.x + grid.now().mark.w - need, grid.now().mark.y, need, grid.now().mark.h)
    if at is not None:
        zone = grid.Zone(at.x, at.y, need, at.h)
    shape = lettered.box(
        slide,
        zone,
        [Paragraph(tuple(runs), align="center")],
        deck.language,
        name="Draft mark",
        anchor="middle",
    )
    lettered.fill(shape, tokens.DRAFT_GROUND)
    shape.line.width = 12700
    lettered.paint(shape.line.color, tokens.DRAFT)


def so_what(slide: Any, value: Slide, deck: Deck) -> None:
    """The consequence on its ground."""
    if not value.so_what.text:
        return
    lettered.ground(slide, grid.now().so_what, tokens.ACCENT_SOFT, name="Ground of so what")
    lettered.ground(
        slide,
        grid.Zone(grid.now().margin, grid.now().so_what.y, 0.14, grid.now().so_what.h),
        tokens.ACCENT,
        name="Bar",
    )
    runs = (
        Run("So what: ", tokens.SO_WHAT_PT, bold=True),
        Run(value.so_what.text, tokens.SO_WHAT_PT),
    )
    zone = grid.now().so_what.inset(left=0.5, right=0.4)
    lettered.box(slide, zone, [Paragraph(runs)], deck.language, name="So what", anchor="middle")


def foot(slide: Any, value: Slide, deck: Deck) -> None:
    """Rule, evidence line and slide number."""
    lettered.ground(slide, grid.now().rule, tokens.LINE_2, name="Rule")
    runs = []
    if deck.example:
        runs.append(Run(f"{deck.example}  ", tokens.SMALL_PT, bold=True, colour=tokens.DRAFT))
    runs.append(Run(value.evidence, tokens.SMALL_PT, colour=tokens.INK_3))
    lettered.box(slide, grid.now().evidence, [Paragraph(tuple(runs))], deck.language, name="Evidence")
    number(slide, value.number, deck.language)


def number(slide: Any, at: int, language: str) -> None:
    """The slide number as a field in its placeholder; in a box where the layout has none."""
    index = furniture.number_index(slide.slide_layout)
    if index is None:
        line = Paragraph((Run(str(at), tokens.SMALL_PT, colour=tokens.INK_3),), align="right")
        lettered.box(slide, grid.now().number, [line], language, name="Slide number")
        return
    tree = slide.shapes._spTree
    xml = _NUMBER.format(
        ns=nsdecls("p", "a"),
        id=max(int(i) for i in tree.xpath("//p:cNvPr/@id")) + 1,
        index=index,
        language=language,
        ink=tokens.INK_3.lstrip("#"),
        number=at,
    )
    tree.append(parse_xml(xml))


def cover(slide: Any, value: Cover, deck: Deck) -> None:
    """The first slide: company, what it is, when, who answers for it; three figures on the accent."""
    if grid.now().foreign:
        furniture.cover(slide, value, deck)
        mark(slide, deck)
        _doubt(slide, value, deck)
        return
    title = slide.shapes.title
    lines = [
        Paragraph((Run(value.company, tokens.COVER_PT, bold=True),)),
        Paragraph((Run(value.title, tokens.FIGURE_PT, colour=tokens.INK_2),), before=4),
    ]
    lettered.write(title.text_frame, lines, deck.language)
    lettered.ground(slide, _BAND, tokens.ACCENT, name="Band")
    lettered.ground(slide, grid.now().tab, tokens.ACCENT, name="Tab")
    mark(slide, deck, grid.Zone(grid.now().margin, 1.5, 0, grid.now().mark.h))
    _doubt(slide, value, deck)
    facts = [
        Paragraph((Run(text, tokens.SO_WHAT_PT, colour=tokens.INK_2),), before=3) for text in value.lines
    ]
    lettered.box(slide, grid.Zone(grid.now().margin, 8.6, 19, 2.6), facts, deck.language, name="Facts")
    _owners(slide, value, deck)
    _cover_figures(slide, value, deck)
    lettered.ground(
        slide, grid.Zone(grid.now().margin, grid.now().rule.y, 19.6, 0.02), tokens.LINE_2, name="Rule"
    )
    runs = [Run(f"{deck.example}  ", tokens.SMALL_PT, bold=True, colour=tokens.DRAFT)] if deck.example else []
    runs.append(Run(value.foot, tokens.SMALL_PT, colour=tokens.INK_3))
    foot_zone = grid.Zone(grid.now().margin, grid.now().evidence.y, 19.6, grid.now().evidence.h)
    lettered.box(slide, foot_zone, [Paragraph(tuple(runs))], deck.language, name="Evidence")


def _doubt(slide: Any, value: Cover, deck: Deck) -> None:
    """Which claims do not hold, in a line of its own beneath the draft mark."""
    if not value.doubt:
        return
    sheet = grid.now()
    top = sheet.mark.y if sheet.foreign else 1.5
    zone = grid.Zone(sheet.margin, top + sheet.mark.h + 0.15, 19.6, 0.7)
    line = Paragraph((Run(value.doubt, tokens.SMALL_PT, bold=True, colour=_BAD),))
    lettered.box(slide, zone, [line], deck.language, name="Doubt")


def _cover_figures(slide: Any, value: Cover, deck: Deck) -> None:
    for index, row in enumerate(value.figures):
        zone = grid.Zone(_BAND.x + 1.3, 4.4 + index * 4.1, _BAND.w - 2.2, 3.4)
        lines = [
            Paragraph((Run(row.figure.text, tokens.COVER_PT, bold=True, colour=tokens.WHITE),)),
            Paragraph((Run(row.words.text, tokens.SO_WHAT_PT, colour=tokens.WHITE),), before=2),
        ]
        lettered.box(slide, zone, lines, deck.language, name="Figure")


def _owners(slide: Any, value: Cover, deck: Deck) -> None:
    if not value.owners:
        return
    zone = grid.Zone(grid.now().margin, 12.3, 19, 0.7)
    heading = Paragraph((Run("Owners and signatures", tokens.BODY_PT, bold=True, colour=tokens.ACCENT),))
    lettered.box(slide, zone, [heading], deck.language, name="Owners")
    lettered.ground(
        slide, grid.Zone(grid.now().margin, 12.98, 19.6, 0.03), tokens.INK_2, name="Rule of owners"
    )
    rows = [
        Paragraph(
            (
                Run(f"{role}   ", tokens.BODY_PT),
                Run(state, tokens.BODY_PT, colour=tokens.INK if deck.signed else tokens.PROPOSAL),
            ),
            before=4,
        )
        for role, state in value.owners
    ]
    lettered.box(
        slide, grid.Zone(grid.now().margin, 13.1, 19.6, 4.2), rows, deck.language, name="List of owners"
    )


def notes(slide: Any, value: Slide, deck: Deck) -> None:
    """The speaker's notes, plain text."""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    frame.text = "\n".join(lettered.clean(line) for line in value.note_lines)
    for run in frame._txBody.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"):
        properties = run.find("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr")
        if properties is None:
            properties = etree.Element("{http://schemas.openxmlformats.org/drawingml/2006/main}rPr")
            run.insert(0, properties)
        properties.set("lang", deck.language)
