"""Panels of words: large figures with their sentences, proposals, gaps, decisions."""

from __future__ import annotations

from typing import Any

from pptx.enum.dml import MSO_LINE

from custrata.delivery import tokens
from custrata.delivery.deck import layout, lettering
from custrata.delivery.deck.grid import Zone
from custrata.delivery.deck.office import lettered
from custrata.delivery.deck.office.lettered import Paragraph, Run
from custrata.delivery.deck.slides import FigurePanel, FigureRow, Item, Panel, Voice
from custrata.vocabulary import EvidenceState

_FIGURE_ROOM, _STATE_ROOM, _HEADING = 4.7, 3.9, 0.72


def heading(slide: Any, zone: Zone, text: str, colour: str, language: str) -> Zone:
    """A heading over a rule; returns the room beneath."""
    if not text:
        return zone
    line = Paragraph((Run(text, tokens.BODY_PT, bold=True, colour=colour),))
    lettered.box(slide, Zone(zone.x, zone.y, zone.w, 0.62), [line], language, name=text)
    rule = tokens.INK_2 if colour == tokens.ACCENT else colour
    lettered.ground(slide, Zone(zone.x, zone.y + 0.66, zone.w, 0.03), rule, name="Rule")
    return zone.inset(top=_HEADING)


def draw_figures(slide: Any, zone: Zone, panel: FigurePanel, language: str) -> None:
    """Large figures, one a row, with sentence, state and evidence id."""
    room = heading(slide, zone, panel.heading, tokens.ACCENT, language)
    step = min(room.h / max(len(panel.rows), 1), 2.7)
    for index, row in enumerate(panel.rows):
        at = Zone(room.x, room.y + index * step, room.w, step)
        _figure_row(slide, at, row, language)
        if index + 1 < len(panel.rows):
            line = Zone(at.x, at.y + step - 0.02, at.w, 0.02)
            lettered.ground(slide, line, tokens.LINE, name="Rule")


def _figure_row(slide: Any, zone: Zone, row: FigureRow, language: str) -> None:
    wrong = row.state is EvidenceState.CONTRADICTED
    colour = tokens.STATES[EvidenceState.CONTRADICTED].text if wrong else tokens.ACCENT
    big = Paragraph((Run(row.figure.text, tokens.FIGURE_PT, bold=True, colour=colour),))
    room = max(_FIGURE_ROOM, lettering.width(row.figure.text, tokens.FIGURE_PT, bold=True) + 0.4)
    first = Zone(zone.x, zone.y, room, zone.h)
    lettered.box(slide, first, [big], language, name="Figure", anchor="middle")
    middle = zone.inset(left=room, right=_STATE_ROOM if row.evidence else 0)
    words = Paragraph((Run(row.words.text, _size(row.words.text, middle)),))
    lettered.box(slide, middle, [words], language, name="What it says", anchor="middle")
    if row.evidence:
        last = Zone(zone.x + zone.w - _STATE_ROOM + 0.4, zone.y, _STATE_ROOM - 0.4, zone.h)
        lettered.box(slide, last, _standing(row), language, name="State", anchor="middle")


def _size(text: str, room: Zone) -> int:
    """The largest size at which the words stay within their row."""
    sizes = (tokens.SO_WHAT_PT, tokens.BODY_PT, tokens.SMALL_PT)
    return next(
        (s for s in sizes if lettering.height(lettering.lines(text, s, room.w), s) <= room.h), sizes[-1]
    )


def _standing(row: FigureRow) -> list[Paragraph]:
    small = Paragraph((Run(row.evidence, tokens.SMALL_PT, colour=tokens.INK_3),))
    if row.state is None:
        return [small]
    mark = tokens.STATES[row.state]
    runs = (Run(f"{mark.glyph} ", 12, True, mark.fill), Run(mark.word, 12, True, mark.text))
    return [Paragraph(runs), small]


def draw_panel(slide: Any, zone: Zone, panel: Panel, language: str) -> None:
    """Statements of one voice: plain, in a dashed frame (proposal), or in a dotted one (gap)."""
    proposal = panel.voice is Voice.PROPOSAL
    room = heading(slide, zone, panel.heading, tokens.PROPOSAL if proposal else tokens.ACCENT, language)
    framed = panel.voice in {Voice.PROPOSAL, Voice.GAP}
    inner = room.inset(0.35, 0.25, 0.35, 0.2) if framed else room.inset(top=0.12)
    paragraphs = _paragraphs(panel)
    if framed:
        need = layout.panel_height(panel, inner.w) + 0.45
        frame = lettered.ground(slide, Zone(room.x, room.y, room.w, min(need, room.h)), None, name="Frame")
        frame.line.width = 15875 if proposal else 12700
        lettered.paint(frame.line.color, tokens.PROPOSAL if proposal else tokens.INK_3)
        frame.line.dash_style = MSO_LINE.DASH if proposal else MSO_LINE.ROUND_DOT
    lettered.box(slide, inner, paragraphs, language, name=panel.heading or "Words")


def _paragraphs(panel: Panel) -> list[Paragraph]:
    found: list[Paragraph] = []
    for index, item in enumerate(panel.items):
        found.extend(_item(panel, item, index))
    return found


def _item(panel: Panel, item: Item, index: int) -> list[Paragraph]:
    before = 0.0 if index == 0 else (5.0 if panel.voice is Voice.DECISION else 9.0)
    colour = tokens.PROPOSAL if panel.voice is Voice.PROPOSAL else tokens.INK
    found: list[Paragraph] = []
    if panel.voice is Voice.DECISION:
        lead = Run(f"{index + 1}  ", tokens.BODY_PT, bold=True, colour=tokens.ACCENT)
        return [Paragraph((lead, Run(item.words.text, tokens.BODY_PT)), before=before)]
    if item.head.text:
        found.append(Paragraph((Run(item.head.text, tokens.BODY_PT, bold=True),), before=before))
        before = 0.0
    if item.words.text:
        ink = tokens.INK_2 if panel.voice is Voice.GAP else tokens.INK
        found.append(Paragraph((Run(item.words.text, tokens.BODY_PT, colour=ink),), before=before))
    if item.owner:
        found.append(Paragraph((Run(item.owner, tokens.SMALL_PT, colour=colour),)))
    return found
