"""Small pieces that slides of all chapters are set from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from custrata.delivery.deck.material import (
    SMALLEST_GROUP,
    Material,
    day_text,
    owner_short,
    owner_text,
    title_case,
)
from custrata.delivery.deck.slides import Cell, Column, Point, Row, Table, Tone
from custrata.delivery.figures import Figure, Name, Prose, Spelling, derived, figures, say, spelling
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Gap, Proposal, Statement
from custrata.vocabulary import Reading


def words(text: str, *, bold: bool = False, tone: Tone = Tone.INK, small: str = "") -> Cell:
    """A cell of words that come from data or people."""
    return Cell(say(Name(text)) if text else Prose(), say(Name(small)) if small else Prose(), bold, tone)


def number(
    shown: Figure | None, *, bold: bool = False, tone: Tone = Tone.INK, under: Prose | None = None
) -> Cell:
    """A cell with a figure; what is not known says so."""
    if shown is None:
        return Cell(say("not known"), tone=Tone.QUIET)
    return Cell(say(shown), under or Prose(), bold, tone)


def statement_cell(material: Material, part: Statement | None) -> Cell:
    """A statement of the strategy: claims in ink with any doubt, proposals in violet, gaps in quiet words.

    What is agreed stands in ink.
    """
    if part is None:
        return Cell()
    if isinstance(part, Gap):
        return Cell(say("Gap. ", material.sentence(part)), tone=Tone.QUIET)
    if isinstance(part, Proposal):
        day = say("agreed ", Name(day_text(part.signed_on))) if part.signed_on else Prose()
        return Cell(material.sentence(part), day, tone=material.tone(part.signed_on))
    return Cell(material.sentence(part), material.doubt(part.id))


def owned(material: Material, owner: Owner, own: dt.date | None = None) -> str:
    """Who answers for a proposal, and whether it is agreed.

    Args:
        material: Snapshot, strategy and evidence.
        owner: Who answers.
        own: The day that the proposal itself carries.
    """
    day = own or material.agreed
    if day is None:
        return owner_text(owner)
    who = owner.name or owner.role
    return f"agreed {day_text(day)}" + (f" · {who}" if who else "")


def owner_cell(material: Material, owner: Owner, own: dt.date | None = None) -> Cell:
    """Who answers: a role with a question mark in violet, in ink once it is agreed.

    Args:
        material: Snapshot, strategy and evidence.
        owner: Who answers.
        own: The day on which the part itself was agreed.
    """
    tone = material.tone(own)
    agreed = tone is Tone.INK and not owner.name and owner.role
    return words(title_case(owner.role) if agreed else owner_short(owner), tone=tone)


def with_interval(shown: Figure | None, *, bold: bool = True) -> Cell:
    """A figure with its interval beneath, where it has one."""
    if shown is None:
        return number(None)
    beneath = say(Name(shown.interval, "interval")) if shown.interval else Prose()
    return Cell(say(shown), beneath, bold)


def labelled(
    readings: Sequence[Reading], labels: Sequence[str], high: int | None = None
) -> tuple[Point, ...]:
    """Readings as points of a chart with one spelling."""
    return tuple(
        Point(label, shown, index == high)
        for index, (label, shown) in enumerate(zip(labels, figures(readings), strict=True))
    )


def spelt_for(readings: Sequence[Reading]) -> Spelling:
    """The spelling that fits all readings of a chart."""
    return spelling(readings[0].unit, (r.value for r in readings))


def largest(readings: Sequence[Reading], count: int) -> tuple[Reading, ...]:
    """The largest readings, ties by name."""
    return tuple(sorted(readings, key=lambda r: (-(r.value or 0.0), r.segment))[:count])


def labels_of(readings: Sequence[Reading]) -> tuple[str, ...]:
    """The last value of each reading's segment, as a label."""
    return tuple(r.segment[-1][1] if r.segment else "all" for r in readings)


def not_shown(every: Sequence[Reading], shown: Sequence[Reading], sizes: Sequence[Reading] = ()) -> Prose:
    """How many values an exhibit leaves out, and what they add up to; nothing where all are shown.

    The sum is told only where it is of 11 customers or more, so that nobody can be read off it.

    Args:
        every: Readings of all values.
        shown: Those in the exhibit.
        sizes: Customers by value; their sum is told.
    """
    seen = {r.segment for r in shown}
    hidden = [r for r in every if r.segment not in seen]
    if not hidden:
        return Prose()
    gone = {r.segment for r in hidden}
    people = [r for r in sizes if r.segment in gone]
    total = sum(r.value or 0.0 for r in people)
    many = derived(float(len(hidden)), "values", hidden, "values that are not shown", written=Spelling())
    said = say("; not shown: ", many, " value" if len(hidden) == 1 else " values")
    if len(people) == len(hidden) and total >= SMALLEST_GROUP:
        said = say(said, " with ", derived(total, "customers", people, "customers of them"), " customers")
    return said


def plain_table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Table:
    """A table from rows of cells."""
    return Table(tuple(columns), tuple(Row(tuple(cells)) for cells in rows))
