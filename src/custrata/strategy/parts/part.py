"""What every part of the strategy is: closed, frozen, and found under a path."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Annotated, ClassVar, cast

from pydantic import BaseModel, ConfigDict, Field

from custrata.keeping import Kept

Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,79}$")]
"""The stable address of a part: a letter, then letters, digits, hyphens or underscores."""


class Part(BaseModel):
    """A typed part of the document that refuses unknown fields and cannot be changed in place."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    whole: ClassVar[bool] = False
    """Whether it is a whole document, whose parts are kept once they were walked."""


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


NAMING = ("id", "function", "name", "tier", "stage")
"""Fields that name a part inside its list; the first one that holds something does."""


def label(part: object, position: int) -> str:
    """The name of a part inside its list: its id, name or stage, else its position from 0."""
    for field in _named_by(cast("Hashable", type(part))):
        value = getattr(part, field, None)
        if value:
            return str(value)
    return str(position)


def walk(part: Part, path: str = "") -> Iterator[tuple[str, Part]]:
    """Every part in the order of the document, the whole first.

    Args:
        part: Where to begin.
        path: Path of ``part``; empty for the document.

    Returns:
        Pairs of path (``canvas.context.customer_context.statements[E03]``) and part.
    """
    return iter(_of_whole(part)) if part.whole and not path else _walked(part, path)


def _walked(part: Part, path: str) -> Iterator[tuple[str, Part]]:
    yield path, part
    for field in _fields(type(part)):
        value = getattr(part, field)
        place = f"{path}.{field}" if path else field
        if isinstance(value, Part):
            yield from _walked(value, place)
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _walked(item, f"{place}[{label(item, position)}]")


# A check walks the same document for each pitfall; neither it nor its parts ever change.
_of_whole: Kept[Part, tuple[tuple[str, Part], ...]] = Kept(lambda part: tuple(_walked(part, "")), most=16)


def fields_among(part: Part, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some fields that a part has; to ask it for one that it has not takes long.

    Args:
        part: The part.
        names: Fields that it may have.
    """
    return _among(type(part), names)


@cache
def _among(kind: type[Part], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name in kind.model_fields)


@cache
def _fields(kind: type[Part]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


@cache
def _named_by(kind: Hashable) -> tuple[str, ...]:
    """Fields that may name things of a kind; to ask pydantic for one that is not there takes long."""
    fields = getattr(kind, "model_fields", None)
    return tuple(name for name in NAMING if fields is None or name in fields or hasattr(kind, name))
