"""One value of a strategy by its path: read, or set in a new document."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.forms.plain import from_plain
from custrata.strategy.forms.shape import Slot, Sort, slot_of, slots
from custrata.strategy.parts.part import Part
from custrata.strategy.revision.matching import named
from custrata.strategy.text.nodes import parse
from custrata.strategy.text.writing import to_plain

STEP = re.compile(r"\.?([^.\[\]]+)|\[([^\]]*)\]")
STATEMENT = re.compile(r"[A-Z]\d+")
"""The id of a claim, a proposal or a gap."""

FEW = 8
"""Up to so many ids are named to whoever has misspelt one."""

Step = tuple[str, bool]
"""A name, and whether it names an item of a list."""


def value_at(document: Document, path: str) -> Any:
    """What stands at a path.

    Args:
        document: The document.
        path: Such as ``groups[gold].intent.intent``, or begun by an id: ``E04.text``.

    Returns:
        A part, a list of parts, or a value.

    Raises:
        DocumentError: Nothing stands there; says what there is.

    Example:
        >>> value_at(Document(schema_version=2, company="A"), "horizon.months")
        12
    """
    found: Any = document
    seen = ""
    for name, listed in steps_of(document, path):
        found = _step(found, name, listed, seen)
        seen = f"{seen}[{name}]" if listed else f"{seen}.{name}" if seen else name
    return found


def with_value(document: Document, path: str, written: str) -> Document:
    """The document with another value at a path; all of it is held against the form.

    Args:
        document: The document.
        path: Such as ``horizon.months``; a list item that is not there yet is added.
        written: Text as it stands for a text; YAML for all else. ``null`` takes out what may be missing. A
            mapping takes the place of what stood there, except that the owner stays unless it names one.

    Raises:
        DocumentError: The path leads nowhere, or the value does not fit.

    Example:
        >>> with_value(Document(schema_version=2, company="A"), "horizon.months", "24").horizon.months
        24
    """
    steps = steps_of(document, path)
    if not steps:
        raise DocumentError("no path is given", where=path, remedy="name a value, such as horizon.months")
    plain = to_plain(document)
    holder, slot = _walked(plain, document, steps)
    name, listed = steps[-1]
    if listed:
        _set_item(holder, name, _yaml(written, path), path)
    elif slot is None:
        holder[name] = _yaml(written, path)
    else:
        value = _text(written) if slot.sort is Sort.TEXT else _yaml(written, path)
        if value is None:
            holder.pop(name, None)
        else:
            holder[name] = _with_owner(value, holder.get(name))
    return from_plain(plain)


def steps_of(document: Document, path: str) -> tuple[Step, ...]:
    """The steps of a path; an id at its beginning stands for the place of its part.

    Args:
        document: The document.
        path: The path.

    Raises:
        DocumentError: The path cannot be read.
    """
    if "".join(match.group() for match in STEP.finditer(path)) != path:
        raise DocumentError("this is no path", where=path, remedy="write it as groups[gold].intent.intent")
    found = [(m.group(1) or m.group(2), m.group(1) is None) for m in STEP.finditer(path)]
    if found and slot_of(Document, found[0][0]) is None and not found[0][1]:
        place = places_of(document).get(found[0][0])
        if place is not None:
            return (*steps_of(document, place), *found[1:])
    return tuple(found)


def places_of(document: Document) -> dict[str, str]:
    """The path of every part that has an id, by id."""
    found: dict[str, str] = {}
    _collect(document, "", found)
    return found


def _collect(part: Part, path: str, found: dict[str, str]) -> None:
    for slot in slots(type(part)):
        value, place = getattr(part, slot.name), f"{path}.{slot.name}" if path else slot.name
        inner = named(value) if slot.sort is Sort.PARTS else {"": value} if isinstance(value, Part) else {}
        for name, item in inner.items():
            where = f"{place}[{name}]" if name else place
            if hasattr(item, "id"):
                found.setdefault(item.id, where)
            _collect(item, where, found)


def _step(found: Any, name: str, listed: bool, seen: str) -> Any:
    if listed and isinstance(found, tuple):
        items = named(found) if all(isinstance(item, Part) for item in found) else {}
        if name in items:
            return items[name]
        raise _missing(seen, name, list(items))
    if isinstance(found, Part) and not listed:
        if name in type(found).model_fields:
            return getattr(found, name)
        raise _missing(seen, name, _near(found, name))
    if isinstance(found, tuple) and found and all(isinstance(item, Part) for item in found):
        raise _missing(seen, name, list(named(found)))
    if isinstance(found, tuple) and name in (pairs := {p[0]: p[1] for p in found if isinstance(p, tuple)}):
        return pairs[name]
    raise _missing(seen, name, [])


def _near(holder: Part | type[Part], name: str) -> list[str]:
    """What may be meant by a name that a part has no field for: ids of the same family, or its fields."""
    kind = holder if isinstance(holder, type) else type(holder)
    fields = list(kind.model_fields)
    if not isinstance(holder, Document):
        return fields
    ids = list(places_of(holder))
    family, dash, _ = name.partition("-")
    if dash:
        same = [one for one in ids if one.startswith(f"{family}-")]
        return same or get_close_matches(name, [*fields, *ids], FEW) or fields
    # An id of a statement is a letter and a number; all else that stands alone is a field misspelt.
    close = get_close_matches(name, ids, FEW) if STATEMENT.fullmatch(name) else []
    return close or fields


def _missing(seen: str, name: str, known: list[str]) -> DocumentError:
    there = f"use one of: {', '.join(known)}" if known else "see what is there with custrata strategy show"
    return DocumentError(f"nothing is called {name!r} here", where=seen or "document", remedy=there)


def _walked(plain: Any, document: Document, steps: tuple[Step, ...]) -> tuple[Any, Slot | None]:
    """The plain values that hold the last step, and the field that it names, if it names one."""
    holder, found, slot = plain, document, None
    kind: type[Part] = Document
    seen = ""
    for place, (name, listed) in enumerate(steps):
        last = place == len(steps) - 1
        if not listed and not (slot and slot.sort is Sort.PAIRS):
            if slot and slot.sort is Sort.PARTS and isinstance(found, tuple):
                raise _missing(seen, name, list(named(found)))
            slot = slot_of(kind, name)
            if slot is None:
                raise _missing(seen, name, _near(document if kind is Document else kind, name))
        elif not listed:
            slot = None
        if last:
            return holder, slot
        value = found if slot is None else _step(found, name, listed, seen)
        if value is None:
            raise DocumentError(
                "nothing stands there yet",
                where=f"{seen}.{name}",
                remedy="set it as a whole: {kind: …, id: …}",
            )
        seen = f"{seen}[{name}]" if listed else f"{seen}.{name}" if seen else name
        holder = _inner(holder, name, listed, value, slot)
        found, kind = value, type(value) if isinstance(value, Part) else kind
    return holder, slot


def _inner(holder: Any, name: str, listed: bool, value: Any, slot: Slot | None) -> Any:
    """The plain values of a step; those that were left out because they hold their default are put there."""
    if listed:
        return holder[_place(holder, name)]
    empty: Any = (
        to_plain(value) if isinstance(value, Part) else {} if slot and slot.sort is Sort.PAIRS else []
    )
    return holder.setdefault(name, empty)


def _place(items: list[Any], name: str) -> int:
    """Where an item stands among plain items, by the name that its part has."""
    return [_label(item, number) for number, item in enumerate(items)].index(name)


def _label(item: dict[str, Any], number: int) -> str:
    known = (item.get(field) for field in ("id", "function", "name", "tier", "stage"))
    return next((str(value) for value in known if value), str(number))


def _set_item(items: list[Any], name: str, value: Any, path: str) -> None:
    if not isinstance(items, list):
        raise DocumentError("there is no list here", where=path, remedy="name a field with a point before it")
    if not all(isinstance(item, dict) for item in items):
        raise DocumentError("the list holds plain words", where=path, remedy="set the whole list: [one, two]")
    try:
        place = _place(items, name)
    except ValueError:
        place = len(items)
    if value is None:
        if place == len(items):
            raise DocumentError("there is nothing to take out", where=path, remedy="mind the spelling")
        del items[place]
        return
    if not isinstance(value, dict):
        raise DocumentError(
            "a part is a mapping", where=path, remedy="write {id: …, …}, or set one of its fields"
        )
    before = items[place] if place < len(items) else None
    items[place : place + 1] = [_with_owner({"id": name, **value}, before)]


def _with_owner(value: Any, before: Any) -> Any:
    """A mapping with the owner of the one whose place it takes, where it names none itself.

    Who answers for a thing, or is suggested to, does not change because the thing is written anew.
    """
    if not (isinstance(value, dict) and isinstance(before, dict)) or "owner" in value:
        return value
    if "owner" not in before or value.get("kind") != before.get("kind"):
        return value
    return {**value, "owner": before["owner"]}


def _text(written: str) -> str | None:
    """A text as it stands; a person writes null for none, and quotes for an empty one."""
    if written in ("null", "~"):
        return None
    return "" if written in ('""', "''") else written


def _yaml(written: str, path: str) -> Any:
    try:
        return parse(written).plain()
    except DocumentError as error:
        raise DocumentError(
            error.what, where=path, remedy="write a value as it stands in the strategy file"
        ) from error
