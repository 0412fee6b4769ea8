"""What is to be done about a finding: an action with an owner, a day, and the finding as its reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from custrata.evidence.check import ClaimEvidence
from custrata.project.showing.home.broken import owner_at, owners_of
from custrata.project.showing.scene import Scene
from custrata.strategy.lint.finding import Finding, Severity
from custrata.strategy.parts.part import Owner
from custrata.vocabulary import EvidenceState

WITHIN = {Severity.ERROR: 7, Severity.WARNING: 14, Severity.NOTE: 28}
"""Days in which a mistake of the strategy is mended, by how much it weighs."""

BROKEN, USUAL = 7, 14
"""Days in which a broken claim is looked into, and in which anything else is answered."""

ABOUT = {
    EvidenceState.CONTRADICTED: "Find out why this no longer holds, and write it anew: {}",
    EvidenceState.DRIFTING: "Say what is done before this no longer holds: {}",
    EvidenceState.STALE: "Bring newer data for this: {}",
    EvidenceState.UNPROVEN: "Bring the data that would prove this: {}",
    EvidenceState.SUPPORTED: "Agree what follows from this, and who does it: {}",
}
"""What is to be done about a claim, by how it stands."""

BEGUN = {
    "goals": "Say the next step towards this goal: {}",
    "initiatives": "Say the next step of this: {}",
    "decisions": "Bring this to a decision: {}",
    "experiments": "Set this test up: {}",
    "assumptions": "Say how this is tested: {}",
    "reviews": "{}",
    "segment": "Say what these customers are offered: {}",
    "customer": "Speak with this customer: {}",
    "team": "Agree what this team does next: {}",
}
"""What is to be done about other things, by the beginning of their address."""

ANYTHING = "Agree what is done about this: {}"


@dataclass(frozen=True)
class Action:
    """What somebody is to do about a finding.

    Attributes:
        what: As a title that begins with what is done.
        owner: Who answers for what the finding stands in; empty where nobody does.
        by: By when.
        reason: The finding.
    """

    what: str
    owner: Owner
    by: dt.date
    reason: str


def action_on(scene: Scene, origin: str, title: str, today: dt.date) -> Action:
    """The action that a finding asks for.

    Args:
        scene: Snapshot and strategy.
        origin: Address of the finding: id of a claim, ``pitfall:CODE@path``, or what else it is about.
        title: What it says.
        today: The day on which the action is made; its day counts from there.
    """
    evidence, mistake = scene.judged.get(origin), _mistake(scene, origin)
    path = evidence.path if evidence is not None else origin.rpartition("@")[2]
    owner = owner_at(owners_of(scene.document), path)
    reason = title.strip()
    if mistake is not None:
        return Action(mistake.mend.rstrip("."), owner, _in(today, WITHIN[mistake.severity]), mistake.message)
    if evidence is not None:
        days = BROKEN if evidence.state is EvidenceState.CONTRADICTED else USUAL
        return Action(_on_claim(scene, evidence, reason), owner, _in(today, days), evidence.said)
    return Action(_begun(origin).format(reason.rstrip(".")), owner, _in(today, USUAL), reason)


def _on_claim(scene: Scene, evidence: ClaimEvidence, title: str) -> str:
    """What the insight on a claim that can be said asks for, else what its state asks for."""
    insight = next((i for i in scene.document.insights if i.claim == evidence.claim_id), None)
    if insight is not None and evidence.state is EvidenceState.SUPPORTED:
        return insight.consequence.said(evidence.values).rstrip(".")
    return ABOUT[evidence.state].format((title or evidence.said).rstrip("."))


def _begun(origin: str) -> str:
    return next(
        (words for word, words in BEGUN.items() if origin.startswith((f"{word}[", f"{word}:"))), ANYTHING
    )


def _mistake(scene: Scene, origin: str) -> Finding | None:
    if not origin.startswith("pitfall:"):
        return None
    code, _, place = origin.removeprefix("pitfall:").partition("@")
    return next((f for f in scene.findings if (f.code, f.place) == (code, place)), None)


def _in(today: dt.date, days: int) -> dt.date:
    return today + dt.timedelta(days=days)
