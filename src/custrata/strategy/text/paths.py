"""Paths in the text of a document, by id where a part has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from custrata.strategy.text.nodes import Node

NAMED_BY = ("id", "function", "name", "tier", "stage", "measure")
"""Fields that tell the items of a list apart, the first that is there."""

Path = tuple[str, ...]
"""Keys, and labels of list items in brackets: ``("groups", "[gold]", "intent")``."""


def label(item: Any, position: int) -> str:
    """The name of a list item: one of its fields, the item itself if it is a word, else its position.

    Example:
        >>> label({"id": "gold", "name": "Gold"}, 3), label("revenue", 0), label({}, 3)
        ('[gold]', '[revenue]', '[3]')
    """
    if isinstance(item, dict):
        for name in NAMED_BY:
            if isinstance(item.get(name), str) and item[name]:
                return f"[{item[name]}]"
        return f"[{position}]"
    return f"[{item}]" if isinstance(item, str) else f"[{position}]"


def places(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every value in the text with its path, outer values first."""
    yield path, node
    if isinstance(node.value, dict):
        for key, inner in node.value.items():
            yield from places(inner, (*path, key))
    elif isinstance(node.value, list):
        for position, inner in enumerate(node.value):
            yield from places(inner, (*path, label(inner.plain(), position)))


def written(path: Path) -> str:
    """A path for a message.

    Example:
        >>> written(("groups", "[gold]", "intent"))
        'groups[gold].intent'
    """
    return ".".join(path).replace(".[", "[")
