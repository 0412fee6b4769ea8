"""From Markdown to document: headings, labels and codes say where the words belong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from custrata.errors import DocumentError
from custrata.strategy.document import Document
from custrata.strategy.forms.markdown.inline import PLACEHOLDER, unescaped
from custrata.strategy.forms.markdown.writing import UNNAMED, reads_as, title_slot, words
from custrata.strategy.forms.plain import from_plain
from custrata.strategy.forms.shape import Slot, Sort, blank, inline, leaves, put, slots
from custrata.strategy.parts.part import Part
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.strategy.text.nodes import resolve

HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
MARK = re.compile(r"(?:^|[ \t])`([^`]+)`$")
STATEMENT = re.compile(
    r"\*\*(?:([^*`,]+), )?(claim|proposal|gap) `([^`]+)`\.\*\*[ \t]?(.*)", re.DOTALL | re.IGNORECASE
)
BULLET = re.compile(r"[-*+] \*\*([^*`]+?)(?: `([^`]+)`)?:\*\*[ \t]?(.*)", re.DOTALL)
WORD = re.compile(r"[ \t]+(?:[-*+]|\d{1,3}[.)]) (.*)", re.DOTALL)
BEGINS = re.compile(r"#{1,6}[ \t]|\*\*|[ \t]*[-*+] |[ \t]+\d{1,3}[.)] ")
KINDS: dict[str, type[Part]] = {"claim": Claim, "proposal": Proposal, "gap": Gap}


@dataclass
class Place:
    """Where the words that come next belong.

    Attributes:
        level: Level of the heading.
        kind: Kind of the part.
        plain: Its plain values so far.
        listed: The list of parts that the heading names, instead of a part.
        said: The statement that was read last; list items belong to it.
        words: The list of texts that was begun last.
    """

    level: int
    kind: type[Part]
    plain: dict[str, Any]
    listed: Slot | None = None
    said: tuple[type[Part], dict[str, Any]] | None = None
    words: list[str] | None = None

    @property
    def part(self) -> tuple[type[Part], dict[str, Any]]:
        """Kind and values of what list items belong to."""
        return self.said or (self.kind, self.plain)


def from_markdown(text: str) -> Document:
    """The document that a Markdown text holds.

    Args:
        text: As :func:`custrata.strategy.forms.markdown.writing.to_markdown` writes it, edited or not.

    Raises:
        DocumentError: A line has no place in the document, or the values hold no strategy.
    """
    reader = _Reader()
    for number, line in _lines(text.removeprefix("\ufeff")):
        reader.read(line, f"line {number}")
    document = from_plain(reader.plain)
    said = {statement.id: statement for _, statement in document.statements()}
    for where, name, mark, shown in reader.numbers:
        statement = said[name]
        match = PLACEHOLDER.fullmatch(mark)
        if match and not isinstance(statement, Gap) and reads_as(statement.figures, match) != shown:
            raise DocumentError(
                f"the sentence says {shown!r}, its figure says {reads_as(statement.figures, match)!r}",
                where=where,
                remedy=f"change the value of the figure {match[1]} below the sentence, not the sentence",
            )
    return document


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that begin something, with those that go on behind them, and the number of the first."""
    waiting: list[str] = []
    first = 0
    beside = False
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        bare = line.rstrip(" \t\r")
        beside = beside or bare.lstrip().startswith("<!--")
        if beside:
            beside = not bare.endswith("-->")
            continue
        if waiting and (not bare.strip() or BEGINS.match(bare) or waiting[0].startswith("#")):
            yield first, "\n".join(waiting)
            waiting = []
        if bare.strip():
            first = first if waiting else number
            waiting.append(bare)


