"""What an agenda is written from: the strategy, how it stands, what moved, and the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from custrata.evidence.check import ClaimEvidence, subject
from custrata.evidence.moved import ClaimMove, Delta, went_well
from custrata.evidence.movement import Movement
from custrata.evidence.stakes import money_at_stake
from custrata.evidence.states import stands
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.decision import Decision
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.running.review import Action, Review, ReviewKind
from custrata.strategy.wording.dates import days_later, falls_on
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import EvidenceState, Reading

TOP = 3
"""How many things of a kind an item names before it counts the rest."""


@dataclass(frozen=True)
class Matter:
    """What an agenda is written from.

    Attributes:
        document: The strategy.
        snapshot: The latest snapshot.
        evidence: How the claims stand against it.
        on: The day of the review.
        delta: What moved since an earlier snapshot; None when there is none.
        movement: How the base moved since then; None when there is none.
        findings: What the check of the strategy says.
    """

    document: Document
    snapshot: Snapshot
    evidence: tuple[ClaimEvidence, ...]
    on: dt.date
    delta: Delta | None = None
    movement: Movement | None = None
    findings: tuple[Finding, ...] = field(default=())

    def judged(self, claim_id: str) -> ClaimEvidence | None:
        """How a claim stands."""
        return next((e for e in self.evidence if e.claim_id == claim_id), None)

    def told(self, evidence: ClaimEvidence) -> str:
        """A claim with today's numbers, and whom it speaks of where its own words only point there."""
        name = subject(evidence, self.document)
        return f"{name}: {evidence.said}" if name else evidence.said

    def doubtful(self) -> list[tuple[ClaimEvidence, float | None]]:
        """Claims in doubt with the money they concern: those that cannot be said first, then by money.

        A claim that drifts only because things went well is no issue.
        """
        open_ones = [e for e in self.evidence if e.state is not EvidenceState.SUPPORTED]
        issues = [e for e in open_ones if not (stands(e.state) and went_well(e))]
        priced = [(e, money_at_stake(e, self.document, self.snapshot)) for e in issues]
        return sorted(priced, key=lambda p: (stands(p[0].state), p[1] is None, -(p[1] or 0.0)))

    def broken(self) -> list[ClaimEvidence]:
        """Claims that can no longer be said."""
        return [e for e in self.evidence if not stands(e.state)]

    def moves(self) -> tuple[ClaimMove, ...]:
        """Claims whose state changed since the earlier snapshot, the largest money first."""
        return self.delta.moved if self.delta else ()

    def money(self, value: float) -> str:
        """An amount in the currency of the snapshot."""
        return spell(value, self.snapshot.manifest.currency or "money")

    def last_review(self, kind: ReviewKind | None = None) -> Review | None:
        """The latest review that was held before the day, of a kind or of any."""
        held = [r for r in self.document.reviews if r.on <= self.on and kind in (None, r.kind)]
        return max(held, key=lambda r: (r.on, r.id), default=None)

    def open_actions(self) -> Iterator[tuple[Review, Action]]:
        """Actions of earlier reviews that nobody has reported done, the oldest first."""
        for review in sorted(self.document.reviews, key=lambda r: r.on):
            for action in review.actions:
                if action.done_on is None and review.on <= self.on:
                    yield review, action

    def open_decisions(self, within_days: int) -> list[Decision]:
        """Decisions that nobody has taken and that were due, or fall due in so many days."""
        last = days_later(self.on, within_days)
        waiting = [d for d in self.document.decisions if not d.decided and d.by is not None and d.by <= last]
        return sorted(waiting, key=lambda d: d.by or last)

    def due_assumptions(self, within_days: int) -> list[tuple[Assumption, dt.date]]:
        """Assumptions that have lapsed or lapse in so many days, with the day."""
        last = days_later(self.on, within_days)
        dated = [(a, day) for a in self.document.assumptions if (day := self.lapses(a)) is not None]
        return sorted(((a, day) for a, day in dated if day <= last), key=lambda p: p[1])

    def watched(self, assumption: Assumption) -> Reading | None:
        """What the measure of an assumption says: in the latest window, else over the whole history."""
        found = (self.snapshot.reading(assumption.measure, (), period) for period in ("current", "all"))
        return next((r for r in found if r is not None and r.value is not None), None)

    def lapses(self, assumption: Assumption) -> dt.date | None:
        """The day on which an assumption lapses; None where the data carry no dates."""
        start = self.document.horizon.starts_on
        return falls_on(assumption.expires_on, assumption.in_months, start)


def answers(owner: Owner) -> str:
    """Who answers for something, in a clause.

    Example:
        >>> answers(Owner(role="head of finance")), answers(Owner())
        ('no owner yet, head of finance suggested', 'no owner yet')
    """
    if owner.name:
        return owner.name
    return f"no owner yet, {owner.role} suggested" if owner.role else "no owner yet"


def called(*owners: Owner) -> str:
    """The first owner who is named or suggested, for the margin of an item; empty when there is none."""
    return next((answers(o) for o in owners if o.name or o.role), "")
