"""Service standards with the attainment that the service data show."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class ServiceStandard(Part):
    """What customers can count on when they need help.

    Attributes:
        id: Stable address.
        name: What it is about, such as first answer.
        groups: Ids of the groups or tiers it holds for; empty for all.
        measure: Measure that tells, such as ``first_response_hours``.
        promise: The number that is promised, in the measure's unit.
        direction: On which side of the number the promise is kept.
        attained: What the data show, as a claim or gap.
        escalation: Where a case goes that cannot be solved, and after how long.
        authority: What the front line may give without asking.
        knowledge: Where answers stand.
        playbooks: What is done in the usual cases.
        effort_measure: Measure of customers' effort; empty when none can yet.
        loop_to_product: How causes reach those who can remove them.
        loop_to_customer: How customers hear what became of it.
        owner: Who answers for it.
    """

    id: Id
    name: str
    groups: tuple[str, ...] = ()
    measure: str = ""
    promise: Annotated[float, Field(ge=0)] | None = None
    direction: Literal["at least", "at most"] = "at most"
    attained: Statement | None = None
    escalation: str = ""
    authority: str = ""
    knowledge: str = ""
    playbooks: tuple[str, ...] = ()
    effort_measure: str = ""
    loop_to_product: str = ""
    loop_to_customer: str = ""
    owner: Owner = Owner()
