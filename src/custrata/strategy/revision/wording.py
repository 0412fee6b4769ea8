"""Differences in words: one line for each part, with what changed in it."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import Any

from custrata.strategy.parts.part import Owner, Part
from custrata.strategy.parts.statement import Claim, Gap, Proposal, ReadingKey
from custrata.strategy.revision.compare import Change, ChangeKind, called
from custrata.strategy.wording.spelling import is_money, spell

ARROW = "→"
NOTHING = "nothing"
RANKED = frozenset({"insights", "benefits", "pains", "outcomes"})
"""Lists whose order says what comes first."""

SAID = re.compile(r"(^|\.)(text|waits_for|figures\[[^\]]*\](\.(value|unit))?)$")
"""Fields of a statement that the sentence itself shows."""

SPOKEN = {
    "share_targeted.value": "target share",
    "share_targeted.in_months": "target share reached in",
    "share_targeted.basis": "basis of the target share",
    "intent.intent": "intent",
    "intent.emphasised": "emphasised",
    "as_of": "data as of",
    "months": "length",
    "in_months": "within",
    "starts_in_months": "starts in",
    "runs_months": "runs for",
    "for_months": "holds for",
    "primary_months": "primary for",
    "vision_years": "vision",
    "effort_days": "effort",
    "fresh_days": "fresh for",
    "every_days": "every",
}
SINGULAR = {
    "needs": "need",
    "hunches": "hunch",
    "buys": "buys",
    "says": "says",
    "thinks": "thinks",
    "does": "does",
    "feels": "feels",
}
COUNTED = frozenset({"months", "days", "years"})


@dataclass(frozen=True)
class Line:
    """What changed in one part.

    Attributes:
        section: The section of the document.
        part: The part, as people call it.
        told: What changed in it, each difference once.
    """

    section: str
    part: str
    told: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.part}: {'; '.join(self.told)}"


def lines(changes: Iterable[Change]) -> tuple[Line, ...]:
    """The differences in words, one line for each part, in the order of the document.

    Args:
        changes: What :func:`custrata.strategy.revision.compare.compare` found.
    """
    found: dict[tuple[str, str, str], list[Change]] = {}
    for change in changes:
        place = change.path.removesuffix(change.field).rstrip(".") if change.field else change.path
        found.setdefault((change.section, place, change.part), []).append(change)
    told = [Line(section, part, tuple(_told(inner))) for (section, _, part), inner in found.items()]
    return tuple(line for line in told if line.told)


def sections(changes: Iterable[Change]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """The lines under the sections of the document that they belong to.

    Args:
        changes: What was found.
    """
    by_section = groupby(sorted(lines(changes), key=_Order(changes)), key=lambda line: line.section)
    return tuple((section, tuple(inner)) for section, inner in by_section)


def as_json(change: Change) -> dict[str, str]:
    """A difference as plain words, as ``custrata strategy compare --json`` prints it.

    Args:
        change: The difference.
    """
    return {
        "path": change.path,
        "kind": str(change.kind),
        "section": change.section,
        "part": change.part,
        "field": spoken(change.field),
        "was": in_words(change.was, change.unit),
        "now": in_words(change.now, change.unit),
    }


class _Order:
    """Sections in the order in which they first come."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._places: Mapping[str, int] = {}
        places: dict[str, int] = {}
        for change in changes:
            places.setdefault(change.section, len(places))
        self._places = places

    def __call__(self, line: Line) -> int:
        return self._places[line.section]


def _told(changes: list[Change]) -> Iterator[str]:
    said: set[str] = set()
    for change in changes:
        if change.said is None or change.said[0] == change.said[1] or not SAID.search(change.field):
            yield from _one(change)
            continue
        statement = re.sub(r"(^|\.)(text|waits_for|figures\[.*)$", "", change.field)
        if statement not in said:
            said.add(statement)
            name = spoken(statement)
            yield f"{name + ': ' if name else ''}“{change.said[0]}” {ARROW} “{change.said[1]}”"


def _one(change: Change) -> Iterator[str]:
    name = spoken(change.field)
    before = f"{name}: " if name else ""
    if change.kind is ChangeKind.MOVED:
        yield from _moves(change)
    elif change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED):
        part = change.was if change.now is None else change.now
        what = described(part) if name else _sentence(part)
        yield f"{name} {change.kind}{': ' if name and what else ' ' if what else ''}{what}".strip()
    elif isinstance(change.was, tuple) and isinstance(change.now, tuple):
        yield before + _lists(change.was, change.now)
    else:
        was, now = in_words(change.was, change.unit), in_words(change.now, change.unit)
        if was == now:
            was, now = str(change.was), str(change.now)
        yield (
            f"{name} {was} {ARROW} {now}"
            if name and len(was) + len(now) < 60
            else f"{before}{was} {ARROW} {now}"
        )


