"""The plan of the lifecycle as a page shows it: stages and steps, where they stick, what is done, by whom."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.measures.catalogue import CATALOGUE
from custrata.project.showing.scene import Scene
from custrata.project.showing.studying.statements import Statement, Told, told
from custrata.strategy.parts.lifecycle import StagePlan, Transition
from custrata.vocabulary import Reading


@dataclass(frozen=True)
class Planned:
    """A stage, or the step from one to the next.

    Attributes:
        title: ``Adoption``, or ``From awareness to acquisition``.
        address: Its block in the strategy.
        criteria: When a customer enters it; empty for a step.
        customers: How many stand in it; None where data do not tell, and for steps.
        position: What the data say of it.
        friction: What holds customers up.
        intervention: What is done about it.
        metric: What steers it, by its title.
        reading: What the metric says now; None where it is not known.
        owner: Who answers for it.
        assigned: Whether that is a person already.
    """

    title: str
    address: str
    criteria: str
    customers: Reading | None
    position: Told | None
    friction: Told | None
    intervention: Told | None
    metric: str
    reading: Reading | None
    owner: str
    assigned: bool


def stages_told(scene: Scene) -> tuple[Planned, ...]:
    """The stages of the plan, in its order.

    Args:
        scene: Snapshot and strategy.
    """
    return tuple(
        _planned(
            scene,
            stage,
            f"lifecycle[{stage.id}]",
            stage.stage.capitalize(),
            stage.criteria,
            scene.snapshot.reading("customers", (("stage", stage.stage.value),)),
        )
        for stage in scene.document.lifecycle
    )


def steps_told(scene: Scene) -> tuple[Planned, ...]:
    """The steps between stages, in the order of the plan.

    Args:
        scene: Snapshot and strategy.
    """
    return tuple(
        _planned(scene, step, f"transitions[{step.id}]", f"From {step.leaves} to {step.enters}", "", None)
        for step in scene.document.transitions
    )


def _planned(
    scene: Scene,
    plan: StagePlan | Transition,
    address: str,
    title: str,
    criteria: str,
    customers: Reading | None,
) -> Planned:
    def said(name: str, statement: Statement | None) -> Told | None:
        return told(scene, f"{address}.{name}", statement) if statement else None

    known = CATALOGUE.get(plan.metric)
    return Planned(
        title,
        address,
        criteria,
        customers,
        said("position", plan.position),
        said("friction", plan.friction),
        said("intervention", plan.intervention),
        known.title if known else plan.metric.replace("_", " "),
        scene.snapshot.latest(plan.metric),
        plan.owner.in_short,
        plan.owner.assigned,
    )
