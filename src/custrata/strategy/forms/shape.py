"""What each kind of part holds: which fields are values, which are parts, which are lists of parts."""

from __future__ import annotations

import datetime as dt
import inspect
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from pydantic_core import PydanticUndefined

from custrata.strategy.parts.part import Part


class Sort(StrEnum):
    """What a field holds."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    YES = "true or false"
    DAY = "day"
    WORDS = "list of texts"
    PAIRS = "pairs"
    PART = "part"
    PARTS = "list of parts"


@dataclass(frozen=True)
class Slot:
    """One field of a part.

    Attributes:
        name: Name of the field.
        sort: What it holds.
        kinds: Kinds of part that may stand in it; empty for values.
        required: Whether it has to be given.
        default: What it holds when nothing is given; None for required fields.
    """

    name: str
    sort: Sort
    kinds: tuple[type[Part], ...] = ()
    required: bool = False
    default: Any = None

    @property
    def holds_parts(self) -> bool:
        """Whether parts stand in it, one or many."""
        return bool(self.kinds)

    def spare(self, value: Any) -> bool:
        """Whether a value says nothing because it is what would stand there anyway."""
        return not self.required and bool(value == self.default)


@cache
def slots(kind: type[Part]) -> tuple[Slot, ...]:
    """The fields of a kind of part, in their order.

    Example:
        >>> from custrata.strategy.parts.part import Owner
        >>> [(slot.name, str(slot.sort)) for slot in slots(Owner)]
        [('role', 'text'), ('name', 'text')]
    """
    return tuple(_slot(name, info) for name, info in kind.model_fields.items())


def slot_of(kind: type[Part], name: str) -> Slot | None:
    """The field of this name, or None."""
    return next((slot for slot in slots(kind) if slot.name == name), None)


@cache
def simple(kind: type[Part]) -> bool:
    """Whether a kind of part holds nothing but values, so that it can be written into its owner's line.

    Example:
        >>> from custrata.strategy.parts.part import Owner
        >>> simple(Owner)
        True
    """
    return "id" not in kind.model_fields and all(
        slot.sort is not Sort.PARTS and all(simple(inner) for inner in slot.kinds) for slot in slots(kind)
    )


def inline(slot: Slot) -> bool:
    """Whether what stands in a field is written into the lines of its owner."""
    return slot.sort is Sort.PART and all(simple(kind) for kind in slot.kinds)


def blank(kind: type[Part]) -> dict[str, Any]:
    """The plain values of a part before anything is said of it: simple parts that must be there, empty."""
    return {slot.name: {} for slot in slots(kind) if slot.required and inline(slot)}


def leaves(kind: type[Part], before: str = "") -> Iterator[tuple[str, Slot]]:
    """The values of a kind of part by name, those of simple parts in it with a dot.

    Args:
        kind: The kind.
        before: What stands before every name.

    Example:
        >>> from custrata.strategy.parts.group import TargetShare
        >>> [name for name, _ in leaves(TargetShare)]
        ['value', 'in_months', 'basis', 'owner.role', 'owner.name']
    """
    for slot in slots(kind):
        if not slot.holds_parts:
            yield before + slot.name, slot
        elif inline(slot):
            yield from leaves(slot.kinds[0], f"{before}{slot.name}.")


def put(plain: dict[str, Any], name: str, value: Any) -> None:
    """Set a value under a name with dots.

    Args:
        plain: The plain values of a part, which are changed.
        name: As :func:`leaves` names it.
        value: The value.
    """
    *outer, last = name.split(".")
    for step in outer:
        plain = plain.setdefault(step, {})
    plain[last] = value


def _slot(name: str, info: Any) -> Slot:
    required = info.is_required()
    default = None if required else info.get_default(call_default_factory=True)
    sort, kinds = _held(info.annotation)
    return Slot(name, sort, kinds, required, None if default is PydanticUndefined else default)


def _held(annotation: Any) -> tuple[Sort, tuple[type[Part], ...]]:
    for option in _options(annotation):
        if typing.get_origin(option) is tuple:
            inner = tuple(_options(typing.get_args(option)[0]))
            kinds = tuple(kind for kind in inner if _is(kind, Part))
            if kinds:
                return Sort.PARTS, kinds
            return (Sort.PAIRS if typing.get_origin(inner[0]) is tuple else Sort.WORDS), ()
    kinds = tuple(kind for kind in _options(annotation) if _is(kind, Part))
    return (Sort.PART, kinds) if kinds else (_value(annotation), ())


def _value(annotation: Any) -> Sort:
    found = next(iter(_options(annotation)), str)
    if typing.get_origin(found) is typing.Literal:
        found = type(typing.get_args(found)[0])
    for kind, sort in ((bool, Sort.YES), (int, Sort.WHOLE), (float, Sort.NUMBER), (dt.date, Sort.DAY)):
        if _is(found, kind):
            return sort
    return Sort.TEXT


def _options(annotation: Any) -> Iterator[Any]:
    """The types that an annotation allows, without None and without what stands around them."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _options(typing.get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType):
        for option in typing.get_args(annotation):
            yield from _options(option)
    elif annotation is not type(None):
        yield annotation


def _is(kind: Any, parent: type) -> bool:
    return inspect.isclass(kind) and issubclass(kind, parent)
