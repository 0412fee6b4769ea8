"""What must hold: where the measure of each assumption stands, and when it is looked at again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from custrata.delivery.figures import Figure, figure, stated
from custrata.evidence.check import ClaimEvidence
from custrata.project.showing.scene import Scene
from custrata.strategy.parts.assumption import Assumption
from custrata.strategy.parts.running.experiment import Experiment
from custrata.strategy.pitfalls.certainty import breaks, latest
from custrata.strategy.wording.dates import falls_on
from custrata.vocabulary import EvidenceState, Reading

SOURCE = "strategy document"


class Holding(StrEnum):
    """How an assumption stands."""

    HOLDS = "holds so far"
    CLOSE = "close to its limit"
    BROKEN = "broken"
    LAPSED = "to be looked at again"
    UNKNOWN = "nothing measures it yet"


STATE = {
    Holding.HOLDS: EvidenceState.SUPPORTED,
    Holding.CLOSE: EvidenceState.DRIFTING,
    Holding.BROKEN: EvidenceState.CONTRADICTED,
    Holding.LAPSED: EvidenceState.STALE,
    Holding.UNKNOWN: EvidenceState.UNPROVEN,
}
"""Which sign goes with it."""


@dataclass(frozen=True)
class Watched:
    """An assumption as it stands.

    Attributes:
        assumption: The assumption.
        said: Its words, with the numbers of today.
        now: Where its measure stands; None where nothing measures it.
        limit: What it must not cross.
        holding: In a word.
        lapses: The day after which it is looked at again; None where no day says it.
        claims: Claims on which the goals that it carries rest, as they stand.
        tests: Experiments that put it to the test.
    """

    assumption: Assumption
    said: str
    now: Figure | None
    limit: Figure | None
    holding: Holding
    lapses: dt.date | None
    claims: tuple[ClaimEvidence, ...]
    tests: tuple[Experiment, ...]

    @property
    def state(self) -> EvidenceState:
        """The sign beside the word."""
        return STATE[self.holding]


def watched(scene: Scene, on: dt.date) -> tuple[Watched, ...]:
    """Every assumption as it stands.

    Args:
        scene: Snapshot beside strategy.
        on: The day at which it is asked.
    """
    return tuple(_watched(scene, one, on) for one in scene.document.assumptions)


def _watched(scene: Scene, one: Assumption, on: dt.date) -> Watched:
    reading = latest(scene.snapshot, one.measure) if one.measure else None
    lapses = falls_on(one.expires_on, one.in_months, scene.document.horizon.starts_on)
    limit = None
    if one.threshold is not None:
        limit = stated(one.threshold, reading.unit if reading else "", SOURCE)
    tests = tuple(e for e in scene.document.experiments if e.assumption == one.id)
    return Watched(
        one,
        one.statement.said(),
        figure(reading) if reading else None,
        limit,
        _holding(one, reading, lapses is not None and lapses < on),
        lapses,
        _claims(scene, tests),
        tests,
    )


def _holding(one: Assumption, reading: Reading | None, lapsed: bool) -> Holding:
    measured = reading is not None and one.threshold is not None and one.direction is not None
    if measured and breaks(reading, one.threshold or 0.0, one.direction or ""):
        return Holding.BROKEN
    if lapsed:
        return Holding.LAPSED
    if reading is None or one.threshold is None or one.direction is None:
        return Holding.UNKNOWN
    value = reading.value or 0.0
    beyond = value < one.threshold if one.direction == "at least" else value > one.threshold
    return Holding.CLOSE if beyond else Holding.HOLDS


def _claims(scene: Scene, tests: tuple[Experiment, ...]) -> tuple[ClaimEvidence, ...]:
    """The claims on which the goals of the tested initiatives rest."""
    initiatives = {e.initiative for e in tests}
    goals = {i.goal for i in scene.document.initiatives if i.id in initiatives}
    names = dict.fromkeys(name for g in scene.document.goals if g.id in goals for name in g.rests_on)
    return tuple(scene.judged[name] for name in names if name in scene.judged)
