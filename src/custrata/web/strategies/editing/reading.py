"""What was typed into the form of a block, as the plain values that the block shall hold."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

from custrata.strategy.forms.shape import Slot, Sort, slots
from custrata.thousands import ungrouped
from custrata.web.strategies.editing.field import Typed, keys_of
from custrata.web.strategies.editing.fields import KINDS, kind_of
from custrata.web.strategies.editing.root import Root
from custrata.web.workspaces.typed import day

EMPTY = "write something here"


@dataclass(frozen=True)
class Reading:
    """What a form says.

    Attributes:
        plain: What the block shall hold, by field.
        typed: The texts as they were typed, and what is wrong with them.
    """

    plain: dict[str, Any]
    typed: Typed


def read(root: Root, data: QueryDict) -> Reading:
    """Read a form; a field that is not in it keeps what it holds.

    Args:
        root: The block as it stood when the form was made.
        data: What was sent: ``f:path`` a value, ``m:path`` a field of ticks, ``o:path`` the order of a list,
            ``n:path`` the kind of a new part, ``x:path`` a part that goes.
    """
    reader = _Reader(data)
    plain = reader.part(root.fields, copy.deepcopy(root.plain), "")
    return Reading(plain, Typed(reader.raw, reader.errors, reader.new))


@dataclass
class _Reader:
    data: QueryDict
    raw: dict[str, Any] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)

    def part(self, asked: tuple[Slot, ...], plain: dict[str, Any], before: str) -> dict[str, Any]:
        for slot in asked:
            path = before + slot.name
            if slot.sort is Sort.PARTS:
                self._list(slot, plain, path)
            elif slot.sort is Sort.PART:
                self._part(slot, plain, path)
            else:
                self._value(slot, plain, path)
        return plain

    def _part(self, slot: Slot, plain: dict[str, Any], path: str) -> None:
        if f"x:{path}" in self.data:
            plain.pop(slot.name, None)
            return
        held = plain.get(slot.name)
        if held is None and f"n:{path}" in self.data:
            held = self._begun(path)
        if held is None:
            if slot.default is None and not slot.required:
                return
            held = {}
        kind = kind_of(slot.kinds, held)
        found = self.part(slots(kind), held, f"{path}.")
        if found or slot.required:
            plain[slot.name] = found
        else:
            plain.pop(slot.name, None)

    def _begun(self, path: str) -> dict[str, Any]:
        """A part that was added: a statement with the id that the form gave it, or an empty one."""
        said = str(self.data[f"n:{path}"])
        word, _, key = said.partition(":")
        self.new[path] = said
        if word == "Figure":  # a number of a sentence is known by its name
            return {"name": key}
        begun: dict[str, Any] = {"kind": word} if word in KINDS else {}
        return begun | ({"id": key} if key else {})

    def _list(self, slot: Slot, plain: dict[str, Any], path: str) -> None:
        held: list[dict[str, Any]] = list(plain.get(slot.name, []))
        by_key = dict(zip(keys_of(held), held, strict=True))
        for name in self.data:
            found = re.fullmatch(rf"n:{re.escape(path)}\[([^\[\]]+)\]", name)
            if found and found.group(1) not in by_key:
                by_key[found.group(1)] = self._begun(name.removeprefix("n:"))
        order = [key for key in self.data.getlist(f"o:{path}") if key in by_key]
        # Who was saved by somebody else in between stands in no list of this form, and stays.
        order += [key for key in by_key if key not in order]
        gone = {key for key in by_key if f"x:{path}[{key}]" in self.data}
        items = [
            self.part(slots(kind_of(slot.kinds, by_key[key])), by_key[key], f"{path}[{key}].")
            for key in dict.fromkeys(order)
            if key not in gone
        ]
        if items:
            plain[slot.name] = items
        else:
            plain.pop(slot.name, None)

    def _value(self, slot: Slot, plain: dict[str, Any], path: str) -> None:
        if f"m:{path}" in self.data:
            raw: Any = self.data.getlist(f"f:{path}")
        elif f"f:{path}" in self.data:
            raw = str(self.data[f"f:{path}"]).replace("\r\n", "\n")
        else:
            return
        self.raw[path] = raw
        try:
            value = _parsed(slot, raw)
        except ValueError as error:
            self.errors[path] = str(error)
            return
        if value in (None, "") and slot.required and slot.sort is Sort.TEXT:
            self.errors[path] = EMPTY
        unsaid = value is None or (value == "" and slot.default is None and not slot.required)
        if unsaid or slot.spare(tuple(value) if isinstance(value, list) else value):
            plain.pop(slot.name, None)
        else:
            plain[slot.name] = value


def _parsed(slot: Slot, raw: Any) -> Any:
    """The value of a text; ValueError says what to write instead."""
    if isinstance(raw, list):
        return [one for one in raw if one]
    text = raw.strip()
    if slot.sort is Sort.TEXT:
        return text
    if slot.sort is Sort.WORDS:
        return [line.strip() for line in text.split("\n") if line.strip()]
    if slot.sort is Sort.PAIRS:
        return _pairs(text)
    if not text:
        return None
    if slot.sort is Sort.YES:
        return text == "yes"
    if slot.sort is Sort.DAY:
        return str(day(text))
    return _number(text, whole=slot.sort is Sort.WHOLE)


def _pairs(text: str) -> dict[str, str]:
    lines = [line for line in text.split("\n") if line.strip()]
    if any(":" not in line for line in lines):
        raise ValueError("write a line for each, as name: value")
    return {name.strip(): value.strip() for name, _, value in (line.rpartition(":") for line in lines)}


def _number(text: str, *, whole: bool) -> float | int:
    digits = ungrouped(text).replace("−", "-").replace(" ", "")
    share = digits.endswith("%")
    try:
        value = float(digits.removesuffix("%")) / (100 if share else 1)
    except ValueError:
        raise ValueError("write a number, such as 0.45 or 45%") from None
    if value != value or abs(value) == float("inf"):
        raise ValueError("write a number, such as 0.45 or 45%")
    if whole and not value.is_integer():
        raise ValueError("write a whole number")
    return int(value) if whole else value
