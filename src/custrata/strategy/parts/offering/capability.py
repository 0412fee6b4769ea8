"""Supporting capabilities: what the company must be able to do, what is missing, what it costs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class CapabilityKind(StrEnum):
    """What a capability is made of."""

    PROCESS = "process"
    DATA = "data"
    TECHNOLOGY = "technology"
    SUPPLY = "supply"
    SKILL = "skill"


class Capability(Part):
    """Something the company must be able to do.

    Attributes:
        id: Stable address.
        name: The ability, as a verb.
        kind: Process, data, technology, supply or skill.
        needed_for: Ids of goals, initiatives, propositions or groups that need it.
        gap: What is missing.
        investment: What closes the gap.
        cost: Money it takes, in the currency of the document; None when nobody has said.
        owner: Who answers for it.
    """

    id: Id
    name: str
    kind: CapabilityKind = CapabilityKind.PROCESS
    needed_for: tuple[str, ...] = ()
    gap: Statement | None = None
    investment: Statement | None = None
    cost: Annotated[float, Field(ge=0)] | None = None
    owner: Owner = Owner()
