"""What we do, how we measure it, and what we cannot say yet."""

from __future__ import annotations

from collections.abc import Sized

from custrata.delivery.deck.chapters.pieces import number, owner_cell, with_interval, words
from custrata.delivery.deck.chapters.strategy import way
from custrata.delivery.deck.material import (
    DOCUMENT,
    Material,
    capital,
    title_case,
    without_stop,
    worded,
)
from custrata.delivery.deck.slides import Cell, Column, Placed, Row, Slide, Table, Tone
from custrata.delivery.figures import Prose, say, stated
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Gap


def _noun(things: Sized, one: str) -> str:
    """The noun for so many things."""
    return one if len(things) == 1 else f"{one}s"


def scorecard(material: Material) -> Slide | None:
    """Measures with base, reading of today, target and owner; the way there once anything has moved."""
    found = material.document.scorecard[:8]
    if not found:
        return None
    ways = [way.way_of(material, row) for row in found]
    if any(w is not None and abs(w.at) >= way.LEAST for w in ways):
        return way.slide(material, found, ways)
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
    open_ones = sum(1 for s in found if s.signed_on is None and material.agreed is None)
    title = say(
        stated(float(len(found)), "measures", DOCUMENT),
        f" {_noun(found, 'measure')} to see whether it works; ",
        say(stated(float(open_ones), "measures", DOCUMENT), " of the targets not yet signed")
        if open_ones
        else say("every target is agreed"),
    )
    return Slide(
        "Performance",
        "Scorecard",
        (title,),
        say(
            "Readings of this snapshot, beneath them the interval; targets ",
            material.until("in violet are proposals"),
        ),
        (Placed(table),),
        say("look at leading measures weekly, at lagging ones monthly, and stop what moves neither"),
    )


def _score_row(material: Material, row: ScoreRow) -> Row:
    base = row.base.figure("base") or (row.base.figures[0] if row.base.figures else None)
    now = material.bound(base, row.base.id) if base else None
    state = material.state_of(row.base.id)
    target = way.target_of(now, row)
    tone = material.tone(row.signed_on)
    by = f"in {row.in_months} months" if row.in_months else "not set"
    if row.on:
        by = material.snapshot.manifest.reckoning.spelled(row.on)
    return Row(
        (
            words(title_case(row.title), bold=True),
            with_interval(now),
            number(target, tone=tone) if target else words("not set", tone=tone),
            words(by, tone=tone),
            words(title_case(row.timing.value), tone=Tone.QUIET),
            Cell(say(), worded(row.base.id), state=state) if state else words(row.base.id),
            owner_cell(material, row.owner, row.signed_on),
        )
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
