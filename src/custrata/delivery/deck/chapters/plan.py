"""What we promise, what we do, how we measure it, what we assume and what is to be decided."""

from __future__ import annotations

from collections.abc import Sized

from custrata.delivery.deck.chapters.pieces import number, with_interval, words
from custrata.delivery.deck.material import (
    DOCUMENT,
    Material,
    capital,
    day_text,
    owner_short,
    plain,
    title_case,
    without_stop,
    worded,
)
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import Figure, Prose, say, spelling, stated
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.canvas import TITLES
from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.goal import Goal, Initiative
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Claim, Gap, Proposal

_PROMISE_BLOCKS = (
    "purpose",
    "customer_value_proposition",
    "business_value_proposition",
    "concept_of_experience",
)


def _noun(things: Sized, one: str) -> str:
    """The noun for so many things."""
    return one if len(things) == 1 else f"{one}s"


def promise(material: Material) -> Slide | None:
    """What we promise and what proves it."""
    rows = []
    for name, block in material.document.canvas.blocks():
        if name in _PROMISE_BLOCKS:
            rows += [_promise_row(material, name, s) for s in block.statements]
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
        tuple(rows[:8]),
    )
    title = say(
        "Of ",
        stated(float(len(rows)), "statements", DOCUMENT),
        " statements on our promise ",
        stated(float(claims), "statements", DOCUMENT) if claims else "none",
        " rests on data" if claims <= 1 else " rest on data",
        "; the others wait for their owners" if claims else "; they wait for their owners",
    )
    return Slide(
        "Promise",
        "Proposition and proof",
        (title,),
        say("Claims carry the state of their evidence; ◊ is a proposal, a gap says what it waits for"),
        (Placed(table),),
        say("test the promise with customers before it is spent on: doing nothing is the first alternative"),
    )


def _promise_row(material: Material, name: str, part: Claim | Proposal | Gap) -> Row:
    head = words(TITLES[name], tone=Tone.QUIET)
    if isinstance(part, Claim):
        state = Cell(state=material.state_of(part.id)) if material.state_of(part.id) else Cell()
        return Row((head, Cell(material.sentence(part)), state, words(part.id, tone=Tone.QUIET)))
    if isinstance(part, Proposal):
        return Row(
            (
                head,
                Cell(material.sentence(part), tone=Tone.PROPOSAL),
                Cell(say("◊ Proposal"), tone=Tone.PROPOSAL),
                words(owner_short(part.owner), tone=Tone.PROPOSAL),
            )
        )
    return Row(
        (
            head,
            Cell(worded(part.text), tone=Tone.QUIET),
            Cell(say("Gap"), bold=True, tone=Tone.QUIET),
            Cell(worded(part.waits_for), tone=Tone.QUIET),
        )
    )


def initiatives(material: Material) -> Slide | None:
    """Goals and what is done for them."""
    goals = {g.id: g for g in material.document.goals}
    found = material.document.initiatives[:8]
    if not found and not goals:
        return None
    rows = tuple(_initiative_row(material, i, goals.get(i.goal)) for i in found) or tuple(
        _goal_row(material, g) for g in goals.values()
    )
    table = Table(
        (
            Column("Initiative", share=2),
            Column("For the goal", share=2),
            Column("Measured by"),
            Column("Owner", share=0),
        ),
        rows,
        dense=len(rows) > 5,
    )
    many = stated(float(len(found)), "initiatives", DOCUMENT)
    for_goals = stated(float(len(goals)), "goals", DOCUMENT)
    title = say(
        many,
        f" {_noun(found, 'initiative')} for ",
        for_goals,
        f" {_noun(goals, 'goal')} proposed; no owner has signed yet",
    )
    if any(g.owner.assigned for g in goals.values()) or not found:
        title = say(
            many,
            f" {_noun(found, 'initiative')} for ",
            for_goals,
            f" {_noun(goals, 'goal')}, worded for the customer first",
        )
    return Slide(
        "Roadmap",
        "Goals and initiatives",
        (title,),
        say(
            "Proposals, in the order of the strategy; effect and effort are not known until they are measured"
        ),
        (Placed(table),),
        say("start what can be tested in a quarter; an initiative without a measure is left out"),
    )


