"""How every claim of a document stands against a snapshot."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from custrata.evidence.figures import NumberNow, number_now
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document, claims_of
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.offering.proposition import Proposition
from custrata.strategy.parts.papers.insight_brief import InsightBrief
from custrata.strategy.parts.papers.journey_map import JourneyMap
from custrata.strategy.parts.statement import Claim, Figure
from custrata.strategy.wording.sentence import loose_digits
from custrata.strategy.wording.spelling import is_money, spell
from custrata.vocabulary import EvidenceState, Reading

DRIFT_FROM = 0.5
"""Share of the tolerance that a number may use up before it counts as drifting."""

_PLACE = re.compile(
    r"(groups|lifecycle|propositions|briefs|journey_maps)\[([^\]]+)\](?:\.stages\[([^\]]+)\])?"
)
_POINTS = re.compile(r"\b(?:of|to|from) them\b|\btheirs\b|\bthis stage\b|\bstand here\b")
"""Words by which a sentence points at whom it speaks of."""

ROUNDING = 1e-9
"""Relative difference under which two numbers are equal: what a number loses on its way through text."""


@dataclass(frozen=True, slots=True)
class FigureEvidence:
    """How one figure of a claim stands.

    Attributes:
        figure: The figure as written.
        state: Supported, contradicted, drifting or unproven.
        now: What the snapshot gives.
        reason: Why, in a sentence.
    """

    figure: Figure
    state: EvidenceState
    now: NumberNow
    reason: str

    @property
    def was_to_is(self) -> str:
        """The number as written and as it is: ``41% → 44%``."""
        unit = self.figure.unit
        return f"{spell(self.figure.value, unit)} → {spell(self.now.value, unit)}"


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """How one claim stands.

    Attributes:
        claim: The claim as written.
        path: Where it stands in the document.
        state: The state of the whole claim.
        figures: How each figure stands, in the order of the claim.
        reason: Why, in a sentence.
        snapshot: Fingerprint of the snapshot that was read.
    """

    claim: Claim
    path: str
    state: EvidenceState
    figures: tuple[FigureEvidence, ...]
    reason: str
    snapshot: str

    @property
    def claim_id(self) -> str:
        """Id of the claim."""
        return self.claim.id

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All readings that were used, each once, in the order of the claim."""
        seen = {reading.key: reading for figure in self.figures for reading in figure.now.readings}
        return tuple(seen.values())

    @property
    def values(self) -> dict[str, float | None]:
        """Today's numbers by figure name."""
        return {f.figure.name: f.now.value for f in self.figures}

    @property
    def said(self) -> str:
        """The claim with today's numbers."""
        return self.claim.said(self.values)


def evaluate(
    document: Document, snapshot: Snapshot, *, on: dt.date | None = None
) -> tuple[ClaimEvidence, ...]:
    """How the claims of a document stand against a snapshot, in the order of the document.

    Args:
        document: The strategy.
        snapshot: What to read.
        on: The day at which it is asked; None is the latest day of data that any claim was written from.

    Returns:
        One evidence a claim. A claim is *stale* when the snapshot's data end more than its ``fresh_days``
        before the day asked; else it is as its weakest figure: *contradicted*, *unproven*, *drifting*,
        *supported*, in that order; but a claim with a number typed into its words is never better than
        *unproven*, as no reading can break that number. A claim without figures is *unproven*.
    """
    claims = claims_of(document)
    day = on or max((c.as_of for _, c in claims if c.as_of), default=snapshot.manifest.as_of)
    return tuple(_evidence(path, claim, snapshot, day) for path, claim in claims)


def subject(evidence: ClaimEvidence, document: Document) -> str:
    """Whom a claim speaks of, where it stands with a group or a stage and its own words only point there.

    A proof, a pain or a friction stands with a group too, and need not speak of it: there the words decide.

    Args:
        evidence: How the claim stands.
        document: The strategy that it stands in.

    Returns:
        ``Gold customers`` or ``Stage adoption``; empty where the sentence says it, or speaks of everybody.
    """
    match = _PLACE.match(evidence.path)
    if match is None:
        return ""
    kind, name, stage = match.groups()
    if kind not in {"groups", "lifecycle"}:
        title = _pointed_at(kind, name, stage or "", document) if _POINTS.search(evidence.said) else ""
        return "" if title in evidence.said else title
    parts: Sequence[CustomerGroup | StagePlan] = document.groups if kind == "groups" else document.lifecycle
    part = next((p for p in parts if p.id == name), None)
    if part is None:
        return ""
    title = part.name if isinstance(part, CustomerGroup) else f"Stage {part.stage}"
    return "" if title in evidence.said else title


def _pointed_at(kind: str, name: str, stage: str, document: Document) -> str:
    """The group that a proposition, brief or journey is for, else the stage of the journey."""
    pages: Sequence[Proposition | InsightBrief | JourneyMap] = getattr(document, kind)
    page = next((p for p in pages if p.id == name), None)
    group = next((g for g in document.groups if page is not None and g.id == page.group), None)
    if group is not None:
        return group.name
    stages = page.stages if isinstance(page, JourneyMap) else ()
    return next((f"Stage {s.stage}" for s in stages if s.id == stage), "")


