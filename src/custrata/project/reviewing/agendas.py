"""The agenda of a review, from the latest snapshot, an earlier one, and the saved strategy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from custrata.drafting.agenda.agenda import Agenda
from custrata.drafting.agenda.matter import Matter
from custrata.drafting.agenda.monthly import monthly
from custrata.drafting.agenda.paper import as_markdown
from custrata.drafting.agenda.weekly import weekly
from custrata.drafting.agenda.yearly import yearly
from custrata.engine.snapshots import SnapshotStore, replace_text
from custrata.errors import InputError
from custrata.evidence.check import ClaimEvidence, evaluate
from custrata.evidence.moved import delta
from custrata.evidence.movement import movement
from custrata.measures.catalogue import CATALOGUE
from custrata.project.place import locate
from custrata.project.reviewing.history import earlier_snapshot
from custrata.project.strategy_file import read_strategy
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.lint import checked
from custrata.strategy.lint.finding import Finding
from custrata.strategy.parts.running.review import ReviewKind

WRITERS: dict[ReviewKind, Callable[[Matter], Agenda]] = {
    ReviewKind.WEEKLY: weekly,
    ReviewKind.MONTHLY: monthly,
    ReviewKind.YEARLY: yearly,
}


@dataclass(frozen=True)
class PreparedReview:
    """An agenda with what its page is headed by.

    Attributes:
        agenda: The agenda.
        company: Name for the title.
        on: The day of the review; None where the data carry no dates and nobody named one.
    """

    agenda: Agenda
    company: str
    on: dt.date | None

    @property
    def page(self) -> str:
        """The agenda as a page of Markdown."""
        return as_markdown(self.agenda, self.company, self.on)


def prepare_review(path: Path, kind: str, *, against: str = "", on: str = "") -> PreparedReview:
    """Write the agenda of a review.

    Args:
        path: The project.
        kind: ``weekly``, ``monthly`` or ``yearly``.
        against: Fingerprint of an earlier snapshot, or its beginning; empty for the last one before.
        on: The day of the review as ``YYYY-MM-DD``; empty for the last day of the data.

    Raises:
        InputError: There is no such kind of review, or the day is none.
        SnapshotError: There is no snapshot yet, or none of that fingerprint.
        DocumentError: There is no strategy yet.
    """
    chosen, place = review_kind(kind), locate(path)
    snapshot, document = SnapshotStore(place.state).load(), read_strategy(place)
    earlier = earlier_snapshot(place, snapshot, against)
    return agenda_of(chosen, document, snapshot, earlier=earlier, on=day_of(on) if on else None)


def agenda_of(
    kind: ReviewKind,
    document: Document,
    snapshot: Snapshot,
    *,
    earlier: Snapshot | None = None,
    on: dt.date | None = None,
    evidence: tuple[ClaimEvidence, ...] | None = None,
    findings: tuple[Finding, ...] | None = None,
) -> PreparedReview:
    """The agenda of a review of a strategy beside a snapshot.

    Args:
        kind: Weekly, monthly or yearly.
        document: The strategy.
        snapshot: The latest snapshot.
        earlier: The snapshot that it is held against; None where there is none.
        on: The day of the review; None for the last day of the data.
        evidence: How the claims stand; None where it is not known yet.
        findings: What the check says; None where it is not known yet.
    """
    if evidence is None:
        evidence = evaluate(document, snapshot)
    if findings is None:
        as_of = snapshot.manifest.as_of
        findings = checked(document, evidence, tuple(CATALOGUE), readings=snapshot, on=as_of).findings
    day = on or snapshot.manifest.as_of
    matter = Matter(
        document,
        snapshot,
        evidence,
        day,
        delta=delta(document, earlier, snapshot) if earlier is not None else None,
        movement=movement(earlier, snapshot) if earlier is not None else None,
        findings=findings,
    )
    known = None if snapshot.manifest.notional and on is None else day
    return PreparedReview(WRITERS[kind](matter), _company(document), known)


def write_agenda(prepared: PreparedReview, out: Path) -> str:
    """Write an agenda as a page of Markdown; returns what was written, as a sentence.

    Raises:
        InputError: The file has another ending.
    """
    if out.suffix.lower() not in (".md", ".markdown"):
        raise InputError(
            "an agenda is a file that ends in .md", where=str(out), remedy="choose a name such as review.md"
        )
    replace_text(out, prepared.page)
    return f"{out}: {len(prepared.agenda.items)} items, {prepared.agenda.minutes} minutes"


def review_kind(kind: str) -> ReviewKind:
    """The kind of review that a word names.

    Raises:
        InputError: There is no such kind.
    """
    try:
        return ReviewKind(kind)
    except ValueError as error:
        raise InputError(
            "there is no such review", where=kind, remedy=f"choose {', '.join(ReviewKind)}"
        ) from error


def day_of(text: str, where: str = "--on") -> dt.date:
    """A day as people write it on the command line.

    Raises:
        InputError: It is none.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            "this is no day", where=f"{where} {text}", remedy="write it as 2026-01-31"
        ) from error


def _company(document: Document) -> str:
    return document.company or "this company"
