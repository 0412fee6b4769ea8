"""Two texts of one block side by side: where they differ, with what went and what came marked."""

from __future__ import annotations

import copy
import difflib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from custrata.strategy.revision.wording import spoken
from custrata.web.strategies.editing.field import keys_of

NOT_THERE = "(not there)"
WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Side:
    """One place at which two texts of a block differ.

    Attributes:
        path: Where, below the block; empty for the whole block.
        label: The same in words.
        theirs: What stands now, as text.
        mine: What was to be saved.
        kept: What stayed and went of theirs, marked.
        came: What stayed and came in mine, marked.
        plain: Whether both are texts, so that a third can be written.
    """

    path: str
    label: str
    theirs: str
    mine: str
    kept: SafeString
    came: SafeString
    plain: bool


def sides(theirs: Any, mine: Any) -> tuple[Side, ...]:
    """Where two texts of a block differ.

    Args:
        theirs: The block as it stands; None where it is gone.
        mine: The block as it was to be saved.
    """
    return tuple(_side(path, was, now) for path, was, now in _apart(theirs, mine, ""))


def settled(theirs: Any, mine: Any, choices: Mapping[str, str], own: Mapping[str, str]) -> Any:
    """The block that choices between two texts make.

    Args:
        theirs: The block as it stands.
        mine: The block as it was to be saved.
        choices: ``mine``, ``theirs`` or ``own`` by path; mine where nothing is said.
        own: Texts written by hand, by path.
    """
    made = copy.deepcopy(mine)
    for path, was, _ in _apart(theirs, mine, ""):
        choice = choices.get(path, "mine")
        if choice == "mine":
            continue
        value = own.get(path, "").replace("\r\n", "\n") if choice == "own" else copy.deepcopy(was)
        made = value if not path else _put(made, path, value)
    return made


def marked(was: str, now: str) -> tuple[SafeString, SafeString]:
    """Two texts with what went and what came marked.

    Args:
        was: The one.
        now: The other.

    Example:
        >>> marked("two weeks", "three weeks")[1]
        '<ins>three</ins> weeks'
    """
    old, new = WORD.findall(was), WORD.findall(now)
    left: list[str] = []
    right: list[str] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            left.append(format_html("{}", gone))
            right.append(format_html("{}", came))
            continue
        left += [format_html("<del>{}</del>", gone)] if gone else []
        right += [format_html("<ins>{}</ins>", came)] if came else []
    return mark_safe("".join(left)), mark_safe("".join(right))


def _side(path: str, was: Any, now: Any) -> Side:
    theirs, mine = _text(was), _text(now)
    kept, came = marked(theirs, mine)
    both = isinstance(was, str) and isinstance(now, str)
    return Side(path, spoken(path) or "the whole block", theirs, mine, kept, came, both)


def _apart(was: Any, now: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    if was == now:
        return
    if isinstance(was, dict) and isinstance(now, dict):
        for name in dict.fromkeys((*was, *now)):
            yield from _apart(was.get(name), now.get(name), f"{path}.{name}" if path else name)
    elif _parts(was) and _parts(now):
        old, new = (dict(zip(keys_of(items), items, strict=True)) for items in (was, now))
        for key in dict.fromkeys((*old, *new)):
            yield from _apart(old.get(key), new.get(key), f"{path}[{key}]")
    else:
        yield path, was, now


def _parts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _put(made: Any, path: str, value: Any) -> Any:
    """The block with a value at a path, or without it where the value is None."""
    steps = re.findall(r"([^.\[\]]+)|\[([^\]]*)\]", path)
    made = {} if made is None else made
    holder = made
    for at, (name, key) in enumerate(steps):
        last = at == len(steps) - 1
        if name:
            if last:
                if value is None:
                    holder.pop(name, None)
                else:
                    holder[name] = value
            else:
                holder = holder.setdefault(name, [] if steps[at + 1][1] else {})
        else:
            keys = keys_of(holder)
            place = keys.index(key) if key in keys else len(holder)
            if not last:
                holder = holder[place]
            elif value is None:
                del holder[place : place + 1]
            else:
                holder[place : place + 1] = [value]
    return made


def _text(value: Any) -> str:
    if value is None:
        return NOT_THERE
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "\n".join(value)
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        return str(value["text"])
    return json.dumps(value, ensure_ascii=False, indent=1) if isinstance(value, dict | list) else str(value)
