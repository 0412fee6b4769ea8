"""What becomes of two edits of one strategy: a three-way merge by block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from custrata.strategy.document import Document, Horizon
from custrata.strategy.forms.shape import Slot, Sort, inline, slots
from custrata.strategy.parts.canvas import Block
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.strategy.revision.compare import whole
from custrata.strategy.revision.matching import named
from custrata.strategy.revision.order import merged_order

BOTH = "both changed it, in different ways"
GONE_HERE = "mine takes it out, theirs changed it"
GONE_THERE = "theirs takes it out, mine changed it"
NEW = "both put something new there"
RANK = "both changed the order, in different ways"
SAME_ID = "both gave one id to different parts; mine keeps it"


@dataclass(frozen=True)
class Conflict:
    """A place where a person has to choose.

    Attributes:
        path: Where it stands.
        base: What stood there before both edits; None when nothing did.
        mine: What one side made of it, None when it took it out; what is not in dispute is as in the base.
        theirs: What the other side made of it.
        why: What happened, in words.
    """

    path: str
    base: Any
    mine: Any
    theirs: Any
    why: str


@dataclass(frozen=True)
class Merged:
    """What came of a merge.

    Attributes:
        document: Both edits together; where they are in conflict it holds mine.
        conflicts: Where a person has to choose.
    """

    document: Document
    conflicts: tuple[Conflict, ...]


def merge(base: Document, mine: Document, theirs: Document) -> Merged:
    """Both edits of a strategy in one document.

    A block is the smallest part with an id, or a single field of what there is once. Edits of different
    blocks live both; a block that both changed in different ways is a conflict, and so is an edit against a
    deletion.

    Args:
        base: What both began with.
        mine: One edit; it stands where there is a conflict.
        theirs: The other edit.

    Example:
        >>> base = Document(schema_version=2, company="A")
        >>> mine, theirs = (base.model_copy(update=u) for u in ({"company": "B"}, {"currency": "EUR"}))
        >>> merged = merge(base, mine, theirs)
        >>> merged.document.company, merged.document.currency, merged.conflicts
        ('B', 'EUR', ())
    """
    conflicts: list[Conflict] = []
    fields = _fields(base, mine, theirs, "", conflicts, apart=True)
    # A counter is no text: both counted on from the same number.
    fields["revision"] = _either(base.revision, mine.revision, theirs.revision, max)
    conflicts = [conflict for conflict in conflicts if conflict.path != "revision"]
    return _valid(fields, base, mine, theirs, conflicts)


def _fields(
    b: Part, m: Part, t: Part, path: str, conflicts: list[Conflict], *, apart: bool
) -> dict[str, Any]:
    """The fields of a part; the values of a block stand or fall together, those of other parts each alone."""
    fields: dict[str, Any] = {}
    own = [slot for slot in slots(type(m)) if not _nested(slot)]
    groups = [[slot] for slot in own] if apart else [own]
    for group in groups:
        names = [slot.name for slot in group]
        old, ours, others = ({name: getattr(side, name) for name in names} for side in (b, m, t))
        chosen = _either(old, ours, others)
        if chosen is None:
            place = _join(path, names[0]) if apart else path
            conflicts.append(_dispute(place, b, m, t, names[0] if apart else "", BOTH))
        fields |= ours if chosen is None else chosen
    for slot in slots(type(m)):
        if _nested(slot):
            sides = (getattr(b, slot.name), getattr(m, slot.name), getattr(t, slot.name))
            several = slot.sort is Sort.PARTS
            fields[slot.name] = (_lists if several else _one)(*sides, _join(path, slot.name), conflicts)
    return fields


def _one(b: Any, m: Any, t: Any, path: str, conflicts: list[Conflict]) -> Any:
    """What becomes of a part, or of its absence."""
    if m == t or t == b:
        return m
    if m == b:
        return t
    if _same_block(b, m, t):
        apart = "id" not in type(m).model_fields and "[" not in path
        return m.model_copy(update=_fields(b, m, t, path, conflicts, apart=apart))
    why = GONE_HERE if m is None else GONE_THERE if t is None else NEW if b is None else BOTH
    conflicts.append(Conflict(path, b, m, t, why))
    return m


def _lists(b: Any, m: Any, t: Any, path: str, conflicts: list[Conflict]) -> tuple[Part, ...]:
    old, ours, others = named(b), named(m), named(t)
    kept: dict[str, Part] = {}
    for name in {**ours, **others, **old}:
        item = _one(old.get(name), ours.get(name), others.get(name), f"{path}[{name}]", conflicts)
        if item is not None:
            kept[name] = item
    order, fought = merged_order(list(old), list(ours), list(others), frozenset(kept))
    if fought:
        conflicts.append(Conflict(path, tuple(old), tuple(ours), tuple(others), RANK))
    return tuple(kept[name] for name in order)


def _same_block(b: Any, m: Any, t: Any) -> bool:
    """Whether three parts are one, so that what lies inside can be merged; a statement is the smallest."""
    if not isinstance(b, Part) or not isinstance(m, type(b)) or not isinstance(t, type(b)):
        return False
    if isinstance(b, Claim | Proposal | Gap):
        return False
    same = len({getattr(side, "id", None) for side in (b, m, t)}) == 1
    return same or isinstance(b, Block)


def _nested(slot: Slot) -> bool:
    """Whether what stands in a field is a block of its own, or holds some."""
    # The horizon has no id, and is no part of a block: its fields are merged each alone.
    return slot.kinds == (Horizon,) or not (whole(slot) or inline(slot) or slot.kinds == (Figure,))


def _either(b: Any, m: Any, t: Any, otherwise: Any = None) -> Any:
    if m == t or t == b:
        return m
    return t if m == b else otherwise(m, t) if otherwise else None


def _dispute(path: str, b: Part, m: Part, t: Part, field: str, why: str) -> Conflict:
    if field:
        return Conflict(path, getattr(b, field), getattr(m, field), getattr(t, field), why)
    agreed = {slot.name: getattr(b, slot.name) for slot in slots(type(b)) if _nested(slot)}
    return Conflict(path, b, m.model_copy(update=agreed), t.model_copy(update=agreed), why)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _valid(
    fields: dict[str, Any], base: Document, mine: Document, theirs: Document, conflicts: list[Conflict]
) -> Merged:
    """A document that holds together; ids that both gave away anew stay with mine."""
    try:
        return Merged(Document(**fields), tuple(conflicts))
    except ValidationError:
        whole_fields = base.model_copy(update=fields)
    clashes = list(_clashes(whole_fields, mine, theirs))
    doomed = {place for place, _ in clashes}
    try:
        left = {
            slot.name: _pruned_field(slot, getattr(whole_fields, slot.name), slot.name, doomed)
            for slot in slots(Document)
        }
        return Merged(Document(**left), (*conflicts, *(conflict for _, conflict in clashes)))
    except ValidationError as error:
        why = error.errors()[0]["msg"].removeprefix("Value error, ")
        return Merged(mine, (*conflicts, Conflict("", base, mine, theirs, f"together they hold {why}")))


def _clashes(merged: Document, mine: Document, theirs: Document) -> Iterator[tuple[str, Conflict]]:
    """Parts of theirs whose id mine has given to another part, with the place that has to go."""
    counted = Counter(part.id for _, part in _identified(merged))
    ours, others = ({part.id: (path, part) for path, part in _identified(side)} for side in (mine, theirs))
    for path, part in _identified(merged):
        name = part.id
        if counted[name] > 1 and name in ours and name in others and path != ours[name][0]:
            places = " and ".join(sorted((ours[name][0], path)))
            yield path, Conflict(places, None, ours[name][1], others[name][1], SAME_ID)


def _identified(part: Part, path: str = "") -> Iterator[tuple[str, Any]]:
    for slot in slots(type(part)):
        value, place = getattr(part, slot.name), _join(path, slot.name)
        inner = named(value) if slot.sort is Sort.PARTS else {"": value} if isinstance(value, Part) else {}
        for name, item in inner.items():
            where = f"{place}[{name}]" if name else place
            if hasattr(item, "id") and not isinstance(item, Block):
                yield where, item
            yield from _identified(item, where)


def _pruned_field(slot: Slot, value: Any, path: str, doomed: set[str]) -> Any:
    if isinstance(value, tuple) and slot.sort is Sort.PARTS:
        left = (_pruned(item, f"{path}[{name}]", doomed) for name, item in named(value).items())
        return tuple(item for item in left if item is not None)
    return _pruned(value, path, doomed) if isinstance(value, Part) else value


def _pruned(part: Part, path: str, doomed: set[str]) -> Part | None:
    """A part without the places that have to go; None when it cannot be without one of them."""
    if path in doomed:
        return None
    fields = {
        slot.name: _pruned_field(slot, getattr(part, slot.name), _join(path, slot.name), doomed)
        for slot in slots(type(part))
        if slot.holds_parts
    }
    needed = [slot.name for slot in slots(type(part)) if slot.required and slot.sort is Sort.PART]
    return None if any(fields[name] is None for name in needed) else part.model_copy(update=fields)
