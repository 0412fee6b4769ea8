"""What changed between two versions of a strategy, matched by id and not by position."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from custrata.strategy.document import Document
from custrata.strategy.forms.shape import Slot, Sort, slots
from custrata.strategy.parts.canvas import TITLES, Block
from custrata.strategy.parts.part import Owner, Part
from custrata.strategy.parts.statement import Claim, Gap, Proposal, ReadingKey
from custrata.strategy.revision.matching import named

Statements = Claim | Proposal | Gap


class ChangeKind(StrEnum):
    """What happened at a place."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Change:
    """One difference.

    Attributes:
        path: Where it stands, as ``strategy set`` takes it.
        kind: Added, removed, changed, or moved within its list.
        was: The value or part before, None when it was not there; for a move the names of the list in order.
        now: The same afterwards.
        section: The part of the document, in words.
        part: What it belongs to, in words.
        field: What of it, as a path from the part; empty for the part itself.
        said: The sentence around it, before and after; None outside of statements.
        unit: Unit of a number; empty when it has none.
    """

    path: str
    kind: ChangeKind
    was: Any
    now: Any
    section: str
    part: str
    field: str = ""
    said: tuple[str, str] | None = None
    unit: str = ""

    @property
    def mirrored(self) -> Change:
        """The same difference read from the new version to the old one."""
        swapped = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
        said = (self.said[1], self.said[0]) if self.said else None
        kind = swapped.get(self.kind, self.kind)
        return replace(self, kind=kind, was=self.now, now=self.was, said=said)


@dataclass(frozen=True)
class _Place:
    """Where a comparison stands: path, and what it belongs to in words."""

    path: str = ""
    section: str = ""
    part: str = ""
    field: str = ""
    listed: bool = False
    said: tuple[str, str] | None = None
    currency: str = ""

    def at(self, name: str) -> _Place:
        """The place of a field or of an item of a list."""
        joint = "" if name.startswith("[") or not self.path else "."
        inner = "" if name.startswith("[") or not self.field else "."
        return replace(self, path=f"{self.path}{joint}{name}", field=f"{self.field}{inner}{name}")

    def change(self, kind: ChangeKind, was: Any, now: Any, unit: str = "") -> Change:
        """A difference at this place."""
        return Change(self.path, kind, was, now, self.section, self.part, self.field, self.said, unit)


def compare(before: Document, after: Document) -> tuple[Change, ...]:
    """Every difference between two versions, in the order of the document; none when they are equal.

    Args:
        before: The older version.
        after: The newer one.

    Example:
        >>> old, new = Document(schema_version=2, company="A"), Document(schema_version=2, company="B")
        >>> [(change.path, change.was, change.now) for change in compare(old, new)]
        [('company', 'A', 'B')]
    """
    currency = before.currency if before.currency == after.currency else ""
    return tuple(_parts_apart(before, after, _Place(currency=currency)))


def differences(before: Part, after: Part, name: str) -> tuple[Change, ...]:
    """Every difference between two states of one part.

    Args:
        before: The part before.
        after: The part afterwards, of the same kind.
        name: What it is called.
    """
    return tuple(_parts_apart(before, after, _Place(path=name, section=name, part=name, listed=True)))


def _parts_apart(a: Part, b: Part, place: _Place) -> Iterator[Change]:
    """The differences of two parts of one kind and name."""
    if isinstance(a, Statements) and isinstance(b, Statements):
        place = replace(place, said=(a.said(), b.said()), listed=True)
    for slot in slots(type(a)):
        was, now = getattr(a, slot.name), getattr(b, slot.name)
        if was != now:
            yield from _slot_apart(slot, was, now, _below(place, slot, b), _unit(slot, a, b, place.currency))


def _slot_apart(slot: Slot, was: Any, now: Any, place: _Place, unit: str) -> Iterator[Change]:
    if whole(slot):
        yield place.change(ChangeKind.CHANGED, was, now, unit)
    elif slot.sort is Sort.PARTS:
        yield from _lists_apart(was, now, place)
    elif was is None or now is None:
        yield place.change(ChangeKind.ADDED if was is None else ChangeKind.REMOVED, was, now)
    elif type(was) is not type(now) or _other(was, now):
        yield place.change(ChangeKind.CHANGED, was, now)
    else:
        yield from _parts_apart(was, now, place)


