"""The strategy file of a project: drafted, kept, read, and held against the latest snapshot."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from custrata.drafting.draft import draft
from custrata.drafting.wording.names import names_in
from custrata.drafting.wording.reword import Writer, reword
from custrata.engine.snapshots import SnapshotStore, replace_text
from custrata.errors import DocumentError
from custrata.evidence.check import ClaimEvidence, evaluate
from custrata.measures.catalogue import CATALOGUE
from custrata.project.place import Place, locate, plain_text
from custrata.project.revising.saving import alone, keep, standing
from custrata.snapshot import Manifest, Snapshot
from custrata.strategy.document import Document
from custrata.strategy.lint import Finding
from custrata.strategy.lint.checking import checked
from custrata.strategy.lint.suppressing import Suppressed
from custrata.strategy.text import dump, load
from custrata.vocabulary import EvidenceState

MOST_REFUSALS = 10
"""Refused wordings that are listed one by one."""

NOTES = {
    "GA101": ("open gap", "open gaps", "custrata strategy show --gaps"),
    "OW101": ("proposal without a person", "proposals without a person", "custrata strategy appoint"),
    "EV104": (
        "claim that the data cannot prove",
        "claims that the data cannot prove",
        "custrata check --json",
    ),
    "PO101": (
        "goal that changes nothing in the portfolio",
        "goals that change nothing in the portfolio",
        "custrata check --json",
    ),
}
"""Kinds of notes that a strategist meets: one, several, and the command that lists them in words."""


@dataclass(frozen=True)
class CheckResult:
    """What a check found: findings of the linter, those let stand, and the state of every claim."""

    findings: tuple[Finding, ...]
    evidence: tuple[ClaimEvidence, ...]
    manifest: Manifest
    written_as_of: dt.date | None
    suppressed: tuple[Suppressed, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether anything is worse than a note."""
        return any(finding.severity != "note" for finding in self.findings)

    def as_json(self) -> list[dict[str, str]]:
        """The findings as plain values, as ``custrata check --json`` prints them."""
        return [
            {
                "code": finding.code,
                "severity": str(finding.severity),
                "place": finding.place,
                "message": finding.message,
                "mend": finding.mend,
            }
            for finding in self.findings
        ]

    def lines(self) -> Iterator[str]:
        """What was held against what, the findings, notes counted by kind, and the tally of claims."""
        yield from self._frame()
        for finding in self.findings:
            if finding.severity != "note":
                yield f"{finding.severity}: {finding.code} {finding.place}"
                yield f"    {finding.message}"
                yield f"    to do: {finding.mend}"
        if not self.failed:
            yield "no mistake found"
        yield from self._notes()
        if self.suppressed:
            count = len(self.suppressed)
            told = "finding is" if count == 1 else "findings are"
            yield f"{count} {told} let stand by the strategy, with reason and owner"
        yield self._tally()

    def _notes(self) -> Iterator[str]:
        """What is still to be done, counted by kind, each kind with where it is listed in words."""
        codes = [finding.code for finding in self.findings if finding.severity == "note"]
        for code in sorted(set(codes)):
            one, many, where = NOTES.get(code, ("note", "notes", "custrata check --json"))
            count = codes.count(code)
            told, it = (one, "it") if count == 1 else (many, "them")
            yield f"{count} {told} ({code}): {where} lists {it}"

    def _frame(self) -> Iterator[str]:
        now = self.manifest
        told = "data without dates" if now.notional else f"data to {now.as_of}"
        yield f"held against {told} (snapshot {now.fingerprint[:12]})"
        if self.written_as_of and self.written_as_of > now.as_of:
            yield f"the strategy was written from later data (to {self.written_as_of}): read it backwards"

    def _tally(self) -> str:
        counts = {state: sum(e.state is state for e in self.evidence) for state in EvidenceState}
        told = ", ".join(f"{count} {state}" for state, count in counts.items() if count)
        return f"{len(self.evidence)} claims: {told}" if self.evidence else "the strategy makes no claim"


def draft_project(
    path: Path, *, out: Path | None = None, replace: bool = False, write: Writer | None = None
) -> list[str]:
    """Write a first strategy from the latest snapshot.

    Args:
        path: The project.
        out: Write here instead of the project's strategy file.
        replace: Replace a strategy that people have edited; the old one is kept among the revisions.
        write: A language model that words the sentences anew; each is held to the evidence or refused.

    Returns:
        What was written, as lines.

    Raises:
        DocumentError: A strategy that people have edited stands there.
    """
    place = locate(path)
    document, words = _worded(SnapshotStore(place.state).load(), write)
    if out is not None:
        replace_text(out, dump(document))
        return [*words, _summary(document, out)]
    with alone(place):
        text = dump(_numbered(place, document))
        lines = [*words, *_keep_old(place, text, replace)]
        replace_text(place.state / "strategy.draft", _hash(text) + "\n")
        replace_text(place.strategy, text)
    return [*lines, _summary(load(text), place.strategy)]


