"""Who does what together: RACI with exactly one accountable, interlocks, resources, escalation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from custrata.strategy.parts.part import Id, Owner, Part


class Raci(Part):
    """Who is responsible, accountable, consulted and informed for one initiative, goal or stage.

    Attributes:
        id: Stable address.
        on: Id of the initiative, goal or stage.
        accountable: The one who answers for it; one person or role.
        responsible: Who does it.
        consulted: Who is asked.
        informed: Who is told.
    """

    id: Id
    on: str
    accountable: Owner
    responsible: tuple[str, ...] = ()
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _exactly_one_answers(self) -> Raci:
        if not (self.accountable.role or self.accountable.name):
            raise ValueError("nobody is accountable; name exactly one person or role")
        return self


class Interlock(Part):
    """What one team owes another.

    Attributes:
        id: Stable address.
        gives: The team that gives.
        takes: The team that takes.
        what: What is handed over.
        when: When, in words.
        initiative: Id of the initiative; empty when it always holds.
        breaks_if: What goes wrong when it does not come.
    """

    id: Id
    gives: str
    takes: str
    what: str
    when: str = ""
    initiative: str = ""
    breaks_if: str = ""


class Resource(Part):
    """People and money for an initiative or a team."""

    id: Id
    initiative: str
    team: str = ""
    days: Annotated[float, Field(ge=0)] | None = None
    money: Annotated[float, Field(ge=0)] | None = None


class Escalation(Part):
    """A decision that must go up: what, to whom, when."""

    id: Id
    what: str
    to: Owner = Owner()
    when: str = ""
