"""Where experiments stand, and whether enough customers are in them to show what they look for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from custrata.drafting.running.power import per_arm
from custrata.project.showing.scene import Scene
from custrata.strategy.parts.running.experiment import Experiment, ExperimentDecision, ExperimentState
from custrata.strategy.pitfalls.certainty import latest
from custrata.vocabulary import Reading


class Step(StrEnum):
    """A column of the tracker."""

    PLANNED = "planned"
    RUNNING = "running"
    READ = "read"
    DECIDED = "decided"


MEANING = {
    Step.PLANNED: "Believed, not begun",
    Step.RUNNING: "With customers now",
    Step.READ: "Over; what it means is open",
    Step.DECIDED: "Ship, stop or go on",
}
"""What stands in each column."""


@dataclass(frozen=True)
class Sample:
    """How many customers a test has, and needs.

    Attributes:
        planned: In each arm, as it is written; None when nobody has said.
        needed: In each arm, to find the smallest effect in 80% of cases; None where no share tells.
    """

    planned: int | None = None
    needed: int | None = None

    @property
    def short(self) -> bool:
        """Whether too few are planned."""
        return self.planned is not None and self.needed is not None and self.planned < self.needed


@dataclass(frozen=True)
class Tracked:
    """An experiment as it stands.

    Attributes:
        experiment: The experiment.
        step: Its column.
        metric: Where its metric stands today; None where nothing says it.
        sample: How many it has, and needs.
        late: Whether its last day has passed and it is not over.
        missing: What nobody has said yet and a fair test needs.
    """

    experiment: Experiment
    step: Step
    metric: Reading | None
    sample: Sample
    late: bool
    missing: tuple[str, ...]


def step_of(experiment: Experiment) -> Step:
    """The column in which an experiment stands.

    Args:
        experiment: The experiment.
    """
    if experiment.decision is not ExperimentDecision.OPEN:
        return Step.DECIDED
    if experiment.result is not None or experiment.state in (ExperimentState.DONE, ExperimentState.STOPPED):
        return Step.READ
    return Step.RUNNING if experiment.state is ExperimentState.RUNNING else Step.PLANNED


def tracked(scene: Scene, on: dt.date) -> dict[Step, tuple[Tracked, ...]]:
    """The experiments by column, in the order of the strategy.

    Args:
        scene: Snapshot beside strategy.
        on: The day at which it is asked.
    """
    found = [_tracked(scene, one, on) for one in scene.document.experiments]
    return {step: tuple(t for t in found if t.step is step) for step in Step}


def _tracked(scene: Scene, one: Experiment, on: dt.date) -> Tracked:
    reading = latest(scene.snapshot, one.metric) if one.metric else None
    step = step_of(one)
    over = one.ends_on is not None and one.ends_on < on
    sample = Sample(one.n_per_arm, _needed(one, reading))
    return Tracked(one, step, reading, sample, over and step in (Step.PLANNED, Step.RUNNING), _missing(one))


def _needed(one: Experiment, reading: Reading | None) -> int | None:
    """Customers in each arm; only a share of customers can be compared so."""
    if one.least_effect is None or reading is None or reading.unit != "share" or reading.value is None:
        return None
    found = [per_arm(reading.value, reading.value + sign * abs(one.least_effect)) for sign in (1, -1)]
    return max((n for n in found if n is not None), default=None)


def _missing(one: Experiment) -> tuple[str, ...]:
    asked = (
        ("the measure that decides", one.metric),
        ("the smallest effect worth finding", one.least_effect),
        ("how many in each arm", one.n_per_arm),
        ("first and last day", one.starts_on and one.ends_on),
        ("a guardrail", one.guardrails),
        ("an owner", one.owner.name),
    )
    return tuple(name for name, said in asked if not said)
