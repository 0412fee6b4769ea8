"""A person's comments: where they stand in a text, and how they get back into a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from custrata.strategy.text.nodes import Node, parse
from custrata.strategy.text.paths import Path, label, places


@dataclass
class Comments:
    """Comments of one text.

    Attributes:
        above: Lines that stand above a value, by its path.
        beside: What stands behind a value on its line, by its path.
        foot: Lines after the last value.
    """

    above: dict[Path, list[str]] = field(default_factory=dict)
    beside: dict[Path, str] = field(default_factory=dict)
    foot: list[str] = field(default_factory=list)


def collect(text: str, root: Node) -> Comments:
    """The comments of a text.

    Args:
        text: The text.
        root: The text as a tree.
    """
    lines = text.split("\n")
    found, inside = Comments(), _inside_scalars(root)
    firsts = _firsts(root)
    waiting: list[str] = []
    for number, line in enumerate(lines):
        if line.lstrip().startswith("#") and number not in inside:
            waiting.append(line.strip())
        elif waiting and number in firsts:
            found.above[firsts[number]] = waiting
            waiting = []
    found.foot = waiting
    for path, node in places(root):
        if path and (beside := _beside(lines, node)):
            found.beside[path] = beside
    return found


def put_back(text: str, comments: Comments) -> str:
    """A text with comments at the values that still exist.

    Args:
        text: Text without comments.
        comments: Where they stood before.
    """
    root = parse(text)
    lines = text.rstrip("\n").split("\n")
    ends = {path: _end(node) for path, node in places(root) if path}
    for path, words in comments.beside.items():
        if path in ends and ends[path] < len(lines):
            lines[ends[path]] += f"  {words}"
    firsts = _firsts(root)
    out: list[str] = []
    for number, line in enumerate(lines):
        if number in firsts:
            indent = line[: len(line) - len(line.lstrip())]
            out.extend(f"{indent}{words}" for words in comments.above.get(firsts[number], ()))
        out.append(line)
    return "\n".join([*out, *comments.foot]) + "\n"


def in_order(plain: dict[str, object], old: Node) -> dict[str, object]:
    """Plain values with keys in the order in which the old text has them; new keys follow their neighbour.

    Args:
        plain: The values of the new document.
        old: The old text as a tree.
    """
    names = _merged(list(plain), old.keys)
    inner = old.value if isinstance(old.value, dict) else {}
    return {name: _ordered(plain[name], inner.get(name)) for name in names}


def _ordered(value: object, old: Node | None) -> object:
    if old is None:
        return value
    if isinstance(value, dict):
        return in_order(value, old)
    if isinstance(value, list) and isinstance(old.value, list):
        by_label: Mapping[Path, Node] = {path[-1:]: node for path, node in places(old) if len(path) == 1}
        fresh = _labels(value)
        return [_ordered(item, by_label.get((name,))) for name, item in zip(fresh, value, strict=True)]
    return value


def _labels(items: list[object]) -> list[str]:
    """The labels of list items in order."""
    return [label(item, position) for position, item in enumerate(items)]


def _merged(new: list[str], old: list[str]) -> list[str]:
    kept = [name for name in old if name in new]
    for position, name in enumerate(new):
        if name not in kept:
            before = next((n for n in reversed(new[:position]) if n in kept), None)
            kept.insert(kept.index(before) + 1 if before else 0, name)
    return kept


def _firsts(root: Node) -> dict[int, Path]:
    """The outermost value that begins on each line, by line."""
    firsts: dict[int, Path] = {}
    for path, node in places(root):
        if path:
            firsts.setdefault(node.key_line, path)
    return firsts


def _inside_scalars(root: Node) -> set[int]:
    return {
        number
        for _, node in places(root)
        if not isinstance(node.value, dict | list)
        for number in range(node.line + 1, node.end_line + 1)
        if node.end_column or number < node.end_line
    }


def _end(node: Node) -> int:
    return node.key_line if isinstance(node.value, dict | list) else node.end_line


def _beside(lines: list[str], node: Node) -> str:
    if isinstance(node.value, dict | list):
        rest = lines[node.key_line][node.key_end :] if node.key_end else ""
        rest = rest.lstrip().removeprefix(":")
    else:
        rest = lines[node.end_line][node.end_column :] if node.end_line < len(lines) else ""
    rest = rest.strip()
    return rest if rest.startswith("#") else ""