def _initiative_row(material: Material, part: Initiative, goal: Goal | None) -> Row:
    measures = (*goal.leading, *goal.lagging)[:2] if goal else ()
    return Row(
        (
            Cell(material.sentence(part.statement), tone=Tone.PROPOSAL, bold=False),
            Cell(material.sentence(goal.statement)) if goal else Cell(),
            words(title_case(", ".join(plain(m) for m in measures)), tone=Tone.QUIET),
            words(owner_short(part.owner), tone=Tone.PROPOSAL),
        )
    )


def _goal_row(material: Material, goal: Goal) -> Row:
    measures = (*goal.leading, *goal.lagging)[:2]
    return Row(
        (
            Cell(),
            Cell(material.sentence(goal.statement)),
            words(", ".join(plain(m) for m in measures)),
            words(owner_short(goal.owner), tone=Tone.PROPOSAL),
        )
    )


def scorecard(material: Material) -> Slide | None:
    """Measures with base, reading of today, target and owner."""
    found = material.document.scorecard[:8]
    if not found:
        return None
    rows = tuple(_score_row(material, s) for s in found)
    table = Table(
        (
            Column("Measure"),
            Column("Now", right=True, share=0.3),
            Column("Target", right=True, share=0.3),
            Column("By", share=0.3),
            Column("Kind", share=0),
            Column("Claim", share=0),
            Column("Owner", share=0),
        ),
        rows,
    )
    open_ones = sum(1 for s in found if s.signed_on is None)
    title = say(
        stated(float(len(found)), "measures", DOCUMENT),
        f" {_noun(found, 'measure')} to see whether it works; ",
        stated(float(open_ones), "measures", DOCUMENT),
        " of the targets not yet signed",
    )
    return Slide(
        "Performance",
        "Scorecard",
        (title,),
        say("Readings of this snapshot, beneath them the interval; targets in violet are proposals"),
        (Placed(table),),
        say("look at leading measures weekly, at lagging ones monthly, and stop what moves neither"),
    )


def _score_row(material: Material, row: ScoreRow) -> Row:
    base = row.base.figure("base") or (row.base.figures[0] if row.base.figures else None)
    now = material.bound(base, row.base.id) if base else None
    state = material.state_of(row.base.id)
    target = _target(now, row)
    by = day_text(row.on) if row.on else (f"in {row.in_months} months" if row.in_months else "not set")
    return Row(
        (
            words(title_case(row.title), bold=True),
            with_interval(now),
            number(target, tone=Tone.PROPOSAL) if target else words("not set", tone=Tone.PROPOSAL),
            words(by, tone=Tone.PROPOSAL),
            words(title_case(row.timing.value), tone=Tone.QUIET),
            Cell(say(), worded(row.base.id), state=state) if state else words(row.base.id),
            words(owner_short(row.owner), tone=Tone.PROPOSAL),
        )
    )


def _target(now: Figure | None, row: ScoreRow) -> Figure | None:
    if row.target is None:
        return None
    unit = now.readings[0].unit if now and now.readings and not now.how else ""
    unit = unit or (row.base.figures[0].unit if row.base.figures else "")
    return (
        stated(row.target, unit, DOCUMENT)
        if unit != "share"
        else stated(row.target, unit, DOCUMENT, written=spelling("share", (row.target,)))
    )


def gaps(material: Material) -> Slide | None:
    """What is not known, by what it waits for, what closes most first."""
    waits: dict[str, dict[str, Gap]] = {}
    for _, part in material.document.statements():
        if isinstance(part, Gap):
            waits.setdefault(part.waits_for, {})[part.text] = part
    if not waits:
        return None
    ranked = sorted(waits.items(), key=lambda w: (-len(w[1]), w[0]))
    table = Table(
        (
            Column("Waits for", share=1),
            Column("Gaps", right=True, share=0),
            Column("What we cannot say until then", share=3),
        ),
        tuple(_gap_row(waits_for, texts) for waits_for, texts in ranked[:8]),
        dense=len(ranked) > 5,
    )
    total = stated(float(sum(len(t) for _, t in ranked)), "gaps", DOCUMENT)
    first = without_stop(worded(ranked[0][0]))
    most = stated(float(len(ranked[0][1])), "gaps", DOCUMENT)
    return Slide(
        "Capabilities",
        "What we cannot say yet",
        (
            say(total, " things are not known; ", most, " of them wait for ", first),
            say(total, " things are not known; none is filled with a guess"),
        ),
        say("Gaps of the strategy by what they wait for, those that close most first"),
        (Placed(table),),
        say("load what closes most gaps at once; the rest can wait"),
    )