class _Reader:
    """Reads line by line and puts what it reads under the heading that was read last."""

    def __init__(self) -> None:
        self.plain: dict[str, Any] = {}
        self.stack = [Place(0, Document, self.plain)]
        self.numbers: list[tuple[str, str, str, str]] = []
        self.labels: set[tuple[int, str]] = set()

    def read(self, line: str, where: str) -> None:
        """Take in a line, with those that go on behind it."""
        place = self.stack[-1]
        if found := HEADING.fullmatch(line):
            self._heading(len(found[1]), found[2].strip(), where)
        elif found := STATEMENT.fullmatch(line):
            self._statement(place, found, where)
        elif found := BULLET.fullmatch(line):
            self._bullet(place, found, where)
        elif (found := WORD.fullmatch(line)) and place.words is not None:
            place.words.append(unescaped(found[1]))
        else:
            raise _homeless(where, line)

    def _heading(self, level: int, text: str, where: str) -> None:
        while self.stack[-1].level >= level and len(self.stack) > 1:
            self.stack.pop()
        above = self.stack[-1]
        above.said = above.words = None
        if level == 1:
            if "company" in above.plain:
                raise _twice(where, "the company")
            above.plain["company"] = unescaped(text)
            return
        mark = MARK.search(text)
        title = text[: mark.start()].strip() if mark else text
        slot, name = above.listed, title
        if slot is None:
            label, _, name = title.partition("·")
            slot = _slot(above.kind, label.strip(), where)
        if mark is None and slot.sort is Sort.PARTS:
            self.stack.append(Place(level, above.kind, above.plain, slot))
            return
        part = _headed(slot.kinds[0], mark, name.strip())
        _add(above.plain, slot, part, where)
        self.stack.append(Place(level, slot.kinds[0], part))

    def _statement(self, place: Place, found: re.Match[str], where: str) -> None:
        label, kind, name, text = found.groups()
        slot = _slot(place.kind, label, where) if label else _unnamed(place.kind, where)
        made = KINDS[kind.lower()]
        link = None if made is Gap else self._noting(name, where)
        part = {"kind": kind.lower(), "id": name, "text": unescaped(text, link)}
        _add(place.plain, slot, part, where)
        place.said, place.words = (made, part), None

    def _noting(self, name: str, where: str) -> Callable[[str, str, str | None], str]:
        """Turns a link into a placeholder, and notes what the sentence said in its place."""

        def noted(shown: str, figure: str, forms: str | None) -> str:
            mark = f"{{{figure}}}" if forms is None else f"{{{figure}|{forms}}}"
            self.numbers.append((where, name, mark, shown))
            return mark

        return noted

    def _bullet(self, place: Place, found: re.Match[str], where: str) -> None:
        label, name, text = found.groups()
        kind, plain = place.part
        place.words = None
        if name:
            plain.setdefault("figures", []).append({"name": name, **_mapping(text, where)})
            return
        known = {words(leaf): (leaf, slot) for leaf, slot in _values(kind)}
        if label not in known:
            raise _unknown(where, label, known)
        if (id(plain), label) in self.labels:
            raise _twice(where, label)
        self.labels.add((id(plain), label))
        leaf, slot = known[label]
        if slot.sort is Sort.WORDS:
            if text.strip():
                raise _homeless(where, text)
            place.words = []
            put(plain, leaf, place.words)
        elif slot.sort in (Sort.PAIRS, Sort.PART):
            put(plain, leaf, _mapping(text, where))
        elif slot.sort is Sort.TEXT:
            short = kind is Claim and leaf == "short"
            put(plain, leaf, unescaped(text, self._noting(plain["id"], where) if short else None))
        else:
            put(plain, leaf, resolve(text.strip()))


def _headed(kind: type[Part], mark: re.Match[str] | None, name: str) -> dict[str, Any]:
    """A part of which only the heading was read."""
    part = blank(kind)
    if mark and "id" in kind.model_fields:
        part["id"] = mark[1]
    if called := title_slot(kind):
        part[called.name] = unescaped(name)
    return part


def _values(kind: type[Part]) -> Iterator[tuple[str, Slot]]:
    yield from leaves(kind)
    yield from (
        (slot.name, slot) for slot in slots(kind) if slot.kinds == (Figure,) and slot.sort is Sort.PART
    )


def _add(plain: dict[str, Any], slot: Slot, part: dict[str, Any], where: str) -> None:
    if slot.sort is Sort.PARTS:
        plain.setdefault(slot.name, []).append(part)
    elif slot.name in plain:
        raise _twice(where, words(slot.name))
    else:
        plain[slot.name] = part


def _slot(kind: type[Part], label: str, where: str) -> Slot:
    known = {words(slot.name): slot for slot in slots(kind) if slot.holds_parts and not inline(slot)}
    if label not in known:
        raise _unknown(where, label, known)
    return known[label]


def _unnamed(kind: type[Part], where: str) -> Slot:
    found = next((slot for slot in slots(kind) if slot.name in UNNAMED), None)
    if found is None:
        raise _unknown(
            where, "Statement", {words(slot.name): slot for slot in slots(kind) if slot.holds_parts}
        )
    return found


def _mapping(text: str, where: str) -> dict[str, Any]:
    try:
        return dict(json.loads(text.strip().strip("`")))
    except (ValueError, TypeError, RecursionError) as error:
        raise DocumentError(
            "what stands in code here cannot be read", where=where, remedy="mend its quotes and braces"
        ) from error


def _twice(where: str, what: str) -> DocumentError:
    return DocumentError(
        f"{what} stands there twice", where=where, remedy="take one of the two out, and mind which"
    )


def _unknown(where: str, label: str, known: Any) -> DocumentError:
    return DocumentError(
        f"nothing here is called {label!r}", where=where, remedy=f"use one of: {', '.join(known)}"
    )


def _homeless(where: str, line: str) -> DocumentError:
    return DocumentError(
        f"these words belong to nothing: {line.strip()[:60]!r}",
        where=where,
        remedy="put them behind a label such as **Claim `E01`.**, or into a comment: <!-- … -->",
    )
