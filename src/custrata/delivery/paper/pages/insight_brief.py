"""Insight brief: question, answer, pains, outcomes, exact words, triggers, and what would change our mind."""

from __future__ import annotations

from collections.abc import Sequence

from custrata.delivery.deck.material import worded
from custrata.delivery.deliverable import Given
from custrata.delivery.paper.page import Band, Block, Line, Lines, Pair, Sheet, Tone, Voice
from custrata.delivery.paper.telling import Teller, headline, listed, nothing_written, signed_by
from custrata.strategy.parts.papers.insight_brief import InsightBrief
from custrata.strategy.parts.statement import Statement

KIND = "Insight brief"
MOST_PAINS, MOST_PHRASES = 5, 12


def insight_brief(given: Given) -> tuple[Sheet, ...]:
    """A page for every brief, or for those of one group.

    Raises:
        DeliveryError: If the strategy holds no brief, or none for the group asked for.
    """
    teller = Teller(given)
    chosen = [b for b in teller.document.briefs if not given.group or b.group == given.group]
    if not chosen:
        whom = f" for {given.group}" if given.group else ""
        raise nothing_written(f"no insight brief{whom}", "briefs")
    return tuple(brief_sheet(teller, b) for b in chosen)


def brief_sheet(teller: Teller, part: InsightBrief) -> Sheet:
    """The page of one brief."""
    whom = teller.group_name(part.group)
    answer = teller.line(part.answer, missing="The question has no answer yet.")
    finding, band = headline(answer, f"What moves {teller.called(part.group)}")
    blocks: list[Block | None] = []
    if part.question:
        blocks.append(Band("Question:", Line(worded(part.question), Voice.STATED, whom)))
    if band is not None:
        blocks.append(Lines("Answer", (band,), keep=True))
    blocks += [
        _statements(
            teller, "Top pains", part.pains[:MOST_PAINS], Tone.LOSS, left=len(part.pains) - MOST_PAINS
        ),
        Pair(
            _statements(teller, "Outcomes valued", part.outcomes),
            _statements(teller, "What makes them switch", part.triggers),
        ),
        _phrases(part),
        _change(part),
    ]
    return teller.sheet(KIND, finding, blocks)


def _statements(
    teller: Teller, heading: str, parts: Sequence[Statement], tone: Tone = Tone.ACCENT, left: int = 0
) -> Lines:
    lines = teller.lines(parts, short=True)
    if not lines:
        lines = (Line(worded("Nobody has found this out yet."), Voice.GAP, support=0.2),)
    return Lines(heading, lines, tone, more=max(0, left))


def _phrases(part: InsightBrief) -> Lines:
    found = tuple(
        Line(
            worded(f"“{p.words}”"),
            Voice.STATED,
            " · ".join(x for x in (p.source, p.theme, p.language) if x),
            support=1.6 if p.source else 0.8,
        )
        for p in part.phrases[:MOST_PHRASES]
    )
    if not found:
        found = (
            Line(worded("No words of customers are kept yet. Waits for interviews or answers."), Voice.GAP),
        )
    return Lines("Their exact words", found, more=max(0, len(part.phrases) - MOST_PHRASES))


def _change(part: InsightBrief) -> Lines:
    words = part.would_change or "Nobody has said what would change our mind."
    voice = Voice.PROPOSAL if part.would_change else Voice.GAP
    line = Line(worded(words), voice, listed([signed_by(part.owner)]))
    return Lines("What would change our mind", (line,), Tone.PROPOSAL, keep=True)