def _gap_row(waits_for: str, texts: dict[str, Gap]) -> Row:
    shown = list(texts)[:2]
    more = len(texts) - len(shown)
    tail = say(" And ", stated(float(more), "gaps", DOCUMENT), " more.") if more else Prose()
    words_ = say(capital(worded(waits_for)))
    number_ = number(stated(float(len(texts)), "gaps", DOCUMENT), bold=True)
    return Row((Cell(words_, bold=True), number_, Cell(say(worded(" ".join(shown)), tail), tone=Tone.QUIET)))


def assumptions(material: Material) -> Slide | None:
    """What we take for true, and what would stop us."""
    found = material.document.assumptions[:7]
    if not found:
        return None
    table = Table(
        (
            Column("We assume", share=3),
            Column("Seen to fail when", share=2),
            Column("Looked at again", share=0),
            Column("Owner", share=0),
        ),
        tuple(_assumption_row(material, a) for a in found),
        dense=len(found) > 4,
    )
    many = stated(float(len(found)), "assumptions", DOCUMENT)
    return Slide(
        "Steering",
        "Assumptions",
        (
            say(
                "The strategy stands on ",
                many,
                f" {_noun(found, 'assumption')}; each says what would stop us",
            ),
        ),
        say("Assumptions with their threshold and the day they lapse"),
        (Placed(table),),
        say("an assumption that nobody watches is a hope: give each an owner"),
    )


def _assumption_row(material: Material, part: Assumption) -> Row:
    when = (
        day_text(part.expires_on)
        if part.expires_on
        else (f"in {part.in_months} months" if part.in_months else "not set")
    )
    return Row(
        (
            Cell(material.sentence(part.statement)),
            Cell(worded(part.kill_criterion) if part.kill_criterion else _threshold(material, part)),
            words(when, tone=Tone.QUIET),
            words(owner_short(part.owner), tone=Tone.PROPOSAL),
        )
    )


def _threshold(material: Material, part: Assumption) -> Prose:
    if part.threshold is None or not part.measure:
        return say("not set")
    reading = material.snapshot.reading(part.measure)
    shown = stated(part.threshold, reading.unit if reading else "", DOCUMENT)
    side = "under" if part.direction == "at least" else "over"
    return say(worded(plain(part.measure)), f" {side} ", shown)


def decisions(material: Material) -> Slide | None:
    """What the board is asked to decide."""
    found = material.document.decisions[:7]
    if not found:
        return None
    table = Table(
        (
            Column("Decision", share=3),
            Column("Options", share=3),
            Column("Rests on", share=0),
            Column("By", share=0),
            Column("Owner", share=0),
        ),
        tuple(_decision_row(material, d) for d in found),
        dense=len(found) > 4,
    )
    many = stated(float(len(found)), "decisions", DOCUMENT)
    return Slide(
        "Steering",
        "Decisions",
        (say("We ask for ", many, f" {_noun(found, 'decision')} today"),),
        say("Each with its options and the claims it rests on"),
        (Placed(table),),
    )


def _decision_row(material: Material, part: Decision) -> Row:
    return Row(
        (
            Cell(capital(material.sentence(part.question)), bold=True),
            Cell(worded("; ".join(o.rstrip(".") for o in part.options))),
            words(", ".join(part.rests_on), tone=Tone.QUIET),
            words(day_text(part.by) if part.by else "not set", tone=Tone.QUIET),
            words(owner_short(part.owner), tone=Tone.PROPOSAL),
        )
    )