def _lists_apart(was: tuple[Part, ...], now: tuple[Part, ...], place: _Place) -> Iterator[Change]:
    old, new = named(was), named(now)
    for name, item in new.items():
        inner = _item(place, name, item)
        if name not in old:
            yield inner.change(ChangeKind.ADDED, None, item)
        elif type(old[name]) is not type(item):
            yield inner.change(ChangeKind.CHANGED, old[name], item)
        elif old[name] != item:
            yield from _parts_apart(old[name], item, inner)
    for name, item in old.items():
        if name not in new:
            yield _item(place, name, item).change(ChangeKind.REMOVED, item, None)
    if [name for name in old if name in new] != [name for name in new if name in old]:
        yield place.change(ChangeKind.MOVED, tuple(old), tuple(new))


def whole(slot: Slot) -> bool:
    """Whether what stands in a field is one thing to people, which changes as a whole.

    Args:
        slot: The field.
    """
    return not slot.holds_parts or slot.kinds in ((Owner,), (ReadingKey,))


def _other(was: Part, now: Part) -> bool:
    """Whether two parts in one place are two, not one that was edited; a block is its place."""
    return not isinstance(was, Block) and getattr(was, "id", None) != getattr(now, "id", None)


def _below(place: _Place, slot: Slot, part: Part) -> _Place:
    """The place of a field; a field of the document opens a section, a block is a part of its own."""
    inner = place.at(slot.name)
    value = getattr(part, slot.name)
    if not place.path:
        name = "Strategy" if whole(slot) else words(slot.name)
        return replace(inner, section=name, part=name, field=slot.name if whole(slot) else "")
    if isinstance(value, Block):
        return replace(inner, part=TITLES.get(slot.name, words(slot.name)), field="", listed=True)
    return inner


def _item(place: _Place, name: str, item: Part) -> _Place:
    """The place of an item; the outermost list gives the part its name."""
    inner = place.at(f"[{name}]")
    if place.listed or isinstance(item, Statements):
        return inner
    return replace(inner, part=called(item) or name, field="", listed=True)


def called(part: Part) -> str:
    """What people call a part; empty when it has only an id."""
    for name in ("name", "title", "channel", "function"):
        if isinstance(value := getattr(part, name, None), str) and value:
            return value
    return str(getattr(part, "tier", "") or getattr(part, "stage", "") or "").capitalize()


def words(name: str) -> str:
    """The name of a field with a capital letter.

    Example:
        >>> words("decision_rights")
        'Decision rights'
    """
    return name.replace("_", " ").capitalize()


SHARES = frozenset({("TargetShare", "value"), ("TierPolicy", "size")})
MONEY = frozenset({"amount", "cost", "budget", "money", "capacity_money"})
BASED = frozenset({("ScoreRow", "target"), ("KeyResult", "target")})
FIGURES = frozenset({"value", "tolerance", "threshold"})


def _unit(slot: Slot, a: Part, b: Part, currency: str) -> str:
    one, other = _unit_in(slot, a, currency), _unit_in(slot, b, currency)
    return one if one == other else ""


def _unit_in(slot: Slot, part: Part, currency: str) -> str:
    """The unit of a number, from its name, its kind, or the claim that says where it stands."""
    if slot.sort not in (Sort.WHOLE, Sort.NUMBER):
        return ""
    kind = type(part).__name__
    if (kind, slot.name) in SHARES:
        return "share"
    if slot.name in MONEY:
        return currency or "money"
    if (kind, slot.name) in BASED:
        base = getattr(part, "base", None)
        found = base.figure("base") if isinstance(base, Claim) else None
        return found.unit if found else ""
    if kind == "Figure" and slot.name in FIGURES:
        return str(getattr(part, "unit", ""))
    return next((word for word in ("months", "days", "years") if slot.name.endswith(word)), "")
