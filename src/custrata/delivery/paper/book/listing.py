"""Parts of the strategy as tables and lists: every field that holds something is printed, by who says it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any

from custrata.delivery.deck.material import plain, title_case, worded
from custrata.delivery.paper.folding import lift_gaps, said_once, unowned_once, without_unowned
from custrata.delivery.paper.page import Block, Cell, Column, Grid, Heading, Line, Lines, Row, Voice
from custrata.delivery.paper.telling import Teller, listed, plainly, signed_by
from custrata.strategy.parts.part import Owner, Part
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.strategy.wording.spelling import MINUS

Spec = tuple[str, str | Callable[[Any], Any], float]
"""Head of a column, field or function that gives its content, and its part of the width."""

_LABELS = {
    "go_on": "Continue",
    "for_whom": "For",
    "needed_for": "Needed for",
    "is_new": "New",
    "n": "Asked",
    "on": "On",
    "by": "By",
    "loop": "Way back",
}
_MEASURE = re.compile(r"[a-z]+(_[a-z0-9]+)+")
_NAME = 20
"""Letters up to which a cell is a name."""
_SHORT = 80
"""Letters up to which a list of words stands in one line."""
_LEAST = 0.17
"""Part of the width that a column of owners takes at least, so that their roles do not break."""
_LETTERS = 100
"""Letters of small type that stand on a line of the book."""
_BRIEF = 46
"""Letters up to which a fact shares its line with others."""
_SILENT = frozenset({"id", "kind", "name", "title", "segment", "partition", "stage", "tier"})
"""Fields that name a part or address it; they stand in its heading."""


def statement_or_none(value: object) -> Claim | Proposal | Gap | None:
    """The value, where it is a statement."""
    return value if isinstance(value, Claim | Proposal | Gap) else None


def cell(teller: Teller, value: object) -> Cell:
    """Any value of the strategy as a cell."""
    if isinstance(value, Claim | Proposal | Gap):
        return Cell((teller.line(value, short=True),))
    if isinstance(value, tuple | list):
        if any(isinstance(v, Claim | Proposal | Gap) for v in value):
            return Cell(teller.lines((statement_or_none(v) for v in value), short=True))
        said = listed(words_of(teller, v) for v in value)
    else:
        said = words_of(teller, value)
    if isinstance(value, Owner) and not value.assigned:
        return Cell((Line(worded(said), Voice.PROPOSAL),))
    return Cell((Line(worded(said)),)) if said else Cell()


def words_of(teller: Teller, value: object) -> str:
    """A plain value as people read it; ids of groups as their names."""
    match value:
        case None | "" | ():
            return ""
        case Owner():
            return value.name or (f"{title_case(value.role)}?" if value.role else "needs an owner")
        case bool():
            return "yes" if value else "no"
        case dt.date():
            return teller.material.snapshot.manifest.reckoning.spelled(value)
        case StrEnum():
            return value.value
        case float():
            return f"{value:,.10g}"
        case int():
            return f"{value:,}".replace("-", MINUS)
        case str():
            return teller.named(value) or (plain(value) if _MEASURE.fullmatch(value) else value)
        case _:
            return str(value)


def grid(teller: Teller, heading: str, parts: Iterable[Any], specs: Sequence[Spec]) -> Grid | None:
    """A table of parts; columns that none of them fills are left out, and a table of names alone is too.

    Args:
        teller: Makes lines of statements.
        heading: What the table shows.
        parts: One row each.
        specs: The columns; the first one is set bold.
    """
    found = list(parts)
    owned = any(head == "Owner" for head, _, _ in specs)
    filled = [
        (head, [_cell_of(teller, p, field, owned) for p in found], share) for head, field, share in specs
    ]
    kept = [c for i, c in enumerate(filled) if i == 0 or any(x.lines for x in c[1])]
    if not found or len(kept) < min(len(specs), 2):
        return None
    rows = []
    for at in range(len(found)):
        first, *rest = (cells[at] for _, cells, _ in kept)
        rows.append(Row((_bold(first), *rest)))
    least = _LEAST * sum(s for _, _, s in kept)
    shares = [
        max(s, _of_word(head, cells) * sum(x for _, _, x in kept), least if head == "Owner" else 0.0)
        for head, cells, s in kept
    ]
    if is_narrow(r.cells[0] for r in rows):
        shares[0] = 0.0
    columns = tuple(Column(h, share=s) for (h, _, _), s in zip(kept, shares, strict=True))
    return unowned_once(lift_gaps(Grid(heading, columns, tuple(rows), dense=True)))


def _of_word(head: str, cells: Iterable[Cell]) -> float:
    """The part of the width that the longest word of a column takes."""
    texts = (head, *(x.words.text for c in cells for x in c.lines))
    return (2 + max(len(w) for t in texts for w in (t.split() or ("",)))) / _LETTERS


def _cell_of(teller: Teller, part: Any, field: str | Callable[[Any], Any], owned: bool) -> Cell:
    """A cell; without the word that an owner is wanted where its row names one."""
    found = cell(teller, _value(part, field))
    return without_unowned(found) if owned else found


def is_narrow(cells: Iterable[Cell]) -> bool:
    """Whether every cell of a column is a word or two, so that the column takes what it needs."""
    return all(len(x.words.text) + len(x.tail) <= _NAME for c in cells for x in c.lines)


def _value(part: Any, field: str | Callable[[Any], Any]) -> Any:
    return getattr(part, field) if isinstance(field, str) else field(part)


def _bold(first: Cell) -> Cell:
    lines = tuple(
        Line(x.words, x.voice, x.tail, x.state, x.head, x.voice is Voice.STATED, x.support, x.claims)
        for x in first.lines
    )
    return Cell(lines)


def card(teller: Teller, heading: str, part: Part, *, skip: Iterable[str] = ()) -> Lines:
    """Everything that a part says, a line a field.

    Args:
        teller: Makes lines of statements.
        heading: Its name.
        part: The part.
        skip: Fields that are printed elsewhere.
    """
    lines = tuple(_fields(teller, part, frozenset(skip)))
    if not lines:
        return Lines(heading, (teller.line(None, missing="Nothing is written yet."),))
    brief = [x for x, after in zip(lines, (*lines[1:], None), strict=True) if _is_brief(x, after)]
    told = [x for x in lines if x.voice is not Voice.GAP and x not in brief]
    opens = lines[0] in told and bool(lines[0].head) and all(x.head for x in lines[1:2])
    told = [*told[:opens], *brief, *told[opens:]]  # short facts come after the sentence that opens the part
    gaps = [x for x in lines if x.voice is Voice.GAP]
    owner = getattr(part, "owner", None)
    mine = signed_by(owner) if isinstance(owner, Owner) and (owner.role or owner.name) else ""
    return said_once(Lines(heading, (*told, *gaps)), mine)


def _is_brief(line: Line, after: Line | None) -> bool:
    """Whether a line is a short fact that no list goes on from."""
    if not line.head or line.tail or line.state or line.voice in (Voice.GAP, Voice.QUIET):
        return False
    goes_on = after is not None and not after.head and after.voice is line.voice
    return len(line.head) + len(line.words.text) <= _BRIEF and not goes_on


def _fields(teller: Teller, part: Part, skip: frozenset[str], inside: str = "") -> Iterable[Line]:
    for field in type(part).model_fields:
        value = getattr(part, field)
        label = _LABELS.get(field, title_case(plain(field)))
        if field in _SILENT or field in skip or value in (None, "", (), False):
            continue
        if isinstance(value, Owner):
            if value.role or value.name:
                yield plainly(title_case(f"{inside}{signed_by(value)}"), Voice.QUIET)
        elif isinstance(value, Claim | Proposal | Gap):
            yield teller.line(value, head=f"{label}:")
        elif isinstance(value, Part):
            yield from _fields(teller, value, frozenset(), f"{label}: ")
        elif isinstance(value, tuple) and isinstance(value[0], Part):
            yield from _many(teller, label, value)
        else:
            yield from _plain(teller, field, label, value)


def _plain(teller: Teller, field: str, label: str, value: object) -> Iterable[Line]:
    voice = Voice.QUIET if field == "rests_on" else Voice.PROPOSAL
    items = [words_of(teller, v) for v in value] if isinstance(value, tuple) else []
    if sum(len(i) for i in items) > _SHORT:
        for at, item in enumerate(items):
            yield Line(worded(item), voice, head=f"{label}:" if at == 0 else "")
    else:
        yield Line(worded(listed(items) if items else words_of(teller, value)), voice, head=f"{label}:")


def _many(teller: Teller, label: str, parts: Sequence[Part]) -> Iterable[Line]:
    for at, part in enumerate(parts):
        if isinstance(part, Claim | Proposal | Gap):
            yield teller.line(part, head=f"{label}:" if at == 0 else "")
        else:
            name = getattr(part, "name", "") or getattr(part, "title", "")
            lines = list(_fields(teller, part, frozenset()))
            yield (
                plainly(str(name), head=f"{label}, {name}:" if name else f"{label}:")
                if not lines
                else Line(
                    lines[0].words,
                    lines[0].voice,
                    lines[0].tail,
                    lines[0].state,
                    f"{label}{f', {name}' if name else ''} · {lines[0].head}",
                    lines[0].bold,
                    lines[0].support,
                    lines[0].claims,
                )
            )
            yield from lines[1:]


def said(teller: Teller, heading: str, parts: Iterable[object]) -> Lines | None:
    """Statements under a heading; None where there are none."""
    lines = teller.lines(statement_or_none(p) for p in parts)
    return said_once(Lines(heading, lines)) if lines else None


def section(title: str, blocks: Iterable[Block | None], *, lead: str = "") -> tuple[Block, ...]:
    """Blocks under a heading of their own; nothing where all of them are empty."""
    kept = tuple(b for b in blocks if b is not None)
    if not kept:
        return ()
    below = plainly(lead, Voice.QUIET) if lead else None
    return (Heading(plainly(title), 2, below), *kept)
