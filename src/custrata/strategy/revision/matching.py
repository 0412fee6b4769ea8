"""Which part of one version is which part of another: by id, else by what it is called, never by position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from custrata.strategy.parts.part import Part, label


def named(items: Iterable[Part]) -> dict[str, Part]:
    """The parts of a list by name, in their order; names that come twice are counted on.

    Args:
        items: The parts.

    Example:
        >>> from custrata.strategy.document import SignOff
        >>> list(named([SignOff(function="board"), SignOff(function="board")]))
        ['board', 'board~2']
    """
    seen: Counter[str] = Counter()
    found: dict[str, Part] = {}
    for position, item in enumerate(items):
        name = label(item, position)
        seen[name] += 1
        free = name if seen[name] == 1 else f"{name}~{seen[name]}"
        while free in found:
            seen[name] += 1
            free = f"{name}~{seen[name]}"
        found[free] = item
    return found
