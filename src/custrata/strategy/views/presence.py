"""Whether a thing that a strategy needs is there: where it stands, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from custrata.strategy.document import Document
from custrata.strategy.parts.canvas import Canvas
from custrata.strategy.parts.part import Owner, label
from custrata.strategy.parts.statement import Gap


@dataclass(frozen=True, slots=True)
class Presence:
    """What was found of one thing.

    Attributes:
        there: Whether all of it is there.
        where: Paths at which it stands.
        missing: What is missing, by name; empty when it is all there.
    """

    there: bool
    where: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


Look = Callable[[Document], Presence]
"""Looks for a thing in a document."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that a part of the strategy needs.

    Attributes:
        title: What must be true, as a short sentence without a full stop.
        look: Looks for it.
    """

    title: str
    look: Look


def said(value: Any) -> bool:
    """Whether something is said: a gap says only that nothing is known, a role without a name is nobody.

    Example:
        >>> said(""), said(Owner(role="head of sales")), said(("a",)), said(0.0)
        (False, False, True, True)
    """
    match value:
        case None | Gap():
            return False
        case Owner():
            return value.assigned
        case str():
            return bool(value.strip())
        case tuple():
            return any(said(item) for item in value)
        case _:
            return True


def has(title: str, *paths: str) -> Thing:
    """Something said at one of these places of the document, such as ``foundation.purpose``.

    Args:
        title: What must be true.
        *paths: Names of fields with dots; one that says something is enough.
    """

    def look(document: Document) -> Presence:
        where = tuple(path for path in paths if said(_at(document, path)))
        return Presence(bool(where), where, () if where else (paths[0],))

    return Thing(title, look)


def block(title: str, name: str, *others: str) -> Thing:
    """Something said in a block of the canvas, or else at one of the other places.

    Args:
        title: What must be true.
        name: Name of the block.
        *others: Names of fields with dots.
    """
    return has(title, f"{block_path(name)}.statements", *others)


def block_path(name: str) -> str:
    """Where a block of the canvas stands in the document.

    Example:
        >>> block_path("governance")
        'canvas.steering.governance'
    """
    zones = Canvas()
    zone = next(z for z in Canvas.model_fields if name in type(getattr(zones, z)).model_fields)
    return f"canvas.{zone}.{name}"


def each_has(title: str, listed: str, *fields: str, only: Callable[[Any], bool] | None = None) -> Thing:
    """Every part of a list says something in all of these fields.

    Args:
        title: What must be true.
        listed: Field of the document that holds the list.
        *fields: Names of fields of a part, with dots.
        only: Which parts are meant; None means all of them.

    Returns:
        A thing that is missing, too, when there is no such part. What is missing is named as
        ``custrata strategy set`` takes it: ``gold.payer``.
    """

    def look(document: Document) -> Presence:
        parts = [
            (label(part, n), part)
            for n, part in enumerate(_at(document, listed))
            if only is None or only(part)
        ]
        silent = [(name, field) for name, part in parts for field in fields if not said(_at(part, field))]
        missing = [f"{name}.{field}" for name, field in silent]
        lacking = {name for name, _ in silent}
        where = tuple(f"{listed}[{name}]" for name, _ in parts if name not in lacking)
        return Presence(bool(parts) and not missing, where, tuple(missing) if parts else (listed,))

    return Thing(title, look)


def some(title: str, listed: str, meant: Callable[[Any], bool] | None = None, least: int = 1) -> Thing:
    """A list holds at least so many parts of a kind.

    Args:
        title: What must be true.
        listed: Field of the document that holds the list.
        meant: Which parts count; None counts all.
        least: How many there must be.
    """

    def look(document: Document) -> Presence:
        parts = enumerate(_at(document, listed))
        where = tuple(f"{listed}[{label(p, n)}]" for n, p in parts if meant is None or meant(p))
        enough = len(where) >= least
        return Presence(enough, where, () if enough else (listed,))

    return Thing(title, look)


def all_of(title: str, *things: Thing) -> Thing:
    """Several things at once."""

    def look(document: Document) -> Presence:
        found = [thing.look(document) for thing in things]
        where = tuple(dict.fromkeys(path for f in found for path in f.where))
        missing = tuple(dict.fromkeys(name for f in found for name in f.missing))
        return Presence(all(f.there for f in found), where, missing)

    return Thing(title, look)


def _at(part: Any, path: str) -> Any:
    for name in path.split("."):
        if part is None:
            return None
        part = getattr(part, name)
    return part
