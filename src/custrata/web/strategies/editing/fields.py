"""A block as a tree of fields, each with its label, its help, what it holds and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.forms.shape import Slot, Sort, slots
from custrata.strategy.parts.part import Owner, Part
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal, ReadingKey
from custrata.strategy.revision.compare import words
from custrata.strategy.wording.spelling import spell
from custrata.web.strategies.editing.choices import OF_MEASURES, Option, chosen_from, measures
from custrata.web.strategies.editing.field import Field, Typed, keys_of
from custrata.web.strategies.editing.numbers import numbers_of
from custrata.web.strategies.editing.root import Root, one_of, singular

STATEMENTS = (Claim, Proposal, Gap)
FIXED = frozenset({"figures", "content", "snapshot", "kind", "id", "at_stake"})
"""Fields that forms keep as they are: ids, and what binds words to numbers."""

LONG = frozenset({"text", "minutes", "because", "learned", "set_up", "next_step", "answer", "question"})
"""Texts that take more than a line."""

KINDS: Mapping[str, type[Part]] = {"claim": Claim, "proposal": Proposal, "gap": Gap}


def fields_of(
    document: Document, root: Root, typed: Typed | None = None, snapshot: Snapshot | None = None
) -> tuple[Field, ...]:
    """The fields of a block.

    Args:
        document: The strategy, for what may be named.
        root: The block; ``root.plain`` is what it holds.
        typed: What a person typed over it.
        snapshot: Where the numbers of statements are read; None keeps them out of reach.
    """
    return _Fields(document, typed or Typed(), snapshot).part(root.kind, root.fields, root.plain, "")


def kind_of(kinds: tuple[type[Part], ...], plain: Mapping[str, Any]) -> type[Part]:
    """The kind of a part where several may stand."""
    return KINDS.get(str(plain.get("kind", "")), kinds[0]) if len(kinds) > 1 else kinds[0]


def adds(kinds: tuple[type[Part], ...], name: str) -> tuple[Option, ...]:
    """What may be added to a list, or put in a place."""
    if kinds and set(kinds) <= set(STATEMENTS):
        return tuple((word, one_of(word)) for word, kind in KINDS.items() if kind in kinds)
    return ((kinds[0].__name__, one_of(singular(name))),) if kinds else ()


@cache
def meaning(kind: type[Part], name: str) -> str:
    """What a field means, from the words at its kind."""
    doc = re.split(r"\n\s*Attributes:\n", kind.__doc__ or "", maxsplit=1)
    if len(doc) < 2:
        return ""
    found = re.search(rf"^\s*{name}: (.*?)(?=^\s*\w+: |\n\s*\n|\Z)", doc[1], re.MULTILINE | re.DOTALL)
    return re.sub(r"\s+", " ", found.group(1)).replace("``", "").strip() if found else ""


@dataclass(frozen=True)
class _Fields:
    document: Document
    typed: Typed
    snapshot: Snapshot | None = None

    def part(
        self, kind: type[Part], asked: tuple[Slot, ...], plain: Mapping[str, Any], before: str
    ) -> tuple[Field, ...]:
        return tuple(
            numbers_of(self.snapshot, plain, before + slot.name, self.typed)
            if self.snapshot is not None and slot.name == "figures"
            else self._field(kind, slot, plain, before + slot.name)
            for slot in asked
            if not _fixed(slot) or (self.snapshot is not None and slot.name == "figures")
        )

    def _field(self, kind: type[Part], slot: Slot, plain: Mapping[str, Any], path: str) -> Field:
        label, help_ = words(slot.name), meaning(kind, slot.name)
        if slot.sort is Sort.PARTS:
            return self._list(slot, plain.get(slot.name, []), path, label, help_)
        if slot.sort is Sort.PART:
            return self._part(slot, plain.get(slot.name), path, label, help_)
        return self._value(kind, slot, plain, path, label, help_)

    def _part(self, slot: Slot, plain: Any, path: str, label: str, help_: str) -> Field:
        if plain is None and slot.default is None and not slot.required:
            return Field(
                path, label, "absent", help_, adds=adds(slot.kinds, slot.name), error=self._error(path)
            )
        held = plain or {}
        kind = kind_of(slot.kinds, held)
        may_go = slot.default is None and not slot.required
        return self._whole(kind, held, path, label, help_, may_go=may_go)

    def _whole(
        self, kind: type[Part], plain: Mapping[str, Any], path: str, label: str, help_: str, *, may_go: bool
    ) -> Field:
        inner = self.part(kind, slots(kind), plain, f"{path}.")
        sort = "statement" if kind in STATEMENTS else "owner" if kind is Owner else "part"
        return Field(
            path,
            label,
            sort,
            help_,
            inner=inner,
            key=str(plain.get("id", "")),
            kind=_word(kind),
            notes=_notes(plain),
            required=not may_go,
            new=self.typed.new.get(path, ""),
            error=self._error(path),
        )

    def _list(self, slot: Slot, items: list[Any], path: str, label: str, help_: str) -> Field:
        inner = []
        for key, plain in zip(keys_of(items), items, strict=True):
            at, kind = f"{path}[{key}]", kind_of(slot.kinds, plain)
            name = _called(slot, kind, plain, key)
            found = self._whole(kind, plain, at, name, "", may_go=True)
            sort = "statement" if found.sort == "statement" else "item"
            inner.append(Field(**{**found.__dict__, "sort": sort, "key": key}))
        return Field(
            path,
            label,
            "parts",
            help_,
            inner=tuple(inner),
            adds=adds(slot.kinds, slot.name),
            error=self._error(path),
        )

    def _value(
        self, kind: type[Part], slot: Slot, plain: Mapping[str, Any], path: str, label: str, help_: str
    ) -> Field:
        held = plain.get(slot.name, slot.default)
        options = () if slot.name in OF_MEASURES else chosen_from(kind, slot.name, self.document)
        sort = _sort(slot, options)
        value = self.typed.raw.get(path, _shown(sort, held))
        if sort == "choice":
            options = _with_held(options, str(value or ""))
        return Field(
            path,
            label,
            sort,
            help_,
            value,
            options,
            "measures" if slot.name in OF_MEASURES else "",
            slot.required,
            self._error(path),
        )

    def _error(self, path: str) -> str:
        return self.typed.errors.get(path, "")


def suggestions(fields: Sequence[Field]) -> tuple[Option, ...]:
    """The measures, where a field of a form asks for one."""

    def asks(found: Sequence[Field]) -> bool:
        return any(f.listed == "measures" or asks(f.inner) for f in found)

    return measures() if asks(fields) else ()


def holds_numbers(found: Field) -> bool:
    """Whether a number of a sentence is asked for somewhere in a field."""
    return found.sort == "figure" or any(holds_numbers(inner) for inner in found.inner)


def _fixed(slot: Slot) -> bool:
    bound = slot.kinds and set(slot.kinds) <= {Figure, ReadingKey}
    # A capability has a kind that people choose; that of a statement says what it is.
    return slot.name in FIXED - {"kind"} or bool(bound) or (slot.name == "kind" and slot.default in KINDS)


def _called(slot: Slot, kind: type[Part], plain: Mapping[str, Any], key: str) -> str:
    """What an item of a list is called in the form."""
    if kind in STATEMENTS:
        return f"{_word(kind).capitalize()} {key}"
    said = str(plain.get("name") or plain.get("title") or "")
    return said or f"{singular(slot.name).capitalize()} {key}"


def _word(kind: type[Part]) -> str:
    return next((word for word, known in KINDS.items() if known is kind), "")


def _sort(slot: Slot, options: tuple[Option, ...]) -> str:
    if slot.sort is Sort.TEXT:
        if options:
            return "choice"
        return "long" if slot.name in LONG else "text"
    if slot.sort is Sort.WORDS:
        return "many" if options else "lines"
    return {
        Sort.WHOLE: "number",
        Sort.NUMBER: "number",
        Sort.YES: "yes",
        Sort.DAY: "day",
        Sort.PAIRS: "lines",
    }[slot.sort]


def _shown(sort: str, held: Any) -> Any:
    """What stands in a field before anybody types."""
    if sort == "many":
        return [str(one) for one in held or ()]
    if held is None:
        return ""
    if sort == "lines":
        pairs = held.items() if isinstance(held, Mapping) else None
        return "\n".join(f"{k}: {v}" for k, v in pairs) if pairs is not None else _lines(held)
    if sort == "yes":
        return "yes" if held else "no"
    return f"{held:g}" if isinstance(held, float) and held.is_integer() else str(held)


def _lines(held: Sequence[Any]) -> str:
    return "\n".join(": ".join(map(str, one)) if isinstance(one, list | tuple) else str(one) for one in held)


def _with_held(options: tuple[Option, ...], held: str) -> tuple[Option, ...]:
    """What stands there is never dropped because the list does not know it."""
    return options if not held or held in dict(options) else (*options, (held, held))


def _notes(plain: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What each placeholder of a sentence is: the number as written, and the measure it is read from."""
    return tuple(
        (f"{{{f['name']}}}", _note(f))
        for f in plain.get("figures", ())
        if isinstance(f, Mapping) and "name" in f
    )


def _note(figure: Mapping[str, Any]) -> str:
    written = spell(figure.get("value"), str(figure.get("unit", "")))
    where = ", ".join(f"{a} {b}" for a, b in dict(figure.get("segment") or {}).items())
    return f"{written}, {str(figure.get('measure', '')).replace('_', ' ')}{f', {where}' if where else ''}"
