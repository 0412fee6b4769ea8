"""Documents made by chance with a seed: every part of the form, with text that is hard on files."""

from __future__ import annotations

import datetime as dt
import random
import typing
from enum import Enum
from typing import Any

from custrata.strategy.document import Document
from custrata.strategy.forms.shape import Slot, Sort, slots
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim, Figure, Proposal

HARD = (
    "=1+1",
    "+SUM(A1:A9)",
    "@x",
    "-3",
    "2024-05-01",
    "1/2",
    "007",
    "1e5",
    "true",
    "null",
    "~",
    " blank before",
    "blank behind ",
    "two\nlines",
    "\n\nempty lines\n\n",
    "a | b",
    "`code` and ``more``",
    "# no heading",
    "- no item",
    "1. no item",
    "> no quote",
    "---",
    "***",
    "[no](link)",
    "![no](picture)",
    "<b>no tag</b>",
    "&amp; &#7; &empty;",
    "back\\slash\\",
    "end\\\n",
    "🚀 emoji 👩\u200d🚀",
    "עברית وعربي",
    "e\u0301 é",
    "bell \x07 and \x1f",
    "tab\there",
    "carriage\r\nreturn\r",
    "next \x85 line \u2028 and \u2029",
    "\ufeffmark",
    "_x000D_ and _x0041_",
    '"quoted"',
    "'quoted'",
    '{"json": [1]}',
    "[1, 2]",
    "key: value",
    "%",
    "12%",
    "~~gone~~",
    "**bold** _em_",
    "\u00a0hard blank\u00a0",
    "    four blanks",
    "| --- |",
    "\\[x\\]",
    "http://example.org/a_b_c",
    "“{braces” are odd}",
    "\ufffe\uffff",
    "…",
    "+",
    " ",
    "\t",
    "\n",
)
WORDS = ("gold", "Customers", "stay", "longer", "than", "before", "revenue", "new", "Zürich", "café", "2,400")
SPARSE = 0.45
"""How often a field that may be left out is given."""


