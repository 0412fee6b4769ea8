"""What a link shows, as values of a page: the story, the scorecard, the canvas, one claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from custrata.delivery.figures import Figure, figure
from custrata.project.showing.scene import Scene
from custrata.project.steering.course import standings, title
from custrata.strategy.parts.canvas import TITLES
from custrata.strategy.parts.statement import Claim, Gap
from custrata.strategy.views.canvas import CANVAS
from custrata.vocabulary import EvidenceState
from custrata.web.deliveries.models import Shows

MOST_SLIDES = 14
"""Sheets of the story on one page: more would make it heavy."""


@dataclass(frozen=True)
class Line:
    """A statement of a block: what it says, and how it stands."""

    text: str
    kind: str
    state: EvidenceState | None = None


@dataclass(frozen=True)
class Block:
    """A block of the canvas."""

    title: str
    lines: tuple[Line, ...]


def shown(scene: Scene, shows: str, about: str) -> dict[str, Any]:
    """What the page of a link needs.

    Args:
        scene: Snapshot and strategy without persons.
        shows: What it shows.
        about: Id of a claim.

    Returns:
        ``finding`` and what the part of that kind prints; without ``finding`` where the object is gone.
    """
    match shows:
        case Shows.STORY:
            story = scene.composition.story
            lead = story[0].titles[0] if story else "Nothing is told yet"
            return {"finding": lead, "slides": story[1 : 1 + MOST_SLIDES]}
        case Shows.SCORECARD:
            rows = standings(scene, (scene.snapshot,))
            return {
                "finding": title(rows) if rows else "No measure stands on the scorecard yet",
                "rows": rows,
            }
        case Shows.CANVAS:
            return {"finding": scene.document.company or "The canvas", "zones": zones_of(scene)}
        case Shows.CLAIM:
            return claim_of(scene, about)
    return {}


def claim_of(scene: Scene, about: str) -> dict[str, Any]:
    """One claim with its numbers of today.

    Args:
        scene: Snapshot and strategy without persons.
        about: Id of the claim.
    """
    judged = scene.judged.get(about)
    if judged is None:
        return {}
    return {"finding": judged.said, "judged": judged, "figures": figures_of(scene, about)}


def figures_of(scene: Scene, about: str) -> tuple[Figure, ...]:
    """The readings behind a claim, as figures that open.

    Args:
        scene: Snapshot and strategy without persons.
        about: Id of the claim.
    """
    judged = scene.judged.get(about)
    return tuple(figure(reading) for reading in judged.readings) if judged else ()


def zones_of(scene: Scene) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """The canvas by zone.

    Args:
        scene: Snapshot and strategy without persons.
    """
    zone_of = {plan.id: plan.part_of for plan in CANVAS.components}
    found: dict[str, list[Block]] = {}
    for name, block in scene.document.canvas.blocks():
        lines = tuple(_line(scene, statement) for statement in block.statements)
        found.setdefault(zone_of.get(name, ""), []).append(Block(TITLES[name], lines))
    return tuple((zone, tuple(blocks)) for zone, blocks in found.items())


def _line(scene: Scene, statement: Any) -> Line:
    if isinstance(statement, Claim):
        judged = scene.judged.get(statement.id)
        said = judged.said if judged else statement.said()
        return Line(said, "claim", judged.state if judged else EvidenceState.UNPROVEN)
    return Line(statement.said(), "gap" if isinstance(statement, Gap) else "proposal")