def _moves(change: Change) -> Iterator[str]:
    """Items that have another rank among those that were there before; nothing where order says nothing."""
    if change.path.rsplit(".", 1)[-1] not in RANKED:
        return
    was, now = list(change.was), list(change.now)
    kept = _longest_rising([was.index(name) for name in now if name in was])
    for place, name in enumerate(now):
        if name in was and was.index(name) not in kept:
            yield f"{name} moved from {ordinal(was.index(name) + 1)} to {ordinal(place + 1)}"


def _longest_rising(numbers: list[int]) -> frozenset[int]:
    """The most numbers that already stand in order: these did not move, the others did."""
    ends: list[int] = []
    rows: list[list[int]] = []
    for number in numbers:
        at = bisect_left(ends, number)
        row = [*(rows[at - 1] if at else []), number]
        ends[at : at + 1], rows[at : at + 1] = [number], [row]
    return frozenset(rows[-1]) if rows else frozenset()


def _lists(was: tuple[Any, ...], now: tuple[Any, ...]) -> str:
    if _paired(was) or _paired(now):
        return _pairs(dict(was), dict(now))
    added, gone = [v for v in now if v not in was], [v for v in was if v not in now]
    told = [f"{word} {_several(values)}" for word, values in (("added", added), ("removed", gone)) if values]
    return ", ".join(told) or f"{_several(was)} {ARROW} {_several(now)}"


def _paired(values: tuple[Any, ...]) -> bool:
    return any(isinstance(value, tuple) for value in values)


def _pairs(was: dict[str, Any], now: dict[str, Any]) -> str:
    told = [
        f"{name} {in_words(was.get(name))} {ARROW} {in_words(now.get(name))}"
        for name in {**was, **now}
        if was.get(name) != now.get(name)
    ]
    return ", ".join(told) or f"{_several(was)} {ARROW} {_several(now)}"


def _several(values: Iterable[Any]) -> str:
    return ", ".join(in_words(value) for value in values) or NOTHING


def in_words(value: Any, unit: str = "") -> str:
    """A value as people say it.

    Args:
        value: The value, or a whole part.
        unit: Unit of a number; empty when it has none.

    Example:
        >>> in_words(0.22, "share"), in_words(None), in_words("two words")
        ('22%', 'nothing', '“two words”')
    """
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _number(value, unit)
    if isinstance(value, Owner):
        role = f" ({value.role} suggested)" if value.role else ""
        return str(value) if value.assigned else f"open{role}"
    if isinstance(value, ReadingKey):
        return " ".join([value.measure, *(f"{a} {b}" for a, b in value.segment)])
    if isinstance(value, Part):
        return described(value)
    if isinstance(value, tuple):
        return _several(f"{v[0]} {v[1]}" if isinstance(v, tuple) else v for v in value)
    if isinstance(value, Enum | dt.date):
        return str(value)
    text = str(value)
    return NOTHING if not text else f"“{text}”" if re.search(r"\s", text) else text


def _number(value: float, unit: str) -> str:
    if not unit:
        return f"{value:,}" if isinstance(value, int) else spell(value, "points")
    told = spell(value, unit)
    if unit in COUNTED:
        return f"{told} {unit.removesuffix('s') if told == '1' else unit}"
    return told if unit in ("share", "ratio", "points") or is_money(unit) else f"{told} {unit}"


def described(part: Part) -> str:
    """A whole part in a few words: its sentence, its name, or both.

    Args:
        part: The part.

    Example:
        >>> described(Gap(id="G1", text="Needs are not known.", waits_for="a survey"))
        'gap “Needs are not known. Waits for a survey.”'
    """
    said, name = _sentence(part), called(part) or getattr(part, "id", "")
    if isinstance(part, Claim | Proposal | Gap):
        return f"{part.kind} {said}"
    return f"{name} ({said})" if said and name else name or said


def _sentence(part: Part) -> str:
    """The sentence of a statement, or the first one in a part; empty when it has none."""
    inner = (part, *(getattr(part, name) for name in type(part).model_fields))
    return next((f"“{item.said()}”" for item in inner if isinstance(item, Claim | Proposal | Gap)), "")


def spoken(field: str) -> str:
    """A path below a part in words.

    Args:
        field: Such as ``needs[E04].owner``.

    Example:
        >>> spoken("share_targeted.value"), spoken("needs[E04].owner"), spoken("statements[E01]")
        ('target share', 'need E04, owner', 'E01')
    """
    if field in SPOKEN:
        return SPOKEN[field]
    steps = re.findall(r"([a-z_]+)(?:\[([^\]]*)\])?", field)
    told = [_step(name, label) for name, label in steps]
    return ", ".join(word for word in told if word)


def _step(name: str, label: str) -> str:
    if name in ("statement", "statements"):
        return label
    if label:
        return f"{SINGULAR.get(name, name.removesuffix('s'))} {label}".replace("_", " ")
    return SPOKEN.get(name, name.replace("_", " "))


def ordinal(place: int) -> str:
    """A rank in letters and digits.

    Example:
        >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 22)]
        ['1st', '2nd', '3rd', '4th', '11th', '22nd']
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th") if place % 100 not in (11, 12, 13) else "th"
    return f"{place}{ending}"
