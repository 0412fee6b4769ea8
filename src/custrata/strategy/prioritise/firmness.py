"""How firm a ranking is: where each item would stand if scores were a point off, or weights were others.

Nothing is drawn by chance: of all single changes the furthest that each item can go either way are counted.
Sums are exact fractions, so that equals are equal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from custrata.strategy.prioritise.dimension import LEAST, MOST

Row = tuple[int, ...]
"""Scores of one item as they count, in the order of the dimensions."""


class RankRange(NamedTuple):
    """The best and the worst place."""

    best: int
    worst: int


def places(rows: Mapping[str, Row], weights: Sequence[Fraction]) -> dict[str, int]:
    """The place of each item: one more than the number of items that are better.

    Example:
        >>> places({"a": (7,), "b": (4,), "c": (7,)}, (Fraction(1),))
        {'a': 1, 'b': 3, 'c': 1}
    """
    return _placed(_sums(rows, weights))


def one_off_anywhere(rows: Mapping[str, Row], weights: Sequence[Fraction]) -> dict[str, RankRange]:
    """Best and worst place of each item when any one score of any item is a point higher or lower."""
    sums = _sums(rows, weights)
    now = _placed(sums)
    fallen, risen = ({n: _sum_off(row, weights, by) for n, row in rows.items()} for by in (-1, 1))
    ranges = {}
    for name, mine in sums.items():
        others = [other for other in sums if other != name]
        # A single change of another item lets at most that one pass, upwards or downwards.
        passed = any(sums[o] <= mine < risen[o] for o in others)
        freed = any(fallen[o] <= mine < sums[o] for o in others)
        ranges[name] = RankRange(
            min(_place(name, risen[name], sums), now[name] - freed),
            max(_place(name, fallen[name], sums), now[name] + passed),
        )
    return ranges


def own_off_by_one(rows: Mapping[str, Row], weights: Sequence[Fraction]) -> dict[str, RankRange]:
    """Best and worst place of each item when each of its own scores may be a point off, no other."""
    sums = _sums(rows, weights)
    return {
        name: RankRange(
            _place(name, _sum([min(MOST, m + 1) for m in row], weights), sums),
            _place(name, _sum([max(LEAST, m - 1) for m in row], weights), sums),
        )
        for name, row in rows.items()
    }


def weights_changed(rows: Mapping[str, Row], weights: Sequence[Fraction]) -> dict[str, RankRange]:
    """Best and worst place of each item when any one weight is left out or doubled."""
    ranges = {name: RankRange(place, place) for name, place in places(rows, weights).items()}
    for position, weight in enumerate(weights):
        for other in (Fraction(), 2 * weight):
            changed = [*weights[:position], other, *weights[position + 1 :]]
            if not any(changed):
                continue
            for name, place in places(rows, changed).items():
                ranges[name] = _widened(ranges[name], place)
    return ranges


def firm_heads(rows: Mapping[str, Row], weights: Sequence[Fraction]) -> tuple[int, ...]:
    """Every k, below the number of items, for which the same k lead whatever single score is a point off."""
    sums = _sums(rows, weights)
    order = sorted(sums, key=lambda name: -sums[name])
    fallen = list(accumulate((_sum_off(rows[n], weights, -1) for n in order), min))
    risen = list(accumulate((_sum_off(rows[n], weights, 1) for n in reversed(order)), max))[::-1]
    return tuple(
        k
        for k in range(1, len(order))
        # The lowest of the head against the best that the rest can reach, and the other way round.
        if sums[order[k - 1]] > risen[k] and fallen[k - 1] > sums[order[k]]
    )


def _sum_off(row: Row, weights: Sequence[Fraction], by: int) -> Fraction:
    """The furthest that one point moves the sum of an item, up or down."""
    moved = [w for m, w in zip(row, weights, strict=True) if LEAST <= m + by <= MOST]
    return _sum(row, weights) + by * max(moved, default=Fraction())


def _sums(rows: Mapping[str, Row], weights: Sequence[Fraction]) -> dict[str, Fraction]:
    return {name: _sum(row, weights) for name, row in rows.items()}


def _sum(row: Sequence[int], weights: Sequence[Fraction]) -> Fraction:
    return sum((w * m for w, m in zip(weights, row, strict=True)), Fraction())


def _placed(sums: Mapping[str, Fraction]) -> dict[str, int]:
    ascending = sorted(sums.values())
    return {name: 1 + len(ascending) - bisect_right(ascending, value) for name, value in sums.items()}


def _place(name: str, value: Fraction, sums: Mapping[str, Fraction]) -> int:
    return 1 + sum(other > value for key, other in sums.items() if key != name)


def _widened(known: RankRange, place: int) -> RankRange:
    return RankRange(min(known.best, place), max(known.worst, place))
