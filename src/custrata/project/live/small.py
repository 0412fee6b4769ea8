"""Readings that leave a workspace: what rests on few is held back, and what would give it away with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from custrata.evidence.erasure import SMALL
from custrata.snapshot import Snapshot
from custrata.vocabulary import Reading

if TYPE_CHECKING:
    from custrata.project.showing.scene import Scene

REASON = f"under {SMALL}: too few to leave the workspace"


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

    Args:
        scene: Snapshot beside strategy.
    """
    return scene.veiled(_snapshot)


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
