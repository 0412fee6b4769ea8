"""A document as blocks that are saved one by one, and the document that blocks make."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from custrata.keeping import Kept
from custrata.strategy.document import Document
from custrata.strategy.forms.plain import from_plain
from custrata.strategy.parts.canvas import Block, Canvas
from custrata.strategy.parts.part import MOST_BLOCKS, Part
from custrata.strategy.revision.matching import named
from custrata.strategy.revision.setting import steps_of
from custrata.strategy.text.writing import plain_value, spoken, to_plain

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
        value: What it holds, as JSON does; None where it was taken out. Never change it in place: it is the
            same for all revisions that hold the block.
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
    said = dict(spoken(document))
    for field in (f for f in Document.model_fields if f in said and f not in COUNTED):
        value = said[field]
        if isinstance(value, Canvas):
            yield from _canvas(value)
        elif isinstance(value, tuple) and field not in WHOLE:
            items = named(value).items()
            yield from (Piece(f"{field}[{name}]", at, _text(item)) for at, (name, item) in enumerate(items))
        elif isinstance(value, Part):
            yield Piece(field, 0, _text(value))
        else:
            yield Piece(field, 0, _settled(plain_value(value)))


def _canvas(canvas: Canvas) -> Iterator[Piece]:
    for zone in type(canvas).model_fields:
        part: Part = getattr(canvas, zone)
        for name in type(part).model_fields:
            block: Block = getattr(part, name)
            if block != Block(id=name):
                yield Piece(f"canvas.{zone}.{name}", 0, _text(block))


def _settled(plain: Any) -> Any:
    """Values as JSON keeps them, days as text, so that what was stored and read again compares equal."""
    return json.loads(json.dumps(plain, default=str))


_text: Kept[Part, Any] = Kept(lambda block: _settled(to_plain(block)), most=MOST_BLOCKS)


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


def revised(document: Document, pieces: Iterable[Piece], *, revision: int) -> Document:
    """The document with some blocks as given; all others are the same parts, not only equal ones.

    Args:
        document: As it stood; it was held against the form.
        pieces: The blocks that change; those without a value are taken out.
        revision: The number that it gets, at least 1.

    Raises:
        DocumentError: A block does not fit; names the path.

    Example:
        >>> before = Document(schema_version=2, company="A")
        >>> after = revised(before, [Piece("horizon", 0, {"months": 24})], revision=2)
        >>> after.horizon.months, after.canvas is before.canvas, after.revision
        (24, True, 2)
    """
    given = {piece.address: piece for piece in pieces}
    fields: dict[str, dict[str, Piece]] = {}
    for address, piece in given.items():
        fields.setdefault(address.partition("[")[0].partition(".")[0], {})[address] = piece
    plain: dict[str, Any] = {name: getattr(document, name) for name in Document.model_fields}
    try:
        plain |= {field: _with(field, plain[field], inner) for field, inner in fields.items()}
        said = {name: value for name, value in plain.items() if value is not None}
        made = Document.model_validate({**said, "revision": revision})
    except (LookupError, TypeError, ValueError):
        # Read as a whole, it says by its path what does not fit.
        return document_of((pieces_of(document) | given).values(), revision=revision)
    return document.model_copy(update={name: getattr(made, name) for name in (*fields, "revision")})


def _with(field: str, value: Any, pieces: Mapping[str, Piece]) -> Any:
    """A field with some of its blocks as given: parts where they stand, plain values where they change."""
    if isinstance(value, Canvas):
        zones = {zone: dict(getattr(value, zone)) for zone in Canvas.model_fields}
        for piece in pieces.values():
            _, zone, name = piece.address.split(".")
            zones[zone].pop(name)
            zones[zone] |= {name: piece.value} if piece.value is not None else {}
        return zones
    if field in pieces:
        return pieces[field].value
    if field in WHOLE or not isinstance(value, tuple):
        raise LookupError(field)
    items = enumerate(named(value).items())
    standing = {f"{field}[{name}]": (at, item) for at, (name, item) in items}
    standing |= {address: (piece.place, piece.value) for address, piece in pieces.items()}
    ordered = sorted((at, address) for address, (at, _) in standing.items())
    return [standing[address][1] for _, address in ordered if standing[address][1] is not None]


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
    return deepcopy(found.value) if found else None


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
    place = pieces[address].place if address in pieces else len(pieces)
    return revised(document, [Piece(address, place, value)], revision=document.revision)


def changed(before: Mapping[str, Piece], after: Mapping[str, Piece]) -> tuple[Piece, ...]:
    """The blocks that differ; those that are gone have no value.

    Args:
        before: Blocks by address.
        after: The same, later.
    """
    now = [piece for address, piece in after.items() if before.get(address) != piece]
    gone = [Piece(address, piece.place, None) for address, piece in before.items() if address not in after]
    return (*now, *gone)
