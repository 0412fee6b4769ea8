"""A form that is reshaped before it is saved: a part more, a part up or down."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from custrata.web.strategies.editing.field import Typed, keys_of
from custrata.web.strategies.editing.fields import KINDS
from custrata.web.strategies.editing.reading import Reading
from custrata.web.strategies.editing.root import Root

NUMBER = "Figure"
"""The kind of a number in a sentence."""

LETTERS = {"claim": "E", "proposal": "P", "gap": "G"}
"""How the ids of statements begin."""


def reshaped(root: Root, reading: Reading, wish: str) -> Reading | None:
    """The form with what a button asked for; None where it asked for nothing.

    Args:
        root: The block.
        reading: What was typed; all of it is kept.
        wish: ``add:path:kind``, ``up:path[key]`` or ``down:path[key]``; ``again`` for the form as typed.
    """
    verb, _, rest = wish.partition(":")
    if verb == "again":
        return reading
    if verb == "add":
        path, _, kind = rest.rpartition(":")
        return _added(root, reading, path, kind)
    if verb in ("up", "down"):
        return _moved(reading, rest, -1 if verb == "up" else 1)
    return None


def fresh_id(kind: str) -> str:
    """An id for a statement that nobody else takes at the same moment.

    Args:
        kind: Claim, proposal or gap.
    """
    return f"{LETTERS.get(kind, 'N')}{uuid4().int % 100_000:05}"


def _added(root: Root, reading: Reading, path: str, kind: str) -> Reading:
    plain = copy.deepcopy(reading.plain)
    holder, name = _holder(plain, path)
    if holder is None:
        return reading
    if kind == NUMBER:
        return _number_added(reading, plain, holder, path)
    begun: dict[str, Any] = {"kind": kind, "id": fresh_id(kind)} if kind in KINDS else {"id": fresh_id("")}
    word = f"{begun.get('kind', kind)}:{begun['id']}"
    if _lists(root, path):
        holder.setdefault(name, []).append(begun)
        at = f"{path}[{begun['id']}]"
    else:
        holder[name] = begun if kind in KINDS else {}
        at, word = path, word if kind in KINDS else kind
    return Reading(plain, Typed(reading.typed.raw, {}, {**reading.typed.new, at: word}))


def _number_added(reading: Reading, plain: dict[str, Any], holder: dict[str, Any], path: str) -> Reading:
    """A number more, with its place at the end of the sentence, from where a person moves it."""
    taken = {str(one.get("name", "")) for one in holder.get("figures", [])}
    name = next(
        word for n in range(1, len(taken) + 2) if (word := f"number{n if n > 1 else ''}") not in taken
    )
    holder.setdefault("figures", []).append({"name": name, "measure": ""})
    text, stop = str(holder.get("text", "")).rstrip(), ""
    if text.endswith("."):
        text, stop = text[:-1], "."
    holder["text"] = f"{text} {{{name}}}{stop}".lstrip()
    at = f"{path.rpartition('.')[0]}.text" if "." in path else "text"
    raw = {**reading.typed.raw, at: holder["text"]}
    new = {**reading.typed.new, f"{path}[{name}]": f"{NUMBER}:{name}"}
    return Reading(plain, Typed(raw, {}, new))


def _moved(reading: Reading, path: str, step: int) -> Reading:
    listed, _, key = path.removesuffix("]").rpartition("[")
    plain = copy.deepcopy(reading.plain)
    holder, name = _holder(plain, listed)
    items = holder.get(name, []) if holder is not None else []
    keys = keys_of(items)
    if key in keys:
        at = keys.index(key)
        to = min(max(at + step, 0), len(items) - 1)
        items.insert(to, items.pop(at))
    return Reading(plain, Typed(reading.typed.raw, {}, reading.typed.new))


def _holder(plain: dict[str, Any], path: str) -> tuple[dict[str, Any] | None, str]:
    """The mapping that holds the last name of a path; None where the path leads nowhere."""
    *steps, (last, _) = re.findall(r"([^.\[\]]+)|\[([^\]]*)\]", path) or [("", "")]
    found: Any = plain
    for name, key in steps:
        if name:
            found = found.setdefault(name, {}) if isinstance(found, dict) else None
        elif isinstance(found, list):
            by_key: Mapping[str, Any] = dict(zip(keys_of(found), found, strict=True))
            found = by_key.get(key)
        if found is None:
            return None, last
    return (found, last) if isinstance(found, dict) and last else (None, last)


def _lists(root: Root, path: str) -> bool:
    """Whether a list stands at a path, by the form of the block."""
    from custrata.strategy.forms.shape import Sort, slots
    from custrata.web.strategies.editing.fields import kind_of

    asked, plain, slot = root.fields, root.plain, None
    for name in re.findall(r"(?:^|\.)([^.\[\]]+)", re.sub(r"\[[^\]]*\]", "", path)):
        slot = next((one for one in asked if one.name == name), None)
        if slot is None:
            return False
        asked, plain = (slots(kind_of(slot.kinds, {})), {}) if slot.kinds else ((), plain)
    return slot is not None and slot.sort is Sort.PARTS
