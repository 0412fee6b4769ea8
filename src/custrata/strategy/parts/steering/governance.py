"""Governance: decision rights, principles, and where the company listens."""

from __future__ import annotations

from enum import StrEnum

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class DecisionRight(Part):
    """Who decides what.

    Attributes:
        id: Stable address.
        decision: What is decided.
        decides: Who decides.
        consulted: Who is asked before.
        escalates_to: Who decides when they cannot agree.
    """

    id: Id
    decision: str
    decides: Owner = Owner()
    consulted: tuple[str, ...] = ()
    escalates_to: Owner = Owner()


class Principle(Part):
    """A rule that holds in every plan."""

    id: Id
    statement: Statement


class Voice(StrEnum):
    """Whose voice is heard."""

    CUSTOMER = "customer"
    EMPLOYEE = "employee"
    OPERATION = "operation"


class InsightSource(Part):
    """A place where the company listens.

    Attributes:
        id: Stable address.
        voice: Of customers, employees or the operation.
        method: How it is heard.
        every_days: How often; None when nobody has said.
        feeds: Ids of parts that what is heard goes into.
        loop: How what was learned goes back to those who said it.
        owner: Who answers for it.
    """

    id: Id
    voice: Voice
    method: str
    every_days: int | None = None
    feeds: tuple[str, ...] = ()
    loop: str = ""
    owner: Owner = Owner()
