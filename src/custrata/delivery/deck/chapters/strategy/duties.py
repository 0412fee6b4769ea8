"""What one function has to do: initiatives with its part in them, what it owes, what it has promised."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from custrata.delivery.deck.chapters.pieces import number, owner_cell, statement_cell, words
from custrata.delivery.deck.material import (
    DOCUMENT,
    Material,
    plain,
    title_case,
    worded,
)
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import say, stated
from custrata.strategy.parts.goal import Initiative
from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.responsibility import Interlock, Raci

_MOST = 8


class Team(Protocol):
    """A function, as far as a slide asks of it."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    def is_called(self, text: str) -> bool:
        """Whether a name means it."""
        ...

    def owns(self, owner: Owner) -> bool:
        """Whether it answers."""
        ...


def initiatives(material: Material, team: Team) -> Slide | None:
    """Initiatives in which a function has a part, with that part.

    Args:
        material: Snapshot, strategy and evidence.
        team: The function.
    """
    shares = {r.on: r for r in material.document.raci}
    found = [(i, part) for i in material.document.initiatives if (part := _part(i, shares.get(i.id), team))]
    if not found:
        return None
    table = Table(
        (
            Column("Initiative", share=3),
            Column("Our part", share=0),
            Column("Accountable", share=0),
            Column("Does it", share=1),
            Column("Days", right=True, share=0),
            Column("Begins", share=0),
        ),
        tuple(_initiative_row(material, i, shares.get(i.id), part) for i, part in found[:_MOST]),
    )
    many = stated(float(len(found)), "initiatives", DOCUMENT)
    noun = "initiative has" if len(found) == 1 else "initiatives have"
    return Slide(
        "Roadmap",
        "Our initiatives",
        (say(many, f" {noun} a part for ", worded(team.name)),),
        say(
            "Who is accountable, who does it, and what it takes; ",
            material.until("proposals until their owners sign"),
        ),
        (Placed(table),),
        say("one accountable each: where the name is a question, settle it before the work begins"),
        row="duties",
    )


def _part(initiative: Initiative, shared: Raci | None, team: Team) -> str:
    if shared is not None:
        if team.owns(shared.accountable):
            return "Accountable"
        for name, texts in (
            ("Responsible", shared.responsible),
            ("Consulted", shared.consulted),
            ("Informed", shared.informed),
        ):
            if any(team.is_called(t) for t in texts):
                return name
    return "Owner" if team.owns(initiative.owner) else ""


def _initiative_row(material: Material, one: Initiative, shared: Raci | None, part: str) -> Row:
    begins = "not set"
    days = stated(one.effort_days, "days", DOCUMENT) if one.effort_days is not None else None
    if one.starts_in_months is not None:
        begins = f"month {one.starts_in_months}" if one.starts_in_months else "at once"
    who = shared.accountable if shared is not None else one.owner
    return Row(
        (
            statement_cell(material, one.statement),
            words(part, bold=True),
            owner_cell(material, who),
            words(", ".join(shared.responsible) if shared is not None else "not said", tone=Tone.QUIET),
            number(days) if days else words("not said", tone=Tone.QUIET),
            words(begins, tone=Tone.QUIET),
        )
    )


def interlocks(material: Material, team: Team) -> Slide | None:
    """What a function gives others and gets from them.

    Args:
        material: Snapshot, strategy and evidence.
        team: The function.
    """
    found = [k for k in material.document.interlocks if team.is_called(k.gives) or team.is_called(k.takes)]
    if not found:
        return None
    gives = [k for k in found if team.is_called(k.gives)]
    table = Table(
        (
            Column("From", share=0),
            Column("To", share=0),
            Column("What is handed over", share=2),
            Column("When", share=1),
            Column("Goes wrong without it", share=2),
        ),
        tuple(_interlock_row(k) for k in [*gives, *(k for k in found if k not in gives)][:_MOST]),
    )
    some, rest = (
        stated(float(n), "handovers", DOCUMENT) if n else "none"
        for n in (len(gives), len(found) - len(gives))
    )
    return Slide(
        "Roadmap",
        "Interlocks",
        (say("Others wait for ", some, " of our handovers; we wait for ", rest, " of theirs"),),
        say("What teams owe each other; agreed between them, not computed"),
        (Placed(table),),
        row="interlocks",
    )


