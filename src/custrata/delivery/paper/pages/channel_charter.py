"""Channel charters: what each channel is for, within which guardrails, and what it leaves; a page each."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.delivery.deck.material import plain, title_case, worded
from custrata.delivery.deliverable import Given
from custrata.delivery.paper.page import (
    Band,
    Block,
    Cell,
    Column,
    Grid,
    Line,
    Lines,
    Pair,
    Row,
    Sheet,
    Tone,
    Voice,
)
from custrata.delivery.paper.telling import Teller, headline, nothing_written, plainly, signed_by
from custrata.strategy.parts.papers.channel_charter import ChannelCharter, ChannelGoal
from custrata.strategy.wording.spelling import spell

KIND = "Channel charter"


def channel_charters(given: Given) -> tuple[Sheet, ...]:
    """A page for every channel.

    Raises:
        DeliveryError: If the strategy holds no charter.
    """
    teller = Teller(given)
    if not teller.document.channel_charters:
        raise nothing_written("no channel has a charter", "channel_charters")
    return tuple(charter_sheet(teller, c) for c in teller.document.channel_charters)


def charter_sheet(teller: Teller, part: ChannelCharter) -> Sheet:
    """The page of one channel."""
    role = teller.line(part.role, missing="What the channel is for has not been written.")
    finding, band = headline(role, f"What the channel “{part.channel}” is for", "not written yet")
    blocks: list[Block | None] = [_facts(teller, part)]
    if band is not None:
        blocks.insert(0, Lines("", (band,), keep=True) if band.voice is Voice.GAP else Band("Role:", band))
    blocks += [
        _goals(teller, part.goals),
        _pair(
            _short("Guardrails", part.guardrails, part),
            _short("What it does not do", part.does_not, part, Tone.LOSS),
        ),
        _pair(_measures(teller, part), _short("Handovers", part.handovers, part)),
    ]
    return teller.sheet(f"{KIND}: {part.channel}", finding, blocks)


def _facts(teller: Teller, part: ChannelCharter) -> Grid:
    spelled = teller.material.snapshot.manifest.reckoning.spelled
    facts = (
        ("Motion", title_case(part.motion.value) if part.motion else ""),
        ("Budget", teller.money(part.budget) if part.budget is not None else ""),
        ("Owner", part.owner.name or (f"{title_case(part.owner.role)}?" if part.owner.role else "")),
        ("Looked at again", spelled(part.review_on) if part.review_on else ""),
    )
    cells = tuple(
        Cell((Line(worded(said), Voice.PROPOSAL) if said else plainly("not said yet", Voice.QUIET),))
        for _, said in facts
    )
    return Grid("", tuple(Column(head) for head, _ in facts), (Row(cells, keep=True),))


def _goals(teller: Teller, goals: Sequence[ChannelGoal]) -> Block:
    if not goals:
        gap = Line(worded("No goal has been set for this channel."), Voice.GAP, support=0.2)
        return Lines("Goals", (gap,), keep=True)
    columns = (
        Column("Measure", share=2),
        Column("Now", share=4),
        Column("Target", True, 0),
        Column("In", True, 0),
    )
    rows = []
    for goal in goals:
        base = teller.line(goal.base, missing=_awaited(teller, goal.measure), short=True)
        target = spell(goal.target, teller.unit_of(goal.measure)) if goal.target is not None else "not set"
        months = f"{goal.in_months} months" if goal.in_months else ""
        cells = (
            Cell((plainly(title_case(plain(goal.measure)), bold=True),)),
            Cell((base,)),
            Cell((Line(worded(target), Voice.PROPOSAL),)),
            Cell((Line(worded(months), Voice.PROPOSAL if months else Voice.STATED),)),
        )
        rows.append(Row(cells, support=3.0 + base.support))
    return Grid("Goals", columns, tuple(rows))


def _awaited(teller: Teller, measure: str) -> str:
    if teller.has(measure):
        return "Nobody has bound the base to a reading yet."
    return f"The data hold no {plain(measure)} yet."


def _short(heading: str, words: Sequence[str], part: ChannelCharter, tone: Tone = Tone.PROPOSAL) -> Lines:
    if not words:
        gap = Line(worded("Nobody has written this yet."), Voice.GAP, support=0.2)
        return Lines(heading, (gap,), tone)
    note = Line(worded(signed_by(part.owner)), Voice.PROPOSAL)
    return Lines(heading, tuple(Line(worded(w), Voice.PROPOSAL) for w in words), tone, note=note)


def _measures(teller: Teller, part: ChannelCharter) -> Lines:
    if not part.kpis:
        gap = Line(worded("No measure is named."), Voice.GAP, support=0.2)
        return Lines("Measures watched", (gap,))
    return Lines("Measures watched", tuple(teller.measured(k) for k in part.kpis))


def _pair(left: Lines, right: Lines) -> Pair:
    return Pair(left, right)