def judge(figure: Figure, now: NumberNow) -> tuple[EvidenceState, str]:
    """The state of one figure, with the reason.

    A figure with a threshold is supported while the number keeps its side, drifting when the number has
    crossed but its interval has not, and contradicted when the whole interval has crossed. A figure with a
    tolerance is supported within half of it, contradicted when the whole interval lies outside, and drifting
    between the two. A figure with neither may not move at all. A counted number is its own interval. A figure
    without a number is unproven.
    """
    if now.value is None:
        return EvidenceState.UNPROVEN, now.reason
    if figure.threshold is not None:
        return _against_threshold(figure, now, figure.threshold)
    if figure.value is None:
        return EvidenceState.UNPROVEN, "the claim was written without a number"
    return _against_tolerance(figure, now, figure.value)


def _against_threshold(figure: Figure, now: NumberNow, threshold: float) -> tuple[EvidenceState, str]:
    value, low, high = _interval(now)
    sign = 1 if figure.direction == "at least" else -1
    best = high if sign > 0 else low
    wanted = f"{figure.direction} {with_unit(threshold, figure.unit)}"
    said = with_unit(value, figure.unit)
    if sign * (value - threshold) >= 0:
        return EvidenceState.SUPPORTED, f"{said} is {wanted}"
    if sign * (best - threshold) >= 0:
        return EvidenceState.DRIFTING, f"{said} is no longer {wanted}, but its interval still reaches it"
    return EvidenceState.CONTRADICTED, f"{said} is not {wanted}"


def _against_tolerance(figure: Figure, now: NumberNow, was: float) -> tuple[EvidenceState, str]:
    value, low, high = _interval(now)
    room = (figure.tolerance or 0.0) + ROUNDING * max(abs(was), abs(value))
    moved = f"{with_unit(was, figure.unit)} is now {with_unit(value, figure.unit)}"
    if low > was + room or high < was - room:
        return EvidenceState.CONTRADICTED, f"{moved}, outside what was allowed"
    if abs(value - was) > max(DRIFT_FROM * (figure.tolerance or 0.0), ROUNDING * abs(was)):
        return EvidenceState.DRIFTING, f"{moved}, moving but within what is allowed"
    if spell(value, figure.unit) == spell(was, figure.unit):
        return EvidenceState.SUPPORTED, f"{with_unit(value, figure.unit)} as written"
    return EvidenceState.SUPPORTED, f"{moved}, well within what is allowed"


def with_unit(value: float | None, unit: str) -> str:
    """A number as it stands in text, with its unit where the number itself does not show it.

    Example:
        >>> with_unit(13, "days"), with_unit(1, "customers"), with_unit(0.41, "share")
        ('13 days', '1 customer', '41%')
    """
    told = spell(value, unit)
    if value is None or unit in ("share", "ratio") or is_money(unit):
        return told
    return f"{told} {unit.removesuffix('s') if told == '1' else unit}"


def _interval(now: NumberNow) -> tuple[float, float, float]:
    value = now.value if now.value is not None else 0.0
    low = value if now.low is None else min(now.low, value)
    high = value if now.high is None else max(now.high, value)
    return value, low, high


def _evidence(path: str, claim: Claim, snapshot: Snapshot, day: dt.date) -> ClaimEvidence:
    figures = tuple(_figure(figure, snapshot) for figure in claim.figures)
    state, reason = _whole(claim, figures, (day - snapshot.manifest.as_of).days)
    return ClaimEvidence(claim, path, state, figures, reason, snapshot.manifest.fingerprint)


def _figure(figure: Figure, snapshot: Snapshot) -> FigureEvidence:
    now = number_now(figure, snapshot)
    state, reason = judge(figure, now)
    return FigureEvidence(figure, state, now, reason)


def _whole(claim: Claim, figures: Sequence[FigureEvidence], days_old: int) -> tuple[EvidenceState, str]:
    if not figures:
        return EvidenceState.UNPROVEN, "No figure of the claim is bound to a reading."
    if days_old > claim.fresh_days:
        old = f"The data are {days_old:,} days old; the claim asks for at most {claim.fresh_days:,}."
        return EvidenceState.STALE, old
    order = (
        EvidenceState.CONTRADICTED,
        EvidenceState.UNPROVEN,
        EvidenceState.DRIFTING,
        EvidenceState.SUPPORTED,
    )
    weakest = min(figures, key=lambda f: order.index(f.state))
    if loose_digits(claim.text) and weakest.state is not EvidenceState.CONTRADICTED:
        return EvidenceState.UNPROVEN, "A number in the text is bound to nothing."
    if weakest.state is EvidenceState.SUPPORTED and len(figures) > 1:
        return weakest.state, "Every figure is as written, or well within what is allowed."
    return weakest.state, f"{weakest.reason[:1].upper()}{weakest.reason[1:]}."
