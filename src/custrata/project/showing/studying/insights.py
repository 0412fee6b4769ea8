"""Insights and briefs of the strategy as a page tells them."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.delivery.figures import Figure
from custrata.project.showing.scene import Scene
from custrata.project.showing.studying.statements import Told, told, under


@dataclass(frozen=True)
class InsightTold:
    """A claim that leads, with what follows from it.

    Attributes:
        id: Its id.
        claim: What the data say.
        consequence: What should follow.
        at_stake: Money or customers that it concerns; None when neither can be counted.
    """

    id: str
    claim: Told
    consequence: Told
    at_stake: Figure | None


@dataclass(frozen=True)
class BriefTold:
    """What is known of a group's pains, outcomes and reasons to switch.

    Attributes:
        title: For whom it is.
        address: Its block in the strategy.
        question: What was to be found out.
        said: Statements by heading; empty ones are left out.
        would_change: What would change our mind.
    """

    title: str
    address: str
    question: str
    said: tuple[tuple[str, tuple[Told, ...]], ...]
    would_change: str


HEADINGS = (
    ("Answer", "answer"),
    ("Pains", "pains"),
    ("Outcomes valued", "outcomes"),
    ("Why they switch", "triggers"),
)
"""Under which heading a field of a brief is told."""


def insights_told(scene: Scene) -> tuple[InsightTold, ...]:
    """What the data say that matters most, in order.

    Args:
        scene: Snapshot and strategy.
    """
    material = scene.composition.material
    found = []
    for insight in scene.document.insights:
        held = scene.judged.get(insight.claim)
        if held is None:
            continue
        stake = material.bound(insight.at_stake, insight.claim) if insight.at_stake else None
        consequence = told(scene, f"insights[{insight.id}].consequence", insight.consequence)
        found.append(InsightTold(insight.id, told(scene, held.path, held.claim), consequence, stake))
    return tuple(found)


def briefs_told(scene: Scene) -> tuple[BriefTold, ...]:
    """The insight briefs.

    Args:
        scene: Snapshot and strategy.
    """
    names = {group.id: group.name for group in scene.document.groups}
    found = []
    for brief in scene.document.briefs:
        place = f"briefs[{brief.id}]"
        said = [(heading, under(scene, place, brief, name)) for heading, name in HEADINGS]
        kept = tuple((heading, statements) for heading, statements in said if statements)
        title = names.get(brief.group, "All customers")
        found.append(BriefTold(title, place, brief.question, kept, brief.would_change))
    return tuple(found)
