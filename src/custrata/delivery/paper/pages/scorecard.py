"""The scorecard upright: early measures under the outcome they lead to, and what the last review decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from custrata.delivery.deck.material import day_text, owner_short, title_case, worded
from custrata.delivery.deliverable import Given
from custrata.delivery.paper.page import (
    Block,
    Cell,
    Column,
    Grid,
    Line,
    Lines,
    Pair,
    Row,
    Sheet,
    Spot,
    Tone,
    Track,
    Voice,
)
from custrata.delivery.paper.telling import Teller, in_words, nothing_written, plainly
from custrata.evidence.check import FigureEvidence
from custrata.reckoning import Reckoning
from custrata.strategy.parts.running.review import Review
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import EvidenceState, Timing

KIND = "Scorecard"
_ARROWS = 1.1
"""Ways beyond this, to either side, are drawn at the edge."""


def scorecard(given: Given) -> tuple[Sheet, ...]:
    """The page of the scorecard.

    Raises:
        DeliveryError: If the scorecard is empty.
    """
    teller = Teller(given)
    if not teller.document.scorecard:
        raise nothing_written("the scorecard has no measure", "scorecard")
    standings = [Standing.of(teller, r) for r in teller.document.scorecard]
    blocks: list[Block | None] = [measures(teller, standings), *last_review(teller)]
    return (teller.sheet(KIND, plainly(_finding(standings)), blocks),)


@dataclass(frozen=True)
class Standing:
    """Where one measure stands between base and target.

    Attributes:
        row: The row of the scorecard.
        now: The figure of its base claim today; None where the claim has none.
        state: State of the claim.
        way: Part of the way from base to target, 1 when reached; None without a target or number.
        expected: Part of the way that is due today; None where no dates say it.
    """

    row: ScoreRow
    now: FigureEvidence | None
    state: EvidenceState
    way: float | None
    expected: float | None

    @classmethod
    def of(cls, teller: Teller, row: ScoreRow) -> Standing:
        """The standing of a row against the snapshot."""
        evidence = teller.evidence(row.base.id)
        figures = evidence.figures if evidence else ()
        now = next((f for f in figures if f.figure.name == "base"), figures[0] if figures else None)
        state = evidence.state if evidence else EvidenceState.UNPROVEN
        return cls(row, now, state, _way(row, now, now.now.value if now else None), _expected(teller, row))

    @property
    def on_plan(self) -> bool | None:
        """Whether it has come as far as is due; None where that cannot be said."""
        if self.way is None or self.expected is None:
            return None
        return self.way >= self.expected - 1e-9

    @property
    def unit(self) -> str:
        """Unit of the measure."""
        if self.now is None:
            return ""
        return self.now.figure.unit or (self.now.now.readings[0].unit if self.now.now.readings else "")


def _way(row: ScoreRow, now: FigureEvidence | None, value: float | None) -> float | None:
    base = now.figure.value if now else None
    if value is None or base is None or row.target is None or row.target == base:
        return None
    return (value - base) / (row.target - base)


def _expected(teller: Teller, row: ScoreRow) -> float | None:
    start, months = teller.document.horizon.starts_on, row.in_months
    as_of: dt.date = teller.given.snapshot.manifest.as_of
    if start is None or teller.given.snapshot.manifest.notional:
        return None
    days = (row.on - start).days if row.on else (months * 30.4375 if months else 0)
    return min(1.0, max(0.0, (as_of - start).days / days)) if days > 0 else None


def _finding(standings: Sequence[Standing]) -> str:
    judged = [s for s in standings if s.on_plan is not None]
    moved = [s for s in standings if s.way is not None and abs(s.way) > 1e-6]
    if not moved or not judged:
        aimed = sum(s.row.target is not None for s in standings)
        stand = "measure stands at its base" if len(standings) == 1 else "measures stand at their base"
        having = "has" if aimed == 1 else "have"
        aiming = "all" if aimed == len(standings) > 1 else in_words(aimed)
        return f"{title_case(in_words(len(standings)))} {stand}, and {aiming} {having} a target"
    good = sum(bool(s.on_plan) for s in judged)
    verb = "is" if good == 1 else "are"
    title = f"{title_case(in_words(good))} of {in_words(len(judged))} measures {verb} on plan"
    worst = min(judged, key=lambda s: s.way or 0.0)
    if (worst.way or 0.0) < 0:
        title += f", but {worst.row.title[:1].lower()}{worst.row.title[1:]} moves away from its target"
    return title


def measures(teller: Teller, standings: Sequence[Standing], *, level: int = 3) -> Grid:
    """The measures with base, now, way to the target, state and owner."""
    columns = (
        Column("Measure", share=3),
        Column("Base", True, 0),
        Column("Now", True, 0),
        Column("Target", True, 0),
        Column("Claim", share=0),
        Column("Owner", share=2),
    )
    expected = sorted({round(s.expected, 3) for s in standings if s.expected is not None})
    rules = (0.0, 1.0, *(expected if len(expected) == 1 and 0 < expected[0] < 1 else ()))
    track = Track(-0.35, 1.15, ((0.0, "base"), (1.0, "target")), rules, width=3.0)
    agreed = teller.material.agreed is not None
    reckoning = teller.material.snapshot.manifest.reckoning
    rows = tuple(_row(s, inset, agreed, reckoning) for s, inset in _ordered(teller, standings))
    note = "Way from base to target; bar: 95% interval, none where a figure is counted."
    return Grid("", columns, rows, track=track, note=plainly(note, Voice.QUIET), level=level)


def _ordered(teller: Teller, standings: Sequence[Standing]) -> list[tuple[Standing, bool]]:
    """Late measures each with the early ones of their goals beneath, then what is left."""
    left = list(standings)
    found: list[tuple[Standing, bool]] = []
    for late in [s for s in standings if s.row.timing is Timing.LAGGING]:
        goals = [g for g in teller.document.goals if late.row.measure in g.lagging]
        early = {m for g in goals for m in g.leading}
        found.append((late, False))
        left.remove(late)
        for s in [x for x in left if x.row.timing is Timing.LEADING and x.row.measure in early]:
            found.append((s, True))
            left.remove(s)
    return found + [(s, False) for s in left]


def _row(standing: Standing, inset: bool, agreed: bool, reckoning: Reckoning) -> Row:
    row, now = standing.row, standing.now
    unit = standing.unit
    value = now.now.value if now else None
    interval = ""
    if now and now.now.low is not None and now.now.high is not None:
        interval = f"{spell(now.now.low, unit)} to {spell(now.now.high, unit)}"
    claims = (row.base.id,)
    due = f"in {row.in_months} months" if row.in_months else ""
    if row.on:
        due = day_text(row.on) + reckoning.beside(row.on)
    if row.target is None:
        target = Line(worded("not set"), Voice.QUIET)
    else:
        voice = Voice.AGREED if row.signed_on or agreed else Voice.PROPOSAL
        target = Line(worded(spell(row.target, unit)), voice, due)
    name = title_case(row.title or row.measure.replace("_", " "))
    timing = "early" if row.timing is Timing.LEADING else ""
    cells = (
        Cell((Line(worded(name), bold=not inset, tail=timing, claims=claims),)),
        Cell((Line(worded(spell(now.figure.value if now else None, unit))),)),
        Cell((Line(worded(spell(value, unit)), tail=interval, bold=True),)),
        Cell((target,)),
        Cell((Line(state=standing.state, tail=row.base.id, voice=Voice.COMPUTED),)),
        Cell((_answers(row, agreed),)),
    )
    contradicted = standing.state is EvidenceState.CONTRADICTED
    return Row(cells, _spot(standing), support=6.0 - inset, marked=contradicted, inset=inset)


def _answers(row: ScoreRow, agreed: bool) -> Line:
    """Who answers for a measure: a role is only suggested until it is agreed."""
    if agreed and row.owner.role and not row.owner.assigned:
        return Line(worded(title_case(row.owner.role)), Voice.AGREED)
    return Line(worded(owner_short(row.owner)), Voice.STATED if row.owner.assigned else Voice.PROPOSAL)


def _spot(standing: Standing) -> Spot | None:
    if standing.way is None or standing.now is None:
        return None
    ends = [_way(standing.row, standing.now, x) for x in (standing.now.now.low, standing.now.now.high)]
    low, high = (
        (min(e for e in ends if e is not None), max(e for e in ends if e is not None))
        if all(e is not None for e in ends)
        else (None, None)
    )
    return Spot(max(-_ARROWS, min(_ARROWS, standing.way)), low, high, state=standing.state)


def last_review(teller: Teller) -> tuple[Block, ...]:
    """What the last review decided: decisions, then stop, start and continue."""
    if not teller.document.reviews:
        gap = Line(worded("No review has been held yet."), Voice.GAP, support=0.2)
        return (Lines("Last review", (gap,)),)
    last = max(teller.document.reviews, key=lambda r: r.on)
    blocks: list[Block] = [_decided(last)]
    done = [b for b in (_listed("Stop", last.stop, Tone.LOSS), _listed("Start", last.start)) if b]
    if len(done) == 2:
        blocks.append(Pair(done[0], done[1]))
    else:
        blocks += done
    go_on = _listed("Continue", last.go_on)
    return (*blocks, *((go_on,) if go_on else ()))


def _decided(review: Review) -> Lines:
    heading = f"{title_case(review.kind.value)} review of {day_text(review.on)}: decided"
    if not review.decided:
        return Lines(heading, (Line(worded("Nothing was decided."), Voice.QUIET),))
    return Lines(heading, tuple(plainly(d) for d in review.decided))


def _listed(heading: str, words: Sequence[str], tone: Tone = Tone.ACCENT) -> Lines | None:
    return Lines(heading, tuple(plainly(w) for w in words), tone) if words else None
