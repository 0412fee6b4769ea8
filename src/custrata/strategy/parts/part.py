"""What every part of the strategy is: closed, frozen, and found under a path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,79}$")]
"""The stable address of a part: a letter, then letters, digits, hyphens or underscores."""


class Part(BaseModel):
    """A typed part of the document that refuses unknown fields and cannot be changed in place."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Owner(Part):
    """Who answers for something: a role that is suggested, and a name once a person has taken it.

    Example:
        >>> Owner(role="head of customer success").assigned
        False
    """

    role: str = ""
    name: str = ""

    @property
    def assigned(self) -> bool:
        """Whether a person stands behind the role."""
        return bool(self.name)

    def __str__(self) -> str:
        if self.assigned:
            return self.name
        return f"needs an owner ({self.role} suggested)" if self.role else "needs an owner"


def label(part: object, position: int) -> str:
    """The name of a part inside its list: its id, name or stage, else its position from 0."""
    for field in ("id", "function", "name", "tier", "stage"):
        value = getattr(part, field, None)
        if value:
            return str(value)
    return str(position)


def walk(part: Part, path: str = "") -> Iterator[tuple[str, Part]]:
    """Every part in the order of the document, the whole first.

    Args:
        part: Where to begin.
        path: Path of ``part``; empty for the document.

    Yields:
        Pairs of path (``canvas.context.customer_context.statements[E03]``) and part.
    """
    yield path, part
    for field in type(part).model_fields:
        value = getattr(part, field)
        place = f"{path}.{field}" if path else field
        if isinstance(value, Part):
            yield from walk(value, place)
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, Part):
                    yield from walk(item, f"{place}[{label(item, position)}]")
