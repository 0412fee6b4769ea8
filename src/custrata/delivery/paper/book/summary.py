"""The summary of the strategy: what leads, what follows, how well it is proven, what is to be decided."""

from __future__ import annotations

from custrata.delivery.deck.material import day_text, title_case, worded
from custrata.delivery.figures import say
from custrata.delivery.paper.folding import unowned_once
from custrata.delivery.paper.page import Block, Cell, Column, Grid, Line, Lines, Row, Tone, Voice
from custrata.delivery.paper.telling import Teller, in_words, plainly, signed_by
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.statement import Gap, Proposal
from custrata.vocabulary import EvidenceState


def summary(teller: Teller) -> tuple[Block, ...]:
    """Insights with their consequence, pattern, intents, standing of the evidence, decisions asked."""
    found = (
        _insights(teller),
        _pattern(teller, teller.document.pattern),
        _intents(teller),
        _standing(teller),
        _decisions(teller),
    )
    return tuple(b for b in found if b is not None)


def _insights(teller: Teller) -> Grid | None:
    rows = tuple(_insight(teller, i) for i in teller.document.insights)
    columns = (
        Column("What the data say", share=5),
        Column("What should follow", share=4),
        Column("At stake", True, 0),
    )
    return unowned_once(Grid("What matters most", columns, rows)) if rows else None


def _insight(teller: Teller, part: Insight) -> Row:
    claim = teller.document.claim(part.claim)
    stake = teller.material.bound(part.at_stake, part.claim) if part.at_stake else None
    cells = (
        Cell((teller.line(claim),)),
        Cell((teller.line(part.consequence, short=True),)),
        Cell((Line(say(stake), claims=(part.claim,), bold=True),)) if stake else Cell(),
    )
    return Row(cells)


def _pattern(teller: Teller, part: Pattern) -> Lines | None:
    lines = teller.lines(part.statements)
    if not lines:
        return None
    name = (
        f"Recommended pattern: {part.name.value}"
        if part.name
        else "Recommended pattern: not told by the base"
    )
    return Lines(name, lines)


def _intents(teller: Teller) -> Grid | None:
    groups = [g for g in teller.document.groups if g.intent is not None]
    if not groups:
        return None
    columns = (Column("Group", share=2), Column("Intent", share=2), Column("Why", share=6))
    rows = []
    for group in groups:
        assert group.intent is not None
        voice = Voice.AGREED if group.intent.signed_on or teller.material.agreed else Voice.PROPOSAL
        tail = "emphasised" if group.intent.emphasised else ""
        said = Line(worded(title_case(group.intent.intent.value)), voice, tail)
        why = teller.lines(group.intent.reason[:1], short=True)
        rows.append(Row((Cell((plainly(group.name, bold=True),)), Cell((said,)), Cell(why))))
    return Grid("What we mean to do", columns, tuple(rows))


def _standing(teller: Teller) -> Lines:
    evidence = teller.given.evidence
    counted = {s: sum(e.state is s for e in evidence) for s in EvidenceState}
    lines = [
        Line(worded(f"{title_case(in_words(n))} {'claim' if n == 1 else 'claims'}"), Voice.STATED, state=s)
        for s, n in counted.items()
        if n
    ]
    statements = [s for _, s in teller.document.statements()]
    open_ones = sum(isinstance(s, Proposal) and s.signed_on is None for s in statements)
    gaps = sum(isinstance(s, Gap) for s in statements)
    if teller.material.agreed:
        lines.append(
            Line(worded(f"Agreed {day_text(teller.material.agreed)} by every function"), Voice.AGREED)
        )
    else:
        lines.append(
            Line(worded(f"{title_case(in_words(open_ones))} proposals wait for a signature"), Voice.PROPOSAL)
        )
    lines.append(plainly(f"{title_case(in_words(gaps))} gaps say what they wait for", Voice.QUIET))
    return Lines("How well it is proven", tuple(lines))


def _asked(teller: Teller, question: Proposal) -> Line:
    """The question of a decision; signing the strategy does not answer it."""
    line = teller.line(question)
    if line.voice is not Voice.AGREED or question.signed_on:
        return line
    return Line(line.words, Voice.STATED, signed_by(question.owner), support=line.support)


def _decisions(teller: Teller) -> Lines | None:
    asked = [d for d in teller.document.decisions if not d.decided]
    lines, spelled = [], teller.material.snapshot.manifest.reckoning.spelled
    for decision in asked:
        line = _asked(teller, decision.question)
        by = f"decide by {spelled(decision.by)}" if decision.by else ""
        tail = " · ".join(x for x in (line.tail, by) if x)
        lines.append(Line(line.words, line.voice, tail, support=line.support, claims=line.claims))
    return Lines("Decisions asked for", tuple(lines), Tone.PROPOSAL, numbered=True) if lines else None
