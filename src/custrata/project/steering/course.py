"""Whether each measure of the scorecard is on course: now, target, the way between, and how it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from custrata.delivery.deck.chapters.strategy.way import Way, holds, is_to_hold, now_of, target_of, way_of
from custrata.delivery.deck.material import DOCUMENT, Material
from custrata.delivery.figures import Figure, Prose, say, stated
from custrata.engine.snapshots import SnapshotStore
from custrata.errors import SnapshotError
from custrata.evidence.figures import number_now
from custrata.project.place import Place
from custrata.project.showing.scene import Scene
from custrata.snapshot import Snapshot
from custrata.strategy.parts.scorecard import ScoreRow
from custrata.strategy.parts.statement import Figure as Bound
from custrata.strategy.wording.dates import falls_on
from custrata.vocabulary import EvidenceState

MOST_POINTS = 12
"""Points of a small line."""


class Course(StrEnum):
    """How a measure stands against its plan."""

    ON = "on course"
    BEHIND = "behind plan"
    AWAY = "wrong way"
    HELD = "held"
    LOST = "not held"
    START = "at its start"
    NO_TARGET = "no target yet"
    UNKNOWN = "not known"


STATE = {
    Course.ON: EvidenceState.SUPPORTED,
    Course.HELD: EvidenceState.SUPPORTED,
    Course.BEHIND: EvidenceState.DRIFTING,
    Course.AWAY: EvidenceState.CONTRADICTED,
    Course.LOST: EvidenceState.CONTRADICTED,
    Course.START: EvidenceState.STALE,
    Course.NO_TARGET: EvidenceState.UNPROVEN,
    Course.UNKNOWN: EvidenceState.UNPROVEN,
}
"""Which sign goes with it: the same shapes and colours as for claims."""


class Point(NamedTuple):
    """A number of an earlier build."""

    on: dt.date
    value: float


@dataclass(frozen=True)
class Standing:
    """One row of the scorecard as it stands.

    Attributes:
        row: The row.
        now: What the measure says today; None where nothing says it.
        base: Where it stood; None where nobody wrote it.
        target: Where it is to be; None until somebody sets it.
        way: How far it has come, in per cent; None where there is no way to go.
        course: In a word.
        due: The day by which.
        history: Numbers of the builds that are kept, the oldest first.
        part: The fiscal quarter of that day; empty where the fiscal year is the calendar's.
    """

    row: ScoreRow
    now: Figure | None
    base: Figure | None
    target: Figure | None
    way: Way | None
    course: Course
    due: dt.date | None
    history: tuple[Point, ...]
    part: str = ""

    @property
    def state(self) -> EvidenceState:
        """The sign beside the word."""
        return STATE[self.course]


def standings(scene: Scene, kept: Sequence[Snapshot]) -> tuple[Standing, ...]:
    """Every row of the scorecard as it stands.

    Args:
        scene: Snapshot beside strategy.
        kept: The snapshots that are kept, the oldest first.
    """
    material = scene.composition.material
    return tuple(_standing(scene, material, row, kept) for row in scene.document.scorecard)


def title(found: Sequence[Standing]) -> Prose:
    """What the scorecard says, in a sentence.

    Args:
        found: Its rows as they stand.
    """
    good = [s for s in found if s.course in (Course.ON, Course.HELD)]
    bad = [s for s in found if s.course in (Course.AWAY, Course.LOST, Course.BEHIND)]
    begun = [s for s in found if s.course is Course.START]
    lead = _at_the_start(begun, found) if begun and not good and not bad else _on_course(good, found)
    if bad:
        return say(lead, "; ", _count(len(bad)), " behind plan or moving the wrong way")
    open_ones = sum(s.row.signed_on is None for s in found)
    if open_ones == len(found):
        return say(lead, "; no target is signed yet")
    waits = " target is not signed yet" if open_ones == 1 else " targets are not signed yet"
    return say(lead, "; ", _count(open_ones), waits) if open_ones else lead


def _on_course(good: Sequence[Standing], found: Sequence[Standing]) -> Prose:
    many = _count(len(good)) if good else "None"
    are = " measures is" if len(good) == 1 else " measures are"
    return say(many, " of ", _count(len(found)), are, " on course")


def _at_the_start(begun: Sequence[Standing], found: Sequence[Standing]) -> Prose:
    """Where no plan has run for a while: nothing is off course that has not set out."""
    if len(found) == 1:
        return say("The one measure stands where it began")
    if len(begun) == len(found):
        return say("All ", _count(len(found)), " measures stand where they began")
    return say(_count(len(begun)), " of ", _count(len(found)), " measures stand where they began")


def kept_snapshots(place: Place, latest: Snapshot) -> tuple[Snapshot, ...]:
    """The snapshots that a project keeps, the oldest day first and the latest last, none damaged.

    Args:
        place: The project.
        latest: The latest snapshot.
    """
    store = SnapshotStore(place.state)
    found = [
        _loaded(store, name) for name in store.names() if not name.startswith(latest.manifest.fingerprint)
    ]
    earlier = [s for s in found if s is not None and s.manifest.as_of < latest.manifest.as_of]
    return (*sorted(earlier, key=lambda s: s.manifest.as_of), latest)


def _loaded(store: SnapshotStore, name: str) -> Snapshot | None:
    try:
        return store.load(name)
    except SnapshotError:
        return None


def _standing(scene: Scene, material: Material, row: ScoreRow, kept: Sequence[Snapshot]) -> Standing:
    now, bound, way = now_of(material, row), bound_of(row), way_of(material, row)
    base = (
        stated(bound.value, bound.unit, DOCUMENT) if bound is not None and bound.value is not None else None
    )
    due = falls_on(row.on, row.in_months, scene.document.horizon.starts_on)
    return Standing(
        row,
        now,
        base,
        target_of(now, row),
        way,
        _course(material, row, now, way),
        due,
        _history(bound, kept),
        scene.snapshot.manifest.reckoning.said(due),
    )


def bound_of(row: ScoreRow) -> Bound | None:
    """The figure of the base claim that says what is measured."""
    return row.base.figure("base") or (row.base.figures[0] if row.base.figures else None)


def _course(material: Material, row: ScoreRow, now: Figure | None, way: Way | None) -> Course:
    if row.target is None:
        return Course.NO_TARGET
    if now is None or now.value is None:
        return Course.UNKNOWN
    if is_to_hold(row):
        return Course.HELD if holds(material, row) else Course.LOST
    if way is None:
        return Course.UNKNOWN
    if way.backwards:
        return Course.AWAY
    if not way.wanted:
        return Course.START if way.at < 1 else Course.ON
    return Course.ON if way.on_plan else Course.BEHIND


def _history(bound: Bound | None, kept: Sequence[Snapshot]) -> tuple[Point, ...]:
    if bound is None:
        return ()
    found = ((s.manifest.as_of, number_now(bound, s).value) for s in kept)
    return tuple(Point(on, value) for on, value in found if value is not None)[-MOST_POINTS:]


def _count(number: int) -> Figure:
    return stated(float(number), "measures", DOCUMENT)
