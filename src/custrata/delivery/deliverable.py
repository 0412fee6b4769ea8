"""What can be delivered, and what every deliverable is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from custrata.evidence.check import ClaimEvidence
from custrata.evidence.moved import Delta
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding


@dataclass(frozen=True)
class Given:
    """What a deliverable is made of.

    Attributes:
        snapshot: What the build found.
        document: The strategy.
        evidence: How its claims stand against the snapshot.
        findings: What the check of the strategy says, suppressed findings left out.
        earlier: The snapshot before this one; None when there is none.
        delta: What moved since then; None when there is no earlier snapshot.
        group: Id of a customer group, where a deliverable is for one; empty for all.
        team: Function, where a deliverable is for one; empty for all.
        template: A company's own .pptx; None for our theme.
        paper: ``a4`` or ``us-letter``.
        example: Words that open the evidence line when the data are no company's own.
    """

    snapshot: Snapshot
    document: Document
    evidence: tuple[ClaimEvidence, ...]
    findings: tuple[Finding, ...] = ()
    earlier: Snapshot | None = None
    delta: Delta | None = None
    group: str = ""
    team: str = ""
    template: Path | None = None
    paper: str = "a4"
    example: str = ""


@dataclass(frozen=True, slots=True)
class Deliverable:
    """One kind of file.

    Attributes:
        kind: What it is called on the command line, such as ``board``.
        title: What it is, as a few words.
        endings: Endings of its file, the usual one first.
        purpose: Who takes it where, in one or two sentences.
        holds: What stands in it, one line a part, in order.
        write: Writes it and returns what was written as a sentence.
        narrowed: By what else it is narrowed: ``group`` (all where none is named), ``team`` or ``against``;
            empty for nothing.
    """

    kind: str
    title: str
    endings: tuple[str, ...]
    purpose: str
    holds: tuple[str, ...]
    write: Callable[[Given, Path], str]
    narrowed: str = ""
