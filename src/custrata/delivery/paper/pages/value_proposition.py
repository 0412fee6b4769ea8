"""Value proposition and proof: for whom, what, unlike what, and what proves it; a page a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from custrata.delivery.deck.material import capital, day_text, title_case, worded
from custrata.delivery.deliverable import Given
from custrata.delivery.figures import say
from custrata.delivery.paper.page import Block, Cell, Column, Grid, Line, Lines, Pair, Row, Sheet, Tone, Voice
from custrata.delivery.paper.telling import Teller, in_words, listed, nothing_written, plainly, signed_by
from custrata.strategy.parts.offering.proposition import (
    Alternative,
    Level,
    Promise,
    Proof,
    Proposition,
    PropositionTest,
)
from custrata.strategy.parts.statement import Claim, Gap
from custrata.vocabulary import EvidenceState

KIND = "Value proposition"
_PIECES = (
    ("For", "for_whom"),
    ("who need", "who_need"),
    ("we provide", "we_provide"),
    ("unlike", "unlike"),
)


def value_proposition(given: Given) -> tuple[Sheet, ...]:
    """A page for every proposition, or for those of one group.

    Raises:
        DeliveryError: If the strategy holds no proposition, or none for the group asked for.
    """
    teller = Teller(given)
    chosen = [p for p in teller.document.propositions if not given.group or p.group == given.group]
    if not chosen:
        whom = f"no proposition for {given.group}" if given.group else "no proposition"
        raise nothing_written(whom, "propositions")
    return tuple(proposition_sheet(teller, p) for p in chosen)


def proposition_sheet(teller: Teller, part: Proposition) -> Sheet:
    """The page of one proposition."""
    finding = plainly(_finding(teller, part))
    blocks = (
        _sentence(part),
        _benefits(teller, part),
        _promises(teller, part.promises),
        _beside(_alternatives(teller, part.alternatives), _tests(part.tests)),
        _beside(
            _vocabulary("Words to use", part.words_to_use, part),
            _vocabulary("Words to avoid", part.words_to_avoid, part),
        ),
    )
    return teller.sheet(KIND, finding, blocks)


def _finding(teller: Teller, part: Proposition) -> str:
    whom = teller.called(part.group) if part.group else ""
    ours = f"What we promise {whom}" if whom else "What we stand for"
    made = [p for p in part.promises if not isinstance(p.statement, Gap)]
    if not made:
        return f"{ours} has no claim yet that anybody could check"
    proven = sum(is_proven(teller, p) for p in made)
    if not proven:
        claims = "its one claim" if len(made) == 1 else f"any of its {in_words(len(made))} claims"
        return f"{ours} is not proven yet in {claims}"
    claims = "its one claim" if len(made) == 1 else f"{in_words(proven)} of {in_words(len(made))} claims"
    return f"{ours} is proven in {claims}"


def is_proven(teller: Teller, promise: Promise) -> bool:
    """Whether data support a promise, itself or by one of its proofs."""
    statements = (promise.statement, *(p.statement for p in promise.proofs))
    return any(
        teller.material.state_of(s.id) is EvidenceState.SUPPORTED for s in statements if isinstance(s, Claim)
    )


def _sentence(part: Proposition) -> Grid:
    said = [(head, str(getattr(part, field))) for head, field in _PIECES]
    rows = [_piece(head, Line(worded(words), Voice.PROPOSAL)) for head, words in said if words]
    if empty := ", ".join(head.lower() for head, words in said if not words):
        gap = Line(worded(f"Not written yet: {empty}."), Voice.GAP, support=0.0)
        rows.append(Row((Cell((gap,)),), keep=True, wide=True))
    note = Line(worded(f"{title_case(part.level.value)} · {signed_by(part.owner)}"), Voice.QUIET)
    return Grid("", (Column("", share=0), Column("", share=1)), tuple(rows), note=note)


def _piece(head: str, line: Line) -> Row:
    return Row((Cell((plainly(head, bold=True),)), Cell((line,))), keep=True)


def _benefits(teller: Teller, part: Proposition) -> Block | None:
    impact = teller.lines([part.impact], short=True)
    if not part.benefits:
        return Lines("What it is worth to them", impact) if impact else None
    columns = (Column("Benefit", share=1), Column("Worth to them", share=1))
    rows = tuple(
        Row((Cell((teller.line(b.statement, short=True),)), Cell((teller.line(b.worth, short=True),))))
        for b in part.benefits
    )
    note = impact[0] if impact else None
    return Grid("What they gain, the most valued first", columns, rows, note=note)


def _promises(teller: Teller, promises: Sequence[Promise]) -> Block:
    if not promises:
        gap = Line(worded("No claim has been written that a customer could check."), Voice.GAP, support=0.0)
        return Lines("Claims and their proof", (gap,), keep=True)
    columns = (Column("Claim", share=5), Column("Proof", share=6), Column("Where", share=2))
    rows = tuple(_promise_row(teller, p) for p in promises)
    if any(r.cells[-1].lines for r in rows):
        return Grid("Claims and their proof", columns, rows)
    told = tuple(replace(r, cells=r.cells[:-1]) for r in rows)
    return Grid("Claims and their proof", columns[:-1], told)


def _promise_row(teller: Teller, promise: Promise) -> Row:
    claim = teller.line(promise.statement, short=True)
    proofs = tuple(_proof(teller, p) for p in promise.proofs)
    reasons = tuple(Line(worded(r), Voice.PROPOSAL) for r in promise.reasons)
    none = (Line(worded("No proof yet."), Voice.GAP),)
    where = tuple(plainly(w, Voice.QUIET) for w in dict.fromkeys(p.where for p in promise.proofs if p.where))
    best = max((x.support for x in (claim, *proofs)), default=0.0)
    return Row((Cell((claim,)), Cell((*proofs, *reasons) or none), Cell(where)), support=best)


def _proof(teller: Teller, proof: Proof) -> Line:
    return teller.line(proof.statement, short=True, head=f"{title_case(proof.kind.value)}:")


def _alternatives(teller: Teller, alternatives: Sequence[Alternative]) -> Lines | None:
    named = [
        (f"{capital(worded(x.name)).text}{' (doing nothing)' if x.nothing else ''}", x) for x in alternatives
    ]
    found = [teller.line(x.answer, head=f"{name}:", short=True) for name, x in named if x.answer is not None]
    if open_ones := "; ".join(name for name, x in named if x.answer is None):
        found.append(Line(worded(f"No answer written yet to: {open_ones}."), Voice.GAP, support=0.0))
    return Lines("Best alternative, and doing nothing", tuple(found)) if found else None


def _tests(tests: Sequence[PropositionTest]) -> Lines:
    if not tests:
        gap = Line(worded("Not tested with customers yet."), Voice.GAP, support=0.0)
        return Lines("Tests with customers", (gap,))
    return Lines("Tests with customers", tuple(_test(t) for t in tests))


def _test(test: PropositionTest) -> Line:
    day = day_text(test.on) if test.on else "planned"
    passed = {True: "the proposition stood", False: "it did not stand", None: "open"}[test.passed]
    words = f"{test.with_whom}, n = {test.n:,}, {day}: {test.result or 'no result yet'} ({passed})"
    return Line(say(worded(words)), Voice.STATED, support=3.0 if test.on else 1.0)


def _vocabulary(heading: str, words: Sequence[str], part: Proposition) -> Lines | None:
    if not words:
        return None
    quoted = listed(f"“{w}”" for w in words)
    tone = Tone.ACCENT if heading.endswith("use") else Tone.LOSS
    return Lines(heading, (Line(worded(quoted), Voice.PROPOSAL, signed_by(part.owner)),), tone)


def _beside(left: Lines | None, right: Lines | None) -> Block | None:
    return Pair(left, right) if left and right else left or right


def level_title(part: Proposition) -> str:
    """What a proposition is called in a list of them."""
    return title_case(part.level.value) if part.level is Level.STANDS_FOR else "What we offer"
