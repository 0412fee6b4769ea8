"""Which comparisons two figures of a sentence bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from custrata.drafting.wording.clauses import opened
from custrata.drafting.wording.lexicon import COMPARISON, family
from custrata.strategy.parts.statement import Figure

_FROM_TO = re.compile(r"from «([a-z0-9_]+)»[^«»]* to «([a-z0-9_]+)»")
_PART_OF = re.compile(r"«([a-z0-9_]+)» (?:\w+ )?(?:out )?of (?:all |our |the )?«([a-z0-9_]+)»")
_BETWEEN = re.compile(r"«([a-z0-9_]+)»([^«»]*)«([a-z0-9_]+)»")
_FIRST = re.compile(
    r"^([^«»]*)«([a-z0-9_]+)»[^«»]*\b(?:than|against|compared|versus|after)\b[^«»]*«([a-z0-9_]+)»"
)
_WORD = re.compile(r"[a-z]+")
_DIRECTIONS = frozenset({"up", "down", "more", "less"})


def true_comparisons(figures: tuple[Figure, ...], now: str) -> frozenset[str]:
    """Directions that two figures of one measure show in the order in which the wording gives them.

    Args:
        figures: Figures of the statement.
        now: The wording with placeholders.
    """
    by_name = {f.name: f for f in figures}
    text, found = opened(now).lower(), set[str]()
    for first, last in _FROM_TO.findall(text):
        found |= _shown(_order(by_name, last, first)) & {"up", "down"}
    for first, between, last in _BETWEEN.findall(text):
        if not between.rstrip().endswith(" to"):
            found |= _shown(_order(by_name, first, last)) & _said(between)
    for ahead, first, last in _FIRST.findall(text):
        found |= _shown(_order(by_name, first, last)) & _said(ahead)
    return frozenset(found)


def larger_parts(figures: tuple[Figure, ...], now: str) -> Iterator[str]:
    """Parts that a wording makes larger than their whole.

    Args:
        figures: Figures of the statement.
        now: The wording with placeholders.
    """
    by_name = {f.name: f for f in figures}
    for part, whole in _PART_OF.findall(opened(now)):
        a, b = by_name.get(part), by_name.get(whole)
        if a and b and a.unit == b.unit and (a.value or 0.0) > (b.value or 0.0):
            yield f"{part} is no part of {whole}: it is larger"


def _said(text: str) -> set[str]:
    return {family(COMPARISON).get(word, "") for word in _WORD.findall(text)} & _DIRECTIONS


def _shown(sign: int) -> set[str]:
    return {1: {"more", "up"}, -1: {"less", "down"}, 0: set[str]()}[sign]


def _order(by_name: Mapping[str, Figure], first: str, last: str) -> int:
    """1 when the first figure is larger, -1 when it is smaller; 0 where the two cannot be compared."""
    a, b = by_name.get(first), by_name.get(last)
    if a is None or b is None or a.value is None or b.value is None:
        return 0
    if (a.measure, a.unit) != (b.measure, b.unit) or a.value == b.value:
        return 0
    return 1 if a.value > b.value else -1
