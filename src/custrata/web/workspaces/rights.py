"""What a role may do: one table, asked by every page and every operation of the API."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who somebody is in a workspace, from least to most."""

    VIEWER = "viewer"
    COMMENTER = "commenter"
    EDITOR = "editor"
    ANALYST = "analyst"
    ADMIN = "admin"


class Right(StrEnum):
    """What somebody may do in a workspace."""

    SEE = "see"
    COMMENT = "comment"
    EDIT = "edit"
    DATA = "data"
    PERSONS = "persons"
    ADMIN = "admin"


_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.VIEWER: frozenset({Right.SEE}),
    Role.COMMENTER: frozenset({Right.SEE, Right.COMMENT}),
    Role.EDITOR: frozenset({Right.SEE, Right.COMMENT, Right.EDIT}),
    Role.ANALYST: frozenset({Right.SEE, Right.COMMENT, Right.EDIT, Right.DATA}),
    Role.ADMIN: frozenset({Right.SEE, Right.COMMENT, Right.EDIT, Right.DATA, Right.ADMIN}),
}


def rights_of(role: Role, *, persons: bool) -> frozenset[Right]:
    """The rights of a role.

    Args:
        role: Who somebody is.
        persons: Whether an admin lets this person see names and addresses of customers; it counts for
            analysts and admins alone.

    Example:
        >>> Right.PERSONS in rights_of(Role.EDITOR, persons=True)
        False
        >>> [str(right) for right in sorted(rights_of(Role.ANALYST, persons=True))]
        ['comment', 'data', 'edit', 'persons', 'see']
    """
    rights = _RIGHTS[role]
    return rights | {Right.PERSONS} if persons and Right.DATA in rights else rights
