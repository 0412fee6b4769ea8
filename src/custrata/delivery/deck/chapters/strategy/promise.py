"""What is promised, what proves it, and how that proof stands."""

from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.chapters.pieces import owner_cell, statement_cell, words
from custrata.delivery.deck.material import DOCUMENT, Material, capital, day_text, title_case, worded
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import Prose, say, stated
from custrata.strategy.parts.canvas import TITLES
from custrata.strategy.parts.offering.proposition import Promise, Proposition
from custrata.strategy.parts.statement import Claim, Gap, Proposal, Statement
from custrata.vocabulary import EvidenceState

_MOST = 8
_BLOCKS = (
    "purpose",
    "customer_value_proposition",
    "business_value_proposition",
    "concept_of_experience",
)
_SO_WHAT = "test the promise with customers before it is spent on: doing nothing is the first alternative"


def promise(material: Material) -> Slide | None:
    """Promises with their proof where propositions have any, else what the canvas says of them."""
    found = [(p, one) for p in material.document.propositions for one in p.promises]
    return _promises(material, found) if found else _canvas(material)


def _promises(material: Material, found: list[tuple[Proposition, Promise]]) -> Slide:
    proven = [one for _, one in found if _proof(material, one)[1] is EvidenceState.SUPPORTED]
    rows = tuple(_promise_row(material, p, one) for p, one in found[:_MOST])
    table = Table(
        (
            Column("For", share=0),
            Column("We promise", share=2),
            Column("What our data show", share=2),
            Column("State", share=0),
            Column("Owner", share=0),
        ),
        rows,
        dense=len(rows) > 5,
    )
    many = stated(float(len(found)), "promises", DOCUMENT)
    some = stated(float(len(proven)), "promises", DOCUMENT) if proven else "none"
    rests = "rests" if len(proven) <= 1 else "rest"
    lead = say("Of ", many, " promises to customers ", some, f" {rests} on a figure that stands today")
    return Slide(
        "Promise",
        "Promise and proof",
        (say(lead, _tested(material)), lead),
        say(
            "What we promise beside what our own data show of it; ",
            material.until("violet is a proposal, not computed"),
        ),
        (Placed(table),),
        say(_SO_WHAT),
    )


def _tested(material: Material) -> Prose:
    """How many propositions were tested with customers: a figure says what is, not what customers feel."""
    every = material.document.propositions
    tested = sum(1 for p in every if any(t.on for t in p.tests))
    if not tested:
        return say("; none is tested with customers yet")
    shown = (stated(float(n), "propositions", DOCUMENT) for n in (tested, len(every)))
    return say("; ", next(shown), " of ", next(shown), " propositions are tested with customers")


def _proof(material: Material, one: Promise) -> tuple[Statement | None, EvidenceState | None]:
    """The proof that stands best, with its state; the promise itself where data show it."""
    offered: list[Statement] = [p.statement for p in one.proofs]
    claims = [s for s in (*offered, one.statement) if isinstance(s, Claim)]
    states = [(s, material.state_of(s.id)) for s in claims]
    for wanted in (EvidenceState.SUPPORTED, EvidenceState.DRIFTING):
        for statement, state in states:
            if state is wanted:
                return statement, state
    if states:
        return states[0]
    return (offered[0] if offered else None), None


def _promise_row(material: Material, proposition: Proposition, one: Promise) -> Row:
    groups = {g.id: g.name for g in material.document.groups}
    whom = groups.get(proposition.group, "") or proposition.for_whom or "Every group"
    proof, state = _proof(material, one)
    shown = Cell(say("nothing yet"), tone=Tone.QUIET)
    if isinstance(proof, Proposal):
        # A guarantee is promised too: it is no figure, whoever has signed it.
        shown = replace(statement_cell(material, proof), small=say("promised, shown by no figure"))
    elif proof is not None:
        shown = _said(material, proof)
    own = one.statement.owner if isinstance(one.statement, Proposal | Gap) else proposition.owner
    owner = own if own.name or own.role else proposition.owner
    return Row(
        (
            words(title_case(whom), bold=True),
            _said(material, one.statement),
            shown,
            Cell(state=state) if state else Cell(say("○ No figure"), tone=Tone.QUIET),
            owner_cell(material, owner),
        )
    )


def _said(material: Material, part: Statement) -> Cell:
    if isinstance(part, Claim):
        return Cell(material.sentence(part), worded(part.id, "id"))
    return statement_cell(material, part)


def _canvas(material: Material) -> Slide | None:
    rows = []
    for name, block in material.document.canvas.blocks():
        if name in _BLOCKS:
            rows += [_canvas_row(material, name, s) for s in block.statements]
    if not rows:
        return None
    claims = sum(1 for row in rows if row.cells[2].state is not None)
    table = Table(
        (
            Column("Part", share=0),
            Column("What the strategy says", share=3),
            Column("State", share=0),
            Column("Owner or what it waits for", share=1),
        ),
        tuple(rows[:_MOST]),
    )
    title = say(
        "Of ",
        stated(float(len(rows)), "statements", DOCUMENT),
        " statements on our promise ",
        stated(float(claims), "statements", DOCUMENT) if claims else "none",
        " rests on data" if claims <= 1 else " rest on data",
        "; the others " if claims else "; they ",
        say("are ", material.until("")) if material.agreed else say("wait for their owners"),
    )
    return Slide(
        "Promise",
        "Proposition and proof",
        (title,),
        say(
            "Claims carry the state of their evidence; ",
            material.until("◊ is a proposal"),
            "; a gap says what it waits for",
        ),
        (Placed(table),),
        say(_SO_WHAT),
    )


def _agreement(material: Material, part: Proposal) -> Cell:
    """Whether a proposal is agreed, and when."""
    day = part.signed_on or material.agreed
    said = say("◊ Proposal") if day is None else say("agreed ", worded(day_text(day)))
    return Cell(said, tone=material.tone(part.signed_on))


def _canvas_row(material: Material, name: str, part: Claim | Proposal | Gap) -> Row:
    head = words(TITLES[name], tone=Tone.QUIET)
    if isinstance(part, Claim):
        state = Cell(state=material.state_of(part.id)) if material.state_of(part.id) else Cell()
        return Row((head, Cell(material.sentence(part)), state, words(part.id, tone=Tone.QUIET)))
    if isinstance(part, Proposal):
        return Row(
            (
                head,
                statement_cell(material, part),
                _agreement(material, part),
                owner_cell(material, part.owner),
            )
        )
    waits: Prose = capital(worded(part.waits_for))
    return Row(
        (
            head,
            Cell(worded(part.text), tone=Tone.QUIET),
            Cell(say("Gap"), bold=True, tone=Tone.QUIET),
            Cell(waits, tone=Tone.QUIET),
        )
    )
