"""Desired customer outcomes: one set, to which the plan of every function is linked."""

from __future__ import annotations

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class FunctionPlan(Part):
    """What one function does for a customer outcome."""

    id: Id
    function: str
    contribution: str
    goals: tuple[str, ...] = ()
    owner: Owner = Owner()


class CustomerOutcome(Part):
    """What is to become true for customers.

    Attributes:
        id: Stable address.
        statement: The outcome in customers' words.
        measure: Measure that tells whether it came; empty when none can yet.
        groups: Ids of the customer groups; empty for all.
        plans: What each function does for it.
    """

    id: Id
    statement: Statement
    measure: str = ""
    groups: tuple[str, ...] = ()
    plans: tuple[FunctionPlan, ...] = ()
