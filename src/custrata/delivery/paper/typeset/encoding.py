"""Pages as plain data for the templates: texts, names of colours, numbers of plots."""

from __future__ import annotations

import math
from typing import Any

from custrata.delivery import tokens
from custrata.delivery.paper.page import (
    Band,
    Block,
    Book,
    Cell,
    Chart,
    Grid,
    Heading,
    Line,
    Lines,
    Pack,
    Pair,
    Register,
    Row,
    Sheet,
    Spot,
    Tone,
    Track,
)
from custrata.vocabulary import EvidenceState

_TONE = {Tone.ACCENT: "accent", Tone.LOSS: "loss", Tone.PROPOSAL: "proposal"}
_FILL = {Tone.ACCENT: tokens.ACCENT, Tone.LOSS: tokens.LOSS, Tone.PROPOSAL: tokens.PROPOSAL}

_WHITE_FROM = 3
"""Step of the heat scale from which letters are white."""

COLOURS = {
    "ink": tokens.INK,
    "ink2": tokens.INK_2,
    "ink3": tokens.INK_3,
    "line": tokens.LINE,
    "line2": tokens.LINE_2,
    "axis": tokens.AXIS,
    "panel": tokens.PANEL,
    "accent": tokens.ACCENT,
    "soft": tokens.ACCENT_SOFT,
    "loss": tokens.LOSS_TEXT,
    "proposal": tokens.PROPOSAL,
    "draft": tokens.DRAFT,
    "ground": tokens.DRAFT_GROUND,
    "broken": tokens.ROW_CONTRADICTED,
}
"""Colours by the names that the templates use."""


def pack_data(pack: Pack) -> dict[str, Any]:
    """A pack of sheets as plain data."""
    return _file(pack) | {"sheets": [_sheet(s) for s in pack.sheets]}


def book_data(book: Book) -> dict[str, Any]:
    """A book as plain data."""
    chapters = [
        {
            "title": c.title,
            "lead": c.lead,
            "apart": c.apart,
            "blocks": _stepwise([_block(b) for b in c.blocks]),
        }
        for c in book.chapters
    ]
    return _file(book) | {
        "cover": list(book.cover),
        "leading": [_line(x) for x in book.leading],
        "signatures": [{"function": function, "done": done} for function, done in book.signatures],
        "mark": book.mark,
        "signed": book.signed,
        "foot": book.foot,
        "example": book.example,
        "chapters": chapters,
    }


def _stepwise(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Blocks whose headings go down one level at a time, as readers by ear need them."""
    last = 1
    for block in blocks:
        sides = (block["left"], block["right"]) if block["kind"] == "pair" else (block,)
        named = [s for s in sides if s.get("heading") or s["kind"] == "heading"]
        for side in named:
            side["level"] = min(side["level"], last + 1)
        last = named[-1]["level"] if named else last
    return blocks


def _file(whole: Pack | Book) -> dict[str, Any]:
    language, _, region = whole.language.partition("-")
    return {
        "title": whole.title,
        "company": whole.company,
        "lang": language,
        "region": region,
        "paper": whole.paper,
        "day": [whole.as_of.year, whole.as_of.month, whole.as_of.day],
        "colours": COLOURS,
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "kind": sheet.kind,
        "topic": sheet.topic,
        "finding": _line(sheet.finding),
        "mark": sheet.mark,
        "signed": sheet.signed,
        "foot": sheet.foot,
        "example": sheet.example,
        "landscape": sheet.landscape,
        "air": sheet.air,
        "scale": sheet.scale,
        "blocks": [_block(b) for b in sheet.blocks],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "words": line.words.text,
        "voice": line.voice.value,
        "tail": line.tail,
        "head": line.head,
        "bold": line.bold,
        "state": _state(line.state),
    }


def _state(state: EvidenceState | None) -> dict[str, str] | None:
    if state is None:
        return None
    mark = tokens.STATES[state]
    return {"glyph": mark.glyph, "word": mark.word, "fill": mark.fill, "text": mark.text}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Band():
            return {"kind": "band", "label": block.label, "line": _line(block.line)}
        case Lines():
            return {"kind": "lines", "lines": [_line(x) for x in block.lines]} | _framed(block)
        case Grid():
            return _grid(block)
        case Register():
            return {"kind": "register", "entries": [_line(x) for x in block.entries]}
        case Pair():
            return {"kind": "pair", "left": _block(block.left), "right": _block(block.right)}
        case Chart():
            return {"kind": "chart", "svg": block.svg, "alt": block.alt, "width": block.width}
        case Heading():
            lead = _line(block.lead) if block.lead else None
            return {
                "kind": "heading",
                "text": _line(block.text),
                "level": block.level,
                "lead": lead,
                "kicker": block.kicker,
            }


def _framed(block: Lines) -> dict[str, Any]:
    return _about(block) | {"framed": block.framed, "numbered": block.numbered}


def _about(block: Lines | Grid) -> dict[str, Any]:
    return {
        "heading": block.heading,
        "tone": _TONE[block.tone],
        "level": block.level,
        "more": block.more,
        "note": _line(block.note) if block.note else None,
    }


def _grid(grid: Grid) -> dict[str, Any]:
    columns = [{"head": c.head, "right": c.right, "share": c.share} for c in grid.columns]
    track = _track(grid.track) if grid.track else None
    rows = [_row(r, grid.track) for r in grid.rows]
    more = {"columns": columns, "track": track, "rows": rows, "worst": grid.worst, "dense": grid.dense}
    more |= {"follows": grid.follows, "tight": grid.tight, "gaps": [_line(x) for x in grid.gaps]}
    return {"kind": "grid"} | _about(grid) | more


def _track(track: Track) -> dict[str, Any]:
    return {
        "ticks": [{"at": _place(v, track), "text": text} for v, text in track.ticks],
        "rules": [_place(v, track) for v in track.rules],
        "head": track.head,
        "width": track.width,
    }


def _row(row: Row, track: Track | None) -> dict[str, Any]:
    return {
        "cells": [_cell(c) for c in row.cells],
        "spot": _spot(row.spot, track) if row.spot and track else None,
        "feels": list(row.feels),
        "wide": row.wide,
        "marked": row.marked,
        "inset": row.inset,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    fill = _FILL[cell.size_tone] if cell.size_tone is not Tone.ACCENT else tokens.INK_2
    heat = None if cell.heat is None else tokens.HEAT[cell.heat]
    dark = cell.heat is not None and cell.heat >= _WHITE_FROM
    lines = [_line(x) for x in cell.lines]
    return {"lines": lines, "size": cell.size, "fill": fill, "heat": heat, "dark": dark}


def _spot(spot: Spot, track: Track) -> dict[str, Any]:
    fill = tokens.STATES[spot.state].fill if spot.state else _FILL[spot.tone]
    at = _place(spot.value, track)
    low = at if spot.low is None else _place(spot.low, track)
    high = at if spot.high is None else _place(spot.high, track)
    shape = spot.state.value if spot.state else "supported"
    target = None if spot.target is None else _place(spot.target, track)
    return {"at": at, "low": low, "high": high, "fill": fill, "shape": shape, "target": target}


def _place(value: float, track: Track) -> float:
    """Where a value stands on a track, 0 to 1 within it; -0.04 and 1.04 say that it lies outside."""
    if track.logarithmic:
        value, low, high = (math.log(max(v, 1e-9)) for v in (value, track.low, track.high))
    else:
        low, high = track.low, track.high
    return min(1.04, max(-0.04, (value - low) / ((high - low) or 1.0)))
