"""What the API can do: every operation with its method, its address and the right that it needs."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.web.api.gate import Token
from custrata.web.api.root import API
from custrata.web.workspaces.rights import Right


@dataclass(frozen=True)
class Operation:
    """One operation.

    Attributes:
        name: Its name, unique.
        method: Of HTTP.
        path: Behind ``/api/v1``.
        right: What it needs; None for one that is about the person alone.
    """

    name: str
    method: str
    path: str
    right: Right | None


def operations() -> tuple[Operation, ...]:
    """Every operation of the API, for the matrix of permissions."""
    found = []
    for prefix, router in API._routers:
        for path, view in router.path_operations.items():
            for one in view.operations:
                (token,) = (a for a in one.auth_callbacks if isinstance(a, Token))
                found += [
                    Operation(one.view_func.__name__, method, f"{prefix}{path}", token.right)
                    for method in one.methods
                ]
    return tuple(found)
