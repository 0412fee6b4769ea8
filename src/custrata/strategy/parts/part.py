"""What every part of the strategy is: closed, frozen, and found under a path."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import cache
from typing import Annotated, ClassVar, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field

from custrata.keeping import Kept

R = TypeVar("R")

Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,79}$")]
"""The stable address of a part: a letter, then letters, digits, hyphens or underscores."""


class Part(BaseModel):
    """A typed part of the document that refuses unknown fields and cannot be changed in place."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    whole: ClassVar[bool] = False
    """Whether it is a document, or one of its folders: its fields are blocks that are edited one by one."""

    def ask(self, question: Callable[[Self], R]) -> R:
        """What a question finds in it; whoever watches a document notes question and answer.

        Args:
            question: A function of it that looks at nothing else.
        """
        return question(self)

    def view(self, change: Callable[[Self], Self]) -> Self:
        """What a change makes of it; whoever watches a document watches that as well.

        Args:
            change: A function of it that looks at nothing else.
        """
        return change(self)


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

    @property
    def in_short(self) -> str:
        """The person, else the role with a question mark, for lists that say once what it means."""
        return self.name or f"{self.role or 'nobody yet'}?"

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
    return iter(part.ask(_of_whole)) if part.whole and not path else _walked(part, path)


def blocks(part: Part, path: str = "") -> Iterator[tuple[str, Part]]:
    """The blocks of a document in its order, each with its path; before them what holds them.

    Args:
        part: Where to begin.
        path: Path of ``part``; empty for the document.

    Returns:
        Pairs of path and part: all that a block holds belongs to it; a part that is ``whole`` stands for
        itself alone, its blocks follow.
    """
    yield path, part
    for place, inner in _inside(part, path) if part.whole else ():
        yield from blocks(inner, place)


def _walked(part: Part, path: str) -> Iterator[tuple[str, Part]]:
    yield path, part
    for place, inner in _inside(part, path):
        yield from _walked(inner, place)


def _inside(part: Part, path: str) -> Iterator[tuple[str, Part]]:
    for field in _fields(type(part)):
        value = getattr(part, field)
        place = f"{path}.{field}" if path else field
        if isinstance(value, Part):
            yield place, value
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, Part):
                    yield f"{place}[{label(item, position)}]", item


def _of_blocks(part: Part) -> tuple[tuple[str, Part], ...]:
    found: list[tuple[str, Part]] = []
    for path, block in blocks(part):
        found += ((path, block),) if block.whole else block_walked(block, path)
    return tuple(found)


# A check walks the same document for each pitfall, and the next revision is the same but for a block or two.
_of_whole: Kept[Part, tuple[tuple[str, Part], ...]] = Kept(_of_blocks, most=16)

MOST_BLOCKS = 8192
"""Blocks that are remembered: those of some dozens of strategies."""

block_walked: Kept[Part, tuple[tuple[str, Part], ...]] = Kept(
    lambda block, path: tuple(_walked(block, path)), most=MOST_BLOCKS
)
"""Every part of a block under its path, as ``walk`` gives them."""


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
