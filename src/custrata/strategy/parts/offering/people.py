"""People and culture: roles, new ones among them, and the shape of teams."""

from __future__ import annotations

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class Role(Part):
    """A role that the strategy needs.

    Attributes:
        id: Stable address.
        title: What it is called.
        team: Where it sits.
        is_new: Whether it does not exist yet.
        purpose: What it is there for.
        holder: Who has it.
    """

    id: Id
    title: str
    team: str = ""
    is_new: bool = False
    purpose: Statement | None = None
    holder: Owner = Owner()


class TeamShape(Part):
    """A team across functions.

    Attributes:
        id: Stable address.
        name: What it is called.
        functions: Which functions sit in it.
        purpose: What it is there for.
        groups: Ids of the customer groups it serves; empty for all.
    """

    id: Id
    name: str
    functions: tuple[str, ...] = ()
    purpose: Statement | None = None
    groups: tuple[str, ...] = ()


class People(Part):
    """Roles, teams, and what is done so that customers count in every decision."""

    roles: tuple[Role, ...] = ()
    teams: tuple[TeamShape, ...] = ()
    culture: tuple[Statement, ...] = ()
