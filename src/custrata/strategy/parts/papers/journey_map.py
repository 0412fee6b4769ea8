"""Journey maps: stages as columns, lanes of what customers live through, live measures beneath."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement
from custrata.vocabulary import Stage


class JourneyStage(Part):
    """One column of a journey map.

    Attributes:
        id: Stable address.
        stage: The stage.
        outcome: What customers want to have reached.
        decision_moments: Where they decide.
        thinks: What they think.
        feels: How they feel, -3 to 3; None when nobody has asked.
        friction_from_data: Where customers are lost, as a claim or gap.
        friction_from_people: What customers and colleagues point at.
        human_touch: Where a person is needed.
        content: What they need to read or see.
        metric: Measure that tells, present or waited for.
        position: What the measure says now, as a claim or gap.
        owner: Who answers for the stage.
    """

    id: Id
    stage: Stage
    outcome: Statement | None = None
    decision_moments: tuple[str, ...] = ()
    thinks: tuple[str, ...] = ()
    feels: Annotated[int, Field(ge=-3, le=3)] | None = None
    friction_from_data: Statement | None = None
    friction_from_people: tuple[Statement, ...] = ()
    human_touch: str = ""
    content: str = ""
    metric: str = ""
    position: Statement | None = None
    owner: Owner = Owner()


class JourneyMap(Part):
    """The journey of a group; ``worst`` names the stage that is mended first."""

    id: Id
    name: str = ""
    group: str = ""
    stages: tuple[JourneyStage, ...] = ()
    worst: Stage | None = None
    owner: Owner = Owner()
