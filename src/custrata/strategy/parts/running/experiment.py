"""Experiment tracker: hypothesis, metric, set-up, result, decision, next step."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Proposal, Statement


class ExperimentState(StrEnum):
    """Where an experiment stands."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class ExperimentDecision(StrEnum):
    """What was decided."""

    SHIP = "ship"
    STOP = "stop"
    GO_ON = "go on"
    OPEN = "open"


class Experiment(Part):
    """A test with customers.

    Attributes:
        id: Stable address.
        hypothesis: What is believed, in words that can turn out false.
        metric: Measure that decides.
        guardrails: Measures that must not get worse.
        groups: Ids of the customer groups; empty for all.
        initiative: Id of the initiative; empty for none.
        assumption: Id of the assumption it tests; empty for none.
        set_up: Who gets what, how they are drawn, for how long.
        least_effect: The smallest change worth finding, in the metric's unit.
        n_per_arm: How many in each arm; decided before.
        starts_on: First day.
        ends_on: Last day.
        state: Planned, running, done or stopped.
        result: What came, as a claim or gap.
        decision: Ship, stop, go on, or open.
        learned: What is kept of it.
        next_step: What is done now.
        owner: Who answers for it.
    """

    id: Id
    hypothesis: Proposal
    metric: str = ""
    guardrails: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    initiative: str = ""
    assumption: str = ""
    set_up: str = ""
    least_effect: float | None = None
    n_per_arm: Annotated[int, Field(ge=1)] | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    state: ExperimentState = ExperimentState.PLANNED
    result: Statement | None = None
    decision: ExperimentDecision = ExperimentDecision.OPEN
    learned: str = ""
    next_step: str = ""
    owner: Owner = Owner()
