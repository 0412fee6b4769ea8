"""From older forms of the document to the present one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from custrata.errors import DocumentError

CURRENT = 2
"""Version of the form that this program writes."""


def upgrade(plain: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a document in the present form.

    Args:
        plain: Values as they were read, with ``schema_version``; without it the form is the present one.

    Raises:
        DocumentError: A newer program wrote them, or the version is no whole number.

    Example:
        >>> upgrade({"schema_version": 1, "company": "A"})
        {'schema_version': 2, 'company': 'A'}
    """
    found = dict(plain)
    version = found.setdefault("schema_version", CURRENT)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DocumentError(
            f"schema_version is {version!r}, which is no version",
            where="schema_version",
            remedy=f"write {CURRENT}, or take the line out",
        )
    if version > CURRENT:
        raise DocumentError(
            f"the strategy is of form {version}, and this program knows {CURRENT} forms",
            where="schema_version",
            remedy="update the program: pip install --upgrade custrata",
        )
    for step in range(version, CURRENT):
        found = STEPS[step](found)
        found["schema_version"] = step + 1
    return found


def _from_1(plain: dict[str, Any]) -> dict[str, Any]:
    """Form 2 only adds parts: whatever stood in form 1 stands where it stood."""
    return plain


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_1}
"""What leads from a form to the next one."""
