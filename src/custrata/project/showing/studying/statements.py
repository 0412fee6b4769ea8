"""The statements of a strategy as a page says them: in words of today, with state, owner and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from custrata.delivery.figures import Prose
from custrata.project.showing.scene import Scene
from custrata.strategy.parts.part import Part, walk
from custrata.strategy.parts.statement import Claim, Gap, Proposal
from custrata.vocabulary import EvidenceState, Segment

Statement = Claim | Proposal | Gap


@dataclass(frozen=True)
class Told:
    """One statement.

    Attributes:
        id: Its id.
        kind: ``claim``, ``proposal`` or ``gap``.
        words: What it says, with the numbers of today.
        state: How a claim stands; None for what cannot be computed.
        reason: Why it stands so.
        owner: Who answers for a proposal or gap; empty for a claim.
        waits_for: What a gap waits for.
        place: Its path in the document.
    """

    id: str
    kind: str
    words: Prose
    state: EvidenceState | None
    reason: str
    owner: str
    waits_for: str
    place: str


def told(scene: Scene, place: str, statement: Statement) -> Told:
    """A statement as a page says it.

    Args:
        scene: Snapshot and strategy.
        place: Path of the statement.
        statement: The claim, proposal or gap.
    """
    held = scene.judged.get(statement.id)
    return Told(
        statement.id,
        statement.kind,
        scene.composition.material.sentence(statement),
        held.state if held else None,
        held.reason if held else "",
        "" if isinstance(statement, Claim) else statement.owner.in_short,
        statement.waits_for if isinstance(statement, Gap) else "",
        place,
    )


def under(scene: Scene, place: str, part: Part, *fields: str) -> tuple[Told, ...]:
    """The statements of a part, in the order of the document.

    Args:
        scene: Snapshot and strategy.
        place: Path of the part, such as ``groups[gold]``.
        part: The part itself; the rest of the document is not looked through.
        fields: Those of its fields that are told, such as ``intent.reason``; none tells all.
    """
    wanted = tuple(f"{place}.{field}{end}" for field in fields for end in (".", "[", ""))
    return tuple(
        told(scene, path, found)
        for path, found in walk(part, place)
        if isinstance(found, Claim | Proposal | Gap) and (not fields or _within(path, wanted))
    )


def _within(path: str, wanted: tuple[str, ...]) -> bool:
    return any(path == w or (path.startswith(w) and w[-1] in ".[") for w in wanted)


def claims_on(scene: Scene, segment: Segment, *, without: Iterable[str] = ()) -> tuple[Told, ...]:
    """Claims of which a figure reads just this part of the base.

    Args:
        scene: Snapshot and strategy.
        segment: The part; nothing is claimed on an empty one.
        without: Ids of claims that are told already.
    """
    known = set(without)
    return tuple(_on(scene, segment, known)) if segment else ()


def _on(scene: Scene, segment: Segment, known: set[str]) -> Iterator[Told]:
    for one in scene.evidence:
        if one.claim_id not in known and any(f.segment == segment for f in one.claim.figures):
            yield told(scene, one.path, one.claim)
