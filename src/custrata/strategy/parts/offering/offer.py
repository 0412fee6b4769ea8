"""Products and services: what is offered to whom, and where it falls short."""

from __future__ import annotations

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class Offer(Part):
    """A product or service.

    Attributes:
        id: Stable address.
        name: What customers call it.
        statement: What it does for customers and for the business.
        groups: Ids of the customer groups it is for; empty for all.
        falls_short: What it lacks, as a claim, proposal or gap.
        investment: What is to be put into it.
        owner: Who answers for it.
    """

    id: Id
    name: str
    statement: Statement | None = None
    groups: tuple[str, ...] = ()
    falls_short: Statement | None = None
    investment: Statement | None = None
    owner: Owner = Owner()