def _interlock_row(one: Interlock) -> Row:
    return Row(
        (
            words(one.gives, bold=True),
            words(one.takes, bold=True),
            Cell(worded(one.what)),
            words(one.when or "not set", tone=Tone.QUIET),
            Cell(worded(one.breaks_if), tone=Tone.QUIET),
        )
    )


def standards(material: Material, team: Team) -> Slide | None:
    """Service standards that a function answers for, with what the data show.

    Args:
        material: Snapshot, strategy and evidence.
        team: The function.
    """
    found = [s for s in material.document.service_standards if team.owns(s.owner)][:_MOST]
    if not found:
        return None
    table = Table(
        (
            Column("Standard", share=1),
            Column("Promised", right=True, share=0),
            Column("What data show", share=2),
            Column("Where it goes next", share=1),
            Column("May give", share=1),
        ),
        tuple(_standard_row(material, s) for s in found),
    )
    many = stated(float(len(found)), "standards", DOCUMENT)
    return Slide(
        "Service",
        "Service standards",
        (say("Customers can count on ", many, f" {'standard' if len(found) == 1 else 'standards'} of ours"),),
        say("What is promised, what the data show of it, and what the front line may decide"),
        (Placed(table),),
        row="standards",
    )


def _standard_row(material: Material, one: ServiceStandard) -> Row:
    reading = material.snapshot.reading(one.measure) if one.measure else None
    unit = reading.unit if reading else ""
    promised = stated(one.promise, unit, DOCUMENT) if one.promise is not None else None
    side = f"{one.direction} " if promised is not None else ""
    return Row(
        (
            words(title_case(one.name), bold=True, small=plain(one.measure)),
            Cell(say(side, promised), tone=material.tone())
            if promised
            else words("not set", tone=material.tone()),
            statement_cell(material, one.attained),
            Cell(worded(one.escalation), tone=Tone.QUIET),
            Cell(worded(one.authority), tone=Tone.QUIET),
        )
    )


def next_review(material: Material, team: Team) -> Slide | None:
    """What a function brings to the next review: open actions, decisions, assumptions that lapse.

    Args:
        material: Snapshot, strategy and evidence.
        team: The function.
    """
    rows = [*_actions(material, team), *_decisions(material, team), *_lapsing(material, team)][:_MOST]
    if not rows:
        return None
    table = Table(
        (
            Column("Kind", share=0),
            Column("What", share=4),
            Column("By", share=0),
            Column("Owner", share=0),
        ),
        tuple(rows),
    )
    many = stated(float(len(rows)), "things", DOCUMENT)
    noun = "thing is" if len(rows) == 1 else "things are"
    return Slide(
        "Steering",
        "Next review",
        (say(many, f" {noun} on the table of the next review for ", worded(team.name)),),
        say("Actions still open, decisions asked for, assumptions to be looked at again"),
        (Placed(table),),
        row="next_review",
    )


def _actions(material: Material, team: Team) -> list[Row]:
    every = (a for review in material.document.reviews for a in review.actions)
    mine = (a for a in every if a.done_on is None and team.owns(a.owner))
    return [_due(material, "Action", Cell(worded(a.text)), a.by, a.owner) for a in mine]


def _decisions(material: Material, team: Team) -> list[Row]:
    mine = (d for d in material.document.decisions if not d.decided and team.owns(d.owner))
    return [_due(material, "Decision", Cell(material.sentence(d.question)), d.by, d.owner) for d in mine]


def _lapsing(material: Material, team: Team) -> list[Row]:
    mine = (a for a in material.document.assumptions if team.owns(a.owner))
    return [
        _due(material, "Assumption", Cell(material.sentence(a.statement)), a.expires_on, a.owner)
        for a in mine
    ]


def _due(material: Material, kind: str, what: Cell, by: dt.date | None, owner: Owner) -> Row:
    day = material.snapshot.manifest.reckoning.spelled(by) if by else "not set"
    when = words(day, tone=Tone.QUIET)
    return Row((words(kind, bold=True), what, when, owner_cell(material, owner)))
