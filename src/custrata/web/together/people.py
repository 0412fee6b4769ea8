"""The people of a workspace, as others see and name them."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.web.accounts.models import User
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.typed import whole

LEFT = "Somebody who has left"
"""Who stands where a person was removed."""


@dataclass(frozen=True)
class Person:
    """Somebody of a workspace.

    Attributes:
        key: The key of the user.
        name: What others see.
        initials: Two letters for the face.
        function: Which function the person signs for; empty for none.
        role: What the person may do.
    """

    key: int
    name: str
    initials: str
    function: str = ""
    role: str = ""


def people_of(workspace: Workspace) -> tuple[Person, ...]:
    """Everybody of a workspace, by name.

    Args:
        workspace: Where.
    """
    found = Membership.objects.filter(workspace=workspace).select_related("user")
    people = (Person(m.user.pk, str(m.user), m.user.initials, m.function, m.role) for m in found)
    return tuple(sorted(people, key=lambda person: (person.name.casefold(), person.key)))


def member(workspace: Workspace, key: str) -> User | None:
    """Somebody of a workspace by key; None for nobody, and for who is not of it.

    Args:
        workspace: Where.
        key: As a form sends it.
    """
    number = whole(key)
    if number is None:
        return None
    found = Membership.objects.filter(workspace=workspace, user_id=number).select_related("user").first()
    return found.user if found else None


def called(workspace: Workspace, text: str) -> User | None:
    """Who is meant by a role, a function or a name; None where it means nobody, or more than one.

    Args:
        workspace: Where.
        text: Such as ``head of sales``.
    """
    wanted = text.casefold().strip()
    if not wanted:
        return None
    found = Membership.objects.filter(workspace=workspace).select_related("user")
    meant = [m.user for m in found if wanted in (m.function.casefold(), str(m.user).casefold())]
    return meant[0] if len(meant) == 1 else None


def name_of(user: User | None) -> str:
    """What others see of a person, also where the person has left."""
    return str(user) if user is not None else LEFT
