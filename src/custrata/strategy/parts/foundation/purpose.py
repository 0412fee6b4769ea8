"""Purpose, vision, mission and values, each in its own place."""

from __future__ import annotations

from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Statement


class Foundation(Part):
    """What the company is for and stands for, in the words of its own papers.

    Attributes:
        purpose: Why the company exists.
        vision: What will be true one day.
        mission: What it does every day towards that.
        values: What it holds to.
        business_strategy: What the business strategy says that this one must serve.
    """

    purpose: Statement | None = None
    vision: Statement | None = None
    mission: Statement | None = None
    values: tuple[Statement, ...] = ()
    business_strategy: tuple[Statement, ...] = ()
