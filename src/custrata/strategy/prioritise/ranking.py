"""The rank of goals or initiatives by their weighted mean score, and how firm it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from custrata.strategy.parts.statement import Proposal
from custrata.strategy.parts.steering.scoring import Scored, Scores, Scoring
from custrata.strategy.prioritise.dimension import ScoredOn, dimensions_of, weight_of
from custrata.strategy.prioritise.firmness import (
    RankRange,
    Row,
    firm_heads,
    one_off_anywhere,
    own_off_by_one,
    places,
    weights_changed,
)


class Rankable(Protocol):
    """What can be ranked: a goal or an initiative."""

    @property
    def id(self) -> str:
        """Its address."""
        ...

    @property
    def statement(self) -> Proposal:
        """What it says."""
        ...

    @property
    def scores(self) -> Scores:
        """Scores by dimension."""
        ...


@dataclass(frozen=True, slots=True)
class Ranked:
    """One goal or initiative with its place.

    Attributes:
        id: Its address.
        title: What it says.
        points: Weighted mean of its scores as they count, 1 to 7; None when it has none that count.
        rank: Its place, 1 the best, equals sharing one; None when a score that counts is missing.
        missing: Dimensions that count and on which it is not scored.
        counted: Scores as they count, 7 the best, by dimension.
        one_off: Its best and worst place when any one score of any item is a point off.
        own_off: Its best and worst place when each of its own scores may be a point off.
        weights_off: Its best and worst place when any one weight is left out or doubled.
    """

    id: str
    title: str
    points: float | None
    rank: int | None
    missing: tuple[str, ...]
    counted: tuple[tuple[str, int], ...]
    one_off: RankRange | None = None
    own_off: RankRange | None = None
    weights_off: RankRange | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Goals or initiatives in their order.

    Attributes:
        scored: ``goals`` or ``initiatives``.
        dimensions: What they are scored on.
        weights: How much each dimension counts.
        items: Those with a place, the best first and equals by id, then the others in the document's order.
        firm: Every k for which the same first k lead whatever single score is a point off.
        unknown: Names that scores or weights use and that are no dimension.
    """

    scored: Scored
    dimensions: tuple[ScoredOn, ...]
    weights: tuple[tuple[str, float], ...]
    items: tuple[Ranked, ...]
    firm: tuple[int, ...]
    unknown: tuple[str, ...] = ()

    @property
    def ranked(self) -> tuple[Ranked, ...]:
        """Those that have a place."""
        return tuple(item for item in self.items if item.rank is not None)

    @property
    def unranked(self) -> tuple[Ranked, ...]:
        """Those that lack a score."""
        return tuple(item for item in self.items if item.rank is None)

    def item(self, wanted: str) -> Ranked | None:
        """The item of this id, or None."""
        return next((item for item in self.items if item.id == wanted), None)


def rank(items: Sequence[Rankable], scoring: Scoring, scored: Scored) -> Ranking:
    """The ranking of goals or initiatives.

    Args:
        items: Goals or initiatives.
        scoring: Weights and dimensions of the company's own.
        scored: Which of the two they are.

    Returns:
        All of them; those that lack a score on a dimension with a weight above 0 stand without a place.
    """
    dimensions = dimensions_of(scoring, scored)
    weights = {d.id: weight_of(scoring, d) for d in dimensions}
    counting = tuple(d for d in dimensions if weights[d.id] > 0)
    marks = {item.id: _counted(item, dimensions) for item in items}
    whole = [item for item in items if counting and all(d.id in marks[item.id] for d in counting)]
    rows = {item.id: tuple(marks[item.id][d.id] for d in counting) for item in whole}
    heavy = tuple(weights[d.id] for d in counting)
    placed = _placed(whole, rows, heavy, marks)
    rest = [_unplaced(item, marks[item.id], weights, counting) for item in items if item.id not in rows]
    return Ranking(
        scored,
        dimensions,
        tuple((d.id, float(weights[d.id])) for d in dimensions),
        (*placed, *rest),
        firm_heads(rows, heavy),
        _unknown(items, scoring, dimensions, scored),
    )


def _placed(
    items: Iterable[Rankable],
    rows: Mapping[str, Row],
    heavy: tuple[Fraction, ...],
    marks: Mapping[str, Mapping[str, int]],
) -> tuple[Ranked, ...]:
    if not rows:
        return ()
    now, anywhere = places(rows, heavy), one_off_anywhere(rows, heavy)
    own, reweighted = own_off_by_one(rows, heavy), weights_changed(rows, heavy)
    found = [
        Ranked(
            item.id,
            item.statement.said(),
            float(_mean(rows[item.id], heavy)),
            now[item.id],
            (),
            tuple(marks[item.id].items()),
            anywhere[item.id],
            own[item.id],
            reweighted[item.id],
        )
        for item in items
    ]
    return tuple(sorted(found, key=lambda r: (r.rank, r.id)))


def _unplaced(
    item: Rankable,
    marks: Mapping[str, int],
    weights: Mapping[str, Fraction],
    counting: Sequence[ScoredOn],
) -> Ranked:
    there = [d.id for d in counting if d.id in marks]
    mean = _mean([marks[d] for d in there], [weights[d] for d in there]) if there else None
    missing = tuple(d.id for d in counting if d.id not in marks)
    points = None if mean is None else float(mean)
    return Ranked(item.id, item.statement.said(), points, None, missing, tuple(marks.items()))


def _mean(marks: Sequence[int], weights: Sequence[Fraction]) -> Fraction:
    return sum((w * m for w, m in zip(weights, marks, strict=True)), Fraction()) / sum(weights)


def _counted(item: Rankable, dimensions: Iterable[ScoredOn]) -> dict[str, int]:
    given = dict(item.scores)
    return {d.id: d.counted(given[d.id]) for d in dimensions if d.id in given}


def _unknown(
    items: Iterable[Rankable], scoring: Scoring, dimensions: Iterable[ScoredOn], scored: Scored
) -> tuple[str, ...]:
    own = {d.id for d in dimensions}
    other = Scored.INITIATIVES if scored is Scored.GOALS else Scored.GOALS
    anywhere = own | {d.id for d in dimensions_of(scoring, other)}
    used = {name for item in items for name, _ in item.scores if name not in own}
    return tuple(sorted(used | {w.dimension for w in scoring.weights if w.dimension not in anywhere}))
