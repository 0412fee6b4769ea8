"""A document as blocks that are saved one by one, and the document that blocks make."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from custrata.strategy.document import Document
from custrata.strategy.forms.plain import from_plain
from custrata.strategy.parts.canvas import Block, Canvas
from custrata.strategy.parts.part import Part
from custrata.strategy.revision.matching import named
from custrata.strategy.revision.setting import steps_of
from custrata.strategy.text.writing import to_plain

COUNTED = frozenset({"schema_version", "revision"})
"""Fields that nobody edits: the form, and the number that the saves give."""

WHOLE = frozenset({"insights"})
"""Lists that are one block, since their order is what they say."""


@dataclass(frozen=True)
class Piece:
    """One block of a document.

    Attributes:
        address: Such as ``groups[gold]``, ``canvas.context.customer_context`` or ``horizon``.
        place: Where it stands among the items of its list, from 0.
        value: What it holds, as JSON does; None where it was taken out.
    """

    address: str
    place: int
    value: Any


def pieces_of(document: Document) -> dict[str, Piece]:
    """The blocks of a document by address, in its order; what holds its default is left out.

    Args:
        document: The document.

    Example:
        >>> list(pieces_of(Document(schema_version=2, company="A", currency="EUR")))
        ['company', 'currency']
    """
    return {piece.address: piece for piece in _pieces(document)}


def _pieces(document: Document) -> Iterator[Piece]:
    plain = _settled(to_plain(document))
    for field in (f for f in Document.model_fields if f in plain and f not in COUNTED):
        value = getattr(document, field)
        if isinstance(value, Canvas):
            yield from _canvas(value)
        elif isinstance(value, tuple) and field not in WHOLE:
            items = named(value)
            texts = zip(items, plain[field], strict=True)
            yield from (Piece(f"{field}[{name}]", at, text) for at, (name, text) in enumerate(texts))
        else:
            yield Piece(field, 0, plain[field])


def _canvas(canvas: Canvas) -> Iterator[Piece]:
    for zone in type(canvas).model_fields:
        part: Part = getattr(canvas, zone)
        for name in type(part).model_fields:
            block: Block = getattr(part, name)
            if block != Block(id=name):
                yield Piece(f"canvas.{zone}.{name}", 0, _settled(to_plain(block)))


def _settled(plain: dict[str, Any]) -> Any:
    """Values as JSON keeps them, days as text, so that what was stored and read again compares equal."""
    return json.loads(json.dumps(plain, default=str))


def document_of(pieces: Iterable[Piece], *, revision: int) -> Document:
    """The document that blocks make.

    Args:
        pieces: The blocks, in any order; those without a value are left out.
        revision: Its number, at least 1.

    Raises:
        DocumentError: They make none; names the path.

    Example:
        >>> whole = Document(schema_version=2, company="A", revision=3)
        >>> document_of(pieces_of(whole).values(), revision=3) == whole
        True
    """
    plain: dict[str, Any] = {"schema_version": 2, "revision": revision}
    lists: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.value is None:
            continue
        if piece.address.endswith("]"):
            lists.setdefault(piece.address.split("[", 1)[0], []).append(piece)
        elif piece.address.startswith("canvas."):
            _, zone, name = piece.address.split(".")
            plain.setdefault("canvas", {}).setdefault(zone, {})[name] = piece.value
        else:
            plain[piece.address] = piece.value
    for field, items in lists.items():
        plain[field] = [item.value for item in sorted(items, key=lambda i: (i.place, i.address))]
    return from_plain(plain)


def block_at(document: Document, path: str) -> str:
    """The address of the block in which a path lies.

    Args:
        document: The document.
        path: Such as ``groups[gold].intent.intent``, or begun by an id: ``E04.text``.

    Raises:
        DocumentError: The path cannot be read.

    Example:
        >>> block_at(Document(schema_version=2, company="A"), "groups[gold].intent.intent")
        'groups[gold]'
    """
    steps = steps_of(document, path)
    names = [name for name, _ in steps]
    if names[:1] == ["canvas"]:
        return ".".join(names[:3])
    if len(steps) > 1 and steps[1][1] and names[0] not in WHOLE:
        return f"{names[0]}[{names[1]}]"
    return names[0] if names else ""


def value_of(document: Document, address: str) -> Any:
    """What a block holds, as JSON does; None where it is not there or says nothing.

    Args:
        document: The document.
        address: Of the block.

    Example:
        >>> value_of(Document(schema_version=2, company="A"), "company")
        'A'
    """
    found = pieces_of(document).get(address)
    return found.value if found else None


def with_block(document: Document, address: str, value: Any) -> Document:
    """The document with another text of one block; all of it is held against the form.

    Args:
        document: The document.
        address: Of the block; an item of a list that is not there yet comes last.
        value: What it shall hold, as JSON does; None takes it out.

    Raises:
        DocumentError: The value does not fit; names the path.

    Example:
        >>> with_block(Document(schema_version=2, company="A"), "horizon", {"months": 24}).horizon.months
        24
    """
    pieces = pieces_of(document)
    before = pieces.pop(address, None)
    place = before.place if before else len(pieces)
    changed_by_one = (*pieces.values(), Piece(address, place, value))
    return document_of(changed_by_one, revision=document.revision)


def changed(before: Mapping[str, Piece], after: Mapping[str, Piece]) -> tuple[Piece, ...]:
    """The blocks that differ; those that are gone have no value.

    Args:
        before: Blocks by address.
        after: The same, later.
    """
    now = [piece for address, piece in after.items() if before.get(address) != piece]
    gone = [Piece(address, piece.place, None) for address, piece in before.items() if address not in after]
    return (*now, *gone)