def _numbered(place: Place, document: Document) -> Document:
    """The draft as the revision after the one it replaces; the same number when it says the same."""
    try:
        before = read_strategy(place).revision
    except DocumentError:  # none stands there, or none that can be read: the draft is the first
        return document
    again = document.model_copy(update={"revision": before})
    if dump(again) == plain_text(place.strategy):
        return again
    return document.model_copy(update={"revision": before + 1})


def _worded(snapshot: Snapshot, write: Writer | None) -> tuple[Document, list[str]]:
    """The draft in a model's words where they stand, and what was refused."""
    document = draft(snapshot)
    if write is None:
        return document, []
    result = reword(document, write, names_in(snapshot))
    lines = [f"{len(result.changed)} of {result.asked} sentences are in the model's words"]
    if result.refused:
        lines.append(f"{len(result.refused)} wordings were refused and the draft's own sentence stands:")
        lines += [f"  {r.statement}: {r.reasons[0]}" for r in result.refused[:MOST_REFUSALS]]
        rest = len(result.refused) - MOST_REFUSALS
        lines += [f"  and {rest} more"] if rest > 0 else []
    return result.document, lines


def read_strategy(place: Place) -> Document:
    """The strategy as it was saved.

    Raises:
        DocumentError: There is none yet, or the text holds no strategy.
    """
    return standing(place).document


def strategy_or_draft(place: Place, snapshot: Snapshot) -> tuple[Document, bool]:
    """The saved strategy, or a fresh draft and True where none is saved."""
    if place.strategy.is_file():
        return read_strategy(place), False
    return draft(snapshot), True


def check_project(path: Path) -> CheckResult:
    """Hold every claim of the saved strategy against the latest snapshot.

    Raises:
        SnapshotError: There is no snapshot yet.
        DocumentError: There is no strategy yet.
    """
    place = locate(path)
    snapshot = SnapshotStore(place.state).load()
    document = read_strategy(place)
    evidence = evaluate(document, snapshot)
    now = snapshot.manifest
    on = None if now.notional else now.as_of
    found = checked(document, evidence, tuple(CATALOGUE), readings=snapshot, on=on)
    return CheckResult(found.findings, evidence, now, document.as_of, found.suppressed)


def important_findings(path: Path, count: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The insights of the strategy that matter most, each with the lines of its evidence.

    Args:
        path: The project.
        count: How many.

    Returns:
        Pairs of sentence and evidence lines.
    """
    place = locate(path)
    snapshot = SnapshotStore(place.state).load()
    document, _ = strategy_or_draft(place, snapshot)
    judged = {evidence.claim_id: evidence for evidence in evaluate(document, snapshot)}
    chosen = [judged[insight.claim] for insight in document.insights[:count]]
    return tuple((evidence.said, tuple(_proof(evidence))) for evidence in chosen)


def _proof(evidence: ClaimEvidence) -> Iterator[str]:
    yield f"{evidence.claim_id} {evidence.state}"
    for reading in evidence.readings:
        segment = "".join(f", {dimension} {value}" for dimension, value in reading.segment)
        yield (
            f"{reading.measure}{segment}: {reading.n:,} {reading.n_of}, {reading.period}, {reading.method}, "
            f"query {reading.fingerprint[:8]}"
        )


def _keep_old(place: Place, new: str, replace: bool) -> list[str]:
    """Keep the strategy that stands there among the revisions; an edited one makes way only when asked."""
    if not place.strategy.is_file():
        return []
    text = plain_text(place.strategy)
    if text == new:
        return []
    if _hash(text) != _drafted(place) and not replace:
        raise DocumentError(
            "a strategy that people have edited stands here",
            where=place.strategy.name,
            remedy="draft elsewhere with --out FILE, or give --replace to keep the old one as a revision",
        )
    return [f"the strategy that stood here is kept as {keep(place, text)}"]


def _drafted(place: Place) -> str:
    file = place.state / "strategy.draft"
    return file.read_text(encoding="utf-8").strip() if file.is_file() else ""


def _summary(document: Document, path: Path) -> str:
    kinds = [type(statement).__name__.lower() for _, statement in document.statements()]
    counts = ", ".join(f"{kinds.count(kind)} {kind}s" for kind in ("claim", "proposal", "gap"))
    return f"{path}: {counts}; proposals need an owner, gaps say what they wait for"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
