"""Goals, worded customer first, and the initiatives that serve them."""

from __future__ import annotations

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Proposal
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
        owner: Who answers for it.
    """

    id: Id
    statement: Proposal
    leading: tuple[str, ...] = ()
    lagging: tuple[str, ...] = ()
    groups: tuple[Id, ...] = ()
    rests_on: tuple[Id, ...] = ()
    owner: Owner = Owner()


class Initiative(Part):
    """What is to be done for a goal.

    Attributes:
        id: Stable address.
        statement: What is done.
        goal: Id of the goal.
        groups: Ids of the customer groups it touches; empty for all.
        stages: Lifecycle stages it touches.
        owner: Who answers for it.
    """

    id: Id
    statement: Proposal
    goal: Id
    groups: tuple[Id, ...] = ()
    stages: tuple[Stage, ...] = ()
    owner: Owner = Owner()
