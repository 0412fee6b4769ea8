"""What leaves a workspace: no number that rests on few, and none that would give it away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from custrata.evidence.check import ClaimEvidence, FigureEvidence
from custrata.evidence.erasure import SMALL, UNTOLD, without_numbers
from custrata.snapshot import Snapshot
from custrata.vocabulary import Reading, Segment

if TYPE_CHECKING:
    from custrata.project.showing.scene import Scene

REASON = f"under {SMALL}: too few to leave the workspace"
_MEND = "look at it in the workspace"

Key = tuple[str, Segment, str]


def held_back(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, without values that point at few.

    Where the parts of a whole are told but for one, the whole less the others is that one. So the next
    smallest part is held back as well, until what is held back is large enough together.

    Args:
        readings: Those of a snapshot, all together: parts are looked at beside each other.
    """
    hidden = {at for at, reading in enumerate(readings) if _small(reading)}
    families = _families(readings)
    while added := {at for family in families for at in _also(readings, family, hidden)}:
        hidden |= added
    return tuple(
        replace(reading, value=None, n=0, low=None, high=None, reason=REASON) if at in hidden else reading
        for at, reading in enumerate(readings)
    )


def scene_to_leave(scene: Scene) -> Scene:
    """The scene with what follows from readings that may leave, so that files made of it tell no others.

    The claims stand as they stand: what is left out are their numbers, of today and as they were written.

    Args:
        scene: Snapshot beside strategy.
    """
    kept = _held(scene.snapshot.readings)
    document = without_numbers(scene.document, lambda figure: any(k.key in kept for k in figure.keys))
    made = scene.veiled(_snapshot, document)
    # Judged with all numbers, or whatever rests on few would seem to be a mistake of the strategy.
    made.__dict__["evidence"] = evidence_to_leave(scene.evidence, scene.snapshot)
    told = {(f.code, f.place, f.message, f.mend) for f in made.checked.findings}
    made.__dict__["checked"] = replace(
        scene.checked,
        findings=tuple(
            found
            if (found.code, found.place, found.message, found.mend) in told
            else replace(found, message=f"what is wrong rests on {REASON}", mend=_MEND)
            for found in scene.findings
        ),
    )
    return made


def evidence_to_leave(evidence: Sequence[ClaimEvidence], snapshot: Snapshot) -> tuple[ClaimEvidence, ...]:
    """How claims stand, without the numbers that rest on few.

    Args:
        evidence: Of the claims of a strategy.
        snapshot: What they were held against.
    """
    kept = _held(snapshot.readings)
    return tuple(_told(one, kept) for one in evidence)


def groups_may_leave(scene: Scene) -> bool:
    """Whether every tier, and every group with an intent, is known to be large enough to be told outside.

    Args:
        scene: Snapshot beside strategy.
    """
    sizes = [r for r in held_back(scene.snapshot.readings) if r.measure == "customers"]
    told = {frozenset(r.segment) for r in sizes if r.value is not None}
    meant = {frozenset(g.segment) for g in scene.document.groups if g.intent and g.segment}
    tiers = {frozenset(r.segment) for r in sizes if [d for d, _ in r.segment] == ["tier"]}
    return meant | tiers <= told


def _told(one: ClaimEvidence, kept: dict[Key, Reading]) -> ClaimEvidence:
    figures = tuple(_figure(figure, kept) for figure in one.figures)
    if figures == one.figures:
        return one
    claim = one.claim.model_copy(update={"figures": tuple(f.figure for f in figures)})
    return replace(one, claim=claim, figures=figures, reason=REASON)


def _figure(one: FigureEvidence, kept: dict[Key, Reading]) -> FigureEvidence:
    """A figure; what it is says the readings that it is made of, and is told if all of them are."""
    if not any(reading.key in kept for reading in one.now.readings):
        return one
    readings = tuple(kept.get(reading.key, reading) for reading in one.now.readings)
    now = replace(one.now, value=None, low=None, high=None, n=0, readings=readings, reason=REASON)
    figure = one.figure.model_copy(update=UNTOLD)
    return replace(one, figure=figure, now=now, reason=REASON)


def _held(readings: Sequence[Reading]) -> dict[Key, Reading]:
    """What is held back, as it is told, by what claims bind to."""
    pairs = zip(readings, held_back(readings), strict=True)
    return {told.key: told for whole, told in pairs if told is not whole}


def _snapshot(whole: Snapshot) -> Snapshot:
    return replace(whole, readings=held_back(whole.readings))


def _small(reading: Reading) -> bool:
    return bool(reading.segment) and 0 < reading.n < SMALL


def _families(readings: Sequence[Reading]) -> list[list[int]]:
    """Places of readings that are parts of one whole: alike but for the value of one dimension."""
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, reading in enumerate(readings):
        for dimension, _ in reading.segment:
            rest = tuple(pair for pair in reading.segment if pair[0] != dimension)
            found[reading.measure, reading.period, dimension, rest].append(at)
    return list(found.values())


def _also(readings: Sequence[Reading], family: list[int], hidden: set[int]) -> set[int]:
    few = sum(readings[at].n for at in family if at in hidden)
    left = sorted((at for at in family if at not in hidden and readings[at].n), key=lambda at: readings[at].n)
    return {left[0]} if 0 < few < SMALL and left else set()