class Chance:
    """Draws parts of a document.

    Args:
        seed: Equal seeds draw equal documents.
        plenty: How many items a list may have at most.
    """

    def __init__(self, seed: int, plenty: int = 2) -> None:
        self.dice = random.Random(seed)
        self.plenty = plenty
        self.count = 0

    def document(self) -> Document:
        """A document with a few of its parts, whose references hold."""
        plain = {"schema_version": 2, "company": self.text()}
        several = [slot for slot in slots(Document) if slot.holds_parts and slot.name != "insights"]
        for slot in self.dice.sample(several, k=self.dice.randint(2, 6)):
            plain[slot.name] = self.held(slot, Document)
        for name in ("currency", "snapshot"):
            plain[name] = self.text()
        plain |= {"as_of": self.day(), "revision": self.dice.randint(1, 10**6)}
        document = Document.model_validate(plain)
        claims = document.claims()[:2]
        if not claims:
            return document
        insight = next(slot for slot in slots(Document) if slot.name == "insights").kinds[0]
        leads = [{**self.part(insight), "claim": claim.id} for claim in claims]
        return Document.model_validate({**plain, "insights": leads})

    def part(self, kind: type[Part]) -> dict[str, Any]:
        """The values of a part of this kind."""
        if issubclass(kind, Claim | Proposal):
            return self.sentence(kind)
        if kind is Figure:
            return self.figure("value")
        plain = {}
        for slot in slots(kind):
            if slot.required or slot.name == "kind" or self.dice.random() < SPARSE:
                plain[slot.name] = self.held(slot, kind)
        if kind.__name__ == "Raci":
            plain["accountable"] = {"role": "x", "name": self.text()}
        return plain

    def sentence(self, kind: type[Part]) -> dict[str, Any]:
        """A claim or proposal whose placeholders are bound."""
        names = ["a", "share_2", "n"][: self.dice.randint(0, 3)]
        marks = ["{a}", "{share_2}", "{n|customer \\ is|customers [are]}"]
        text = " ".join([self.text(), *marks[: len(names)], self.text()]) or "x"
        plain = {
            "kind": kind.model_fields["kind"].default,
            "id": self.name(),
            "text": text,
            "figures": [self.figure(name) for name in names],
        }
        if kind is Claim:
            short = self.dice.choice(["", self.text()])
            return {**plain, "short": short, "topic": self.text(), "as_of": self.day(), "fresh_days": 31}
        return {**plain, "signed_on": self.day()}

    def figure(self, name: str) -> dict[str, Any]:
        """A figure with both sides of its threshold, or none."""
        plain = {slot.name: self.held(slot, Figure) for slot in slots(Figure) if self.dice.random() < SPARSE}
        plain |= {"name": name, "measure": self.text(), "threshold": None, "direction": None}
        if self.dice.random() < SPARSE:
            plain |= {"threshold": self.number(), "direction": "at least"}
        return plain

    def held(self, slot: Slot, kind: type[Part]) -> Any:
        """What a field may hold."""
        info = kind.model_fields[slot.name]
        if slot.name == "id":
            return self.name()
        if slot.sort is Sort.PART:
            return self.part(self.dice.choice(slot.kinds))
        if slot.sort is Sort.PARTS:
            return [self.part(self.dice.choice(slot.kinds)) for _ in range(self.dice.randint(0, self.plenty))]
        if slot.sort is Sort.PAIRS:
            return {
                self.text(): self.dice.randint(1, 7) if slot.name == "scores" else self.text()
                for _ in range(self.dice.randint(0, 2))
            }
        if slot.sort is Sort.WORDS:
            chosen = choices(typing.get_args(info.annotation)[0])
            return [self.word(chosen, "claim" in slot.name) for _ in range(self.dice.randint(0, 3))]
        return self.value(slot, info)

    def value(self, slot: Slot, info: Any) -> Any:
        """A value within the limits of its field."""
        if slot.sort is Sort.YES:
            return self.dice.random() < 0.5
        if slot.sort is Sort.DAY:
            return self.day() or dt.date(2024, 1, 31)
        if slot.sort in (Sort.WHOLE, Sort.NUMBER):
            low, high = limits(info)
            if slot.sort is Sort.WHOLE:
                return self.dice.randint(int(low), int(high))
            return self.number() if low == -9 else self.dice.uniform(low, min(high, 1e9))
        if chosen := choices(info.annotation):
            return self.dice.choice(chosen)
        if slot.name == "code":
            return "AB123"
        if kind_wants_id(slot, info):
            return self.name()
        return self.text() or "x"

    def word(self, chosen: list[Any], _: bool) -> str:
        """A word of a list: one of those allowed, else an id, which is fit for every list."""
        return self.dice.choice(chosen) if chosen else self.dice.choice([self.name(), "gold", "E_9"])

    def text(self) -> str:
        """Any text: empty, plain, hard, or long."""
        roll = self.dice.random()
        if roll < 0.1:
            return ""
        if roll < 0.5:
            return self.dice.choice(HARD).translate({123: "(", 125: ")"})
        words = " ".join(self.dice.choice(WORDS) for _ in range(self.dice.randint(1, 9)))
        return words * 1500 if roll > 0.9995 else words

    def name(self) -> str:
        """A fresh id."""
        self.count += 1
        return f"{self.dice.choice('EPGx')}{self.count}-{self.dice.choice(['a', 'B_', ''])}"

    def day(self) -> dt.date | None:
        """A day, now and then none."""
        return (
            None
            if self.dice.random() < 0.3
            else dt.date(1800, 1, 1) + dt.timedelta(self.dice.randint(0, 99999))
        )

    def number(self) -> float:
        """A number that is hard on files."""
        odd = (0.1 + 0.2, 1e300, -1e-300, 0.0, 1 / 3, 2**53 + 2.0, -12.5, 41.0, 5e-324, 123456789.123456789)
        return self.dice.choice(odd)


def choices(annotation: Any) -> list[Any]:
    """The values among which a field chooses; empty when any will do."""
    found: list[Any] = []
    for option in (annotation, *typing.get_args(annotation)):
        if isinstance(option, type) and issubclass(option, Enum):
            found += [member.value for member in option]
        elif typing.get_origin(option) is typing.Literal:
            found += list(typing.get_args(option))
    return found


def limits(info: Any) -> tuple[float, float]:
    """The lowest and highest value of a number."""
    marks = [*info.metadata, *_inner(info.annotation)]
    low = max((m.ge for m in marks if getattr(m, "ge", None) is not None), default=-9)
    high = min((m.le for m in marks if getattr(m, "le", None) is not None), default=10**6)
    return low, high


def _inner(annotation: Any) -> list[Any]:
    marks: list[Any] = []
    for option in (annotation, *typing.get_args(annotation)):
        for mark in getattr(option, "__metadata__", ()):
            marks += [mark, *getattr(mark, "metadata", ())]
    return marks


def kind_wants_id(slot: Slot, info: Any) -> bool:
    """Whether a text has to be an id."""
    return any(getattr(mark, "pattern", None) for mark in info.metadata)


def documents(count: int, *, seed: int = 0, plenty: int = 2) -> list[Document]:
    """So many documents."""
    return [Chance(seed + number, plenty).document() for number in range(count)]
