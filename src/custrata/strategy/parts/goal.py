"""Goals, worded customer first, and the initiatives that serve them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.parts.steering.scoring import Scores
from custrata.vocabulary import Stage


class Goal(Part):
    """What is to become true for customers, and then for the business.

    Attributes:
        id: Stable address.
        statement: The goal in words.
        leading: Measures that move early.
        lagging: Measures that sum up.
        groups: Ids of the customer groups it is for; empty for all.
        rests_on: Ids of the claims that call for it.
        outcome: Id of the customer outcome that it brings nearer; empty for none.
        portfolio_change: What changes in the portfolio when it is reached.
        scores: Scores by dimension, 1 to 7.
        owner: Who answers for it.
    """

    id: Id
    statement: Proposal
    leading: tuple[str, ...] = ()
    lagging: tuple[str, ...] = ()
    groups: tuple[Id, ...] = ()
    rests_on: tuple[Id, ...] = ()
    outcome: str = ""
    portfolio_change: str = ""
    scores: Scores = ()
    owner: Owner = Owner()


class Initiative(Part):
    """What is to be done for a goal.

    Attributes:
        id: Stable address.
        statement: What is done.
        goal: Id of the goal.
        groups: Ids of the customer groups it touches; empty for all.
        stages: Lifecycle stages it touches.
        scores: Scores by dimension, 1 to 7.
        effort_days: Person-days it takes; None when nobody has said.
        cost: Money it takes, in the currency of the document; None when nobody has said.
        starts_in_months: When it begins, counted from the start of the horizon.
        runs_months: How long it runs.
        owner: Who answers for it.
    """

    id: Id
    statement: Proposal
    goal: Id
    groups: tuple[Id, ...] = ()
    stages: tuple[Stage, ...] = ()
    scores: Scores = ()
    effort_days: Annotated[float, Field(ge=0)] | None = None
    cost: Annotated[float, Field(ge=0)] | None = None
    starts_in_months: Annotated[int, Field(ge=0)] | None = None
    runs_months: Annotated[int, Field(ge=1)] | None = None
    owner: Owner = Owner()
