"""What is broken: claims that no longer hold and mistakes of the strategy, each with who answers for it."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.delivery.deck.material import without_stop, worded
from custrata.delivery.figures import Prose
from custrata.evidence.check import ClaimEvidence, subject
from custrata.evidence.stakes import money_at_stake
from custrata.project.showing.home.signals import told
from custrata.project.showing.scene import Scene
from custrata.strategy.document import Document
from custrata.strategy.lint.finding import Finding, Severity
from custrata.strategy.parts.part import Owner, walk
from custrata.vocabulary import EvidenceState

IN_DOUBT = (EvidenceState.CONTRADICTED, EvidenceState.STALE, EvidenceState.DRIFTING)
"""States that are shown as broken, the worst first; unproven claims are open, not broken."""

ON_CLAIMS = ("EV101", "EV102", "EV103")
"""Findings that say again what the state of a claim says."""


@dataclass(frozen=True)
class Broken:
    """Something that is broken.

    Attributes:
        title: What it says.
        beneath: Why it does not hold.
        owner: Who answers for it; empty where nobody does.
        state: How the claim stands; None for a mistake of the strategy.
        code: Code of the finding; empty for a claim.
        origin: Address: id of the claim, or ``pitfall:CODE@path``.
    """

    title: Prose
    beneath: str
    owner: Owner
    state: EvidenceState | None
    code: str
    origin: str


def broken(scene: Scene) -> tuple[Broken, ...]:
    """What is broken: claims by how badly and by the money at stake, then mistakes.

    Args:
        scene: Snapshot and strategy.
    """
    owners = owners_of(scene.document)
    doubted = sorted((e for e in scene.evidence if e.state in IN_DOUBT), key=lambda e: _rank(scene, e))
    claims = [_claim(scene, e, owners) for e in doubted]
    errors = [f for f in scene.findings if f.severity is Severity.ERROR and f.code not in ON_CLAIMS]
    return (*claims, *(_mistake(f, owners) for f in errors))


def owners_of(document: Document) -> dict[str, Owner]:
    """Who answers for each part of a strategy, by its path.

    Args:
        document: The strategy.
    """
    held = ((path, getattr(part, "owner", None)) for path, part in walk(document))
    return {path: owner for path, owner in held if isinstance(owner, Owner) and (owner.role or owner.name)}


def owner_at(owners: dict[str, Owner], path: str) -> Owner:
    """Who answers for what stands at a path: the owner of the innermost part around it.

    Args:
        owners: Owners by path.
        path: Where it stands.

    Example:
        >>> owner_at({"groups[gold]": Owner(role="head of sales")}, "groups[gold].needs[E04]").role
        'head of sales'
    """
    around = [p for p in owners if path == p or path.startswith((f"{p}.", f"{p}["))]
    return owners[max(around, key=len)] if around else Owner()


def _rank(scene: Scene, evidence: ClaimEvidence) -> tuple[int, float]:
    money = money_at_stake(evidence, scene.document, scene.snapshot)
    return IN_DOUBT.index(evidence.state), -(money or 0.0)


def _claim(scene: Scene, evidence: ClaimEvidence, owners: dict[str, Owner]) -> Broken:
    title = told(scene.composition.material, evidence, subject(evidence, scene.document))
    owner = owner_at(owners, evidence.path)
    return Broken(title, evidence.reason, owner, evidence.state, "", evidence.claim_id)


def _mistake(finding: Finding, owners: dict[str, Owner]) -> Broken:
    title = without_stop(worded(finding.message))
    origin = f"pitfall:{finding.code}@{finding.place}"
    return Broken(title, finding.mend, owner_at(owners, finding.place), None, finding.code, origin)
