"""YAML text as a tree of plain values that know their lines; aliases, anchors and tags are refused."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from custrata.errors import DocumentError

FAST = find_spec("_ruamel_yaml") is not None
"""Whether the parser in C is there; it reads the same text a dozen times as fast."""

DEEPEST = 40
"""Levels of nesting that a strategy never needs."""

LONGEST = 20_000_000
"""Characters of text that a strategy never needs."""

_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass
class Node:
    """One value with its place in the text.

    Attributes:
        value: A scalar, a list of nodes, or a dict of nodes.
        line: Line on which it begins, from 0.
        end_line: Line on which it ends, from 0.
        end_column: Column behind its last character on that line; only for scalars.
        key_line: Line of its key, or of the dash of a list item.
        key_end: Column behind the key on its line; only for values of a mapping.
        keys: Order of the keys in the text.
    """

    value: Any
    line: int
    end_line: int = 0
    end_column: int = 0
    key_line: int = 0
    key_end: int = 0
    keys: list[str] = field(default_factory=list)

    def plain(self) -> Any:
        """The value without its places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def parse(text: str) -> Node:
    """The text as a tree.

    Raises:
        DocumentError: When the text is no YAML, holds more than one document, an alias, an anchor, a tag or a
            key twice, or nests too deep; with the line.
    """
    if len(text) > LONGEST:
        raise DocumentError(
            "the text is too long to be a strategy",
            how_many=len(text),
            remedy="check that it is the right file",
        )
    try:
        return _read(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}" if mark else ""
        raise DocumentError(
            f"the text is not YAML: {error.problem or 'it cannot be read'}",
            where=where,
            remedy="mend the line; blanks at its start and quotes are the usual causes",
        ) from error
    except (YAMLError, RecursionError) as error:
        raise DocumentError(
            "the text is not YAML: it holds characters that YAML does not allow, or nests too deep",
            remedy="take out control characters",
        ) from error


def _read(text: str) -> Node:
    if FAST:
        # The parser in C refuses a few texts that are YAML, such as {asks: who?}; the other one decides.
        with suppress(YAMLError):
            return _document(iter(YAML(typ="safe", pure=False).parse(text)))
    return _document(iter(YAML(typ="safe", pure=True).parse(text)))


def _document(events: Iterator[Event]) -> Node:
    root: Node | None = None
    for event in events:
        if isinstance(event, DocumentStartEvent) and root is not None:
            raise _refused("more than one document", event)
        if isinstance(event, NodeEvent):
            root = _node(event, events, 0)
    return root or Node(None, 0)


def _node(event: Event, events: Iterator[Event], depth: int) -> Node:
    if isinstance(event, AliasEvent):
        raise _refused("an alias (*)", event)
    if getattr(event, "anchor", None):
        raise _refused("an anchor (&)", event)
    if getattr(event, "tag", None) is not None:
        raise _refused("a tag (!)", event)
    if depth > DEEPEST:
        raise _refused(f"more than {DEEPEST} levels", event)
    if isinstance(event, ScalarEvent):
        return _scalar(event)
    if isinstance(event, SequenceStartEvent):
        return _sequence(event, events, depth)
    return _mapping(event, events, depth)


def _scalar(event: ScalarEvent) -> Node:
    value = event.value if event.style else resolve(event.value)  # plain: None, or empty from the fast parser
    start, end = event.start_mark, event.end_mark
    return Node(value, start.line, end.line, end.column)


def resolve(word: str) -> Any:
    """What an unquoted word means: nothing, yes or no, a number, a day, else the word.

    Example:
        >>> resolve("12"), resolve("0.5"), resolve("2024-05-01"), resolve("gold"), resolve("yes")
        (12, 0.5, datetime.date(2024, 5, 1), 'gold', 'yes')
    """
    if word in ("", "~", "null", "Null", "NULL"):
        return None
    if word in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return word.lower() == "true"
    if _INT.fullmatch(word) and len(word) <= 18:
        return int(word)
    if _FLOAT.fullmatch(word):
        return float(word)
    if _DATE.fullmatch(word):
        try:
            return dt.date.fromisoformat(word)
        except ValueError:
            return word
    return word


def _sequence(event: SequenceStartEvent, events: Iterator[Event], depth: int) -> Node:
    node = Node([], event.start_mark.line)
    for inner in events:
        if isinstance(inner, SequenceEndEvent):
            node.end_line = inner.start_mark.line
            break
        item = _node(inner, events, depth + 1)
        item.key_line = inner.start_mark.line
        node.value.append(item)
    return node


def _mapping(event: Event, events: Iterator[Event], depth: int) -> Node:
    node = Node({}, event.start_mark.line)
    for inner in events:
        if isinstance(inner, MappingEndEvent):
            node.end_line = inner.start_mark.line
            break
        name = _key(inner, node)
        value = _node(next(events), events, depth + 1)
        value.key_line, value.key_end = inner.start_mark.line, inner.end_mark.column
        node.value[name] = value
        node.keys.append(name)
    return node


def _key(event: Event, node: Node) -> str:
    if not isinstance(event, ScalarEvent) or event.anchor or event.tag is not None:
        raise _refused("a key that is no word", event)
    name = str(event.value)
    if name in node.value:
        raise _refused(f"the key {name!r} twice", event)
    return name


def _refused(what: str, event: Event) -> DocumentError:
    return DocumentError(
        f"a strategy cannot hold {what}",
        where=f"line {event.start_mark.line + 1}",
        remedy="write it out in plain words; put text that begins with such a sign in quotes",
    )
