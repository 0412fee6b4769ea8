"""Whether shares that divide one whole add up to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from custrata.strategy.document import Document
from custrata.strategy.parts.group import CustomerGroup

ROUNDING = 0.011
"""How far shares written in whole hundredths may miss 1."""


def missed(shares: Sequence[float | None]) -> str:
    """What shares add up to when that is not all, as a percentage; empty when it is, or when one is unknown.

    Example:
        >>> missed((0.5, 0.4)), missed((0.33, 0.33, 0.33)), missed((0.5, None))
        ('90%', '', '')
    """
    known = [share for share in shares if share is not None]
    if not known or len(known) < len(shares) or abs(sum(known) - 1) <= ROUNDING:
        return ""
    return f"{100 * sum(known):.0f}%"


def partitions(document: Document) -> Iterator[tuple[str, tuple[CustomerGroup, ...]]]:
    """Name and groups of each partition of the base."""
    for name in dict.fromkeys(group.partition for group in document.groups if group.partition):
        yield name, tuple(group for group in document.groups if group.partition == name)
