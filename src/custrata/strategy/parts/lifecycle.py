"""The lifecycle plan: every stage and transition with criteria, metric, friction, intervention, owner."""

from __future__ import annotations

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement
from custrata.vocabulary import Stage


class StagePlan(Part):
    """What is done for customers in one stage.

    Attributes:
        id: Stable address.
        stage: The stage.
        criteria: When a customer enters it, in words that can be measured.
        position: How many customers stand in it, as a claim or a gap.
        metric: Measure by which the stage is steered, present or waited for.
        friction: What holds customers up.
        intervention: What is done before they signal the need.
        owner: Who answers for the stage and for the step into the next.
    """

    id: Id
    stage: Stage
    criteria: str = ""
    position: Statement | None = None
    metric: str = ""
    friction: Statement | None = None
    intervention: Statement | None = None
    owner: Owner = Owner()


class Transition(Part):
    """What is done so that customers go from one stage to the next.

    Attributes:
        id: Stable address.
        leaves: The stage that they leave.
        enters: The stage that they enter.
        metric: Measure by which the step is steered, present or waited for.
        position: What the measure says now, as a claim or gap.
        friction: What holds customers up.
        intervention: What is done before they signal the need.
        owner: The one who answers for the step.
    """

    id: Id
    leaves: Stage
    enters: Stage
    metric: str = ""
    position: Statement | None = None
    friction: Statement | None = None
    intervention: Statement | None = None
    owner: Owner = Owner()
