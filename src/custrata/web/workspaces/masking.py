"""Names, addresses and numbers of customers as people without the right see them: one mark everywhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from custrata.project.supplying.left_out import MASK
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

PERSONAL = frozenset({"name", "email", "phone"})
"""Fields of a customer and of their people that name a person."""


def masked(value: object) -> str:
    """What stands in place of a value that names a person; nothing stays nothing.

    Example:
        >>> masked("Ana Silva"), masked(None), masked("")
        ('•••', '', '')
    """
    return MASK if value not in (None, "") else ""


def seen(asking: Asking, value: object) -> str:
    """A value that names a person, as somebody sees it.

    Args:
        asking: Who asks.
        value: Name, address or number.
    """
    return ("" if value is None else str(value)) if asking.may(Right.PERSONS) else masked(value)


def row_seen(asking: Asking, row: Mapping[str, Any], personal: Collection[str] = PERSONAL) -> dict[str, Any]:
    """A row of customers or of people, as somebody sees it.

    Args:
        asking: Who asks.
        row: Values by field.
        personal: Fields that name a person.
    """
    if asking.may(Right.PERSONS):
        return dict(row)
    return {key: (masked(value) or None) if key in personal else value for key, value in row.items()}
