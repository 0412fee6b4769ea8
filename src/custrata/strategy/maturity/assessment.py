"""Where a company stands on the five dimensions: what is said, shown and wanted, and what gaps cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from custrata.strategy.document import Document
from custrata.strategy.maturity.cost import GapCost
from custrata.strategy.maturity.criterion import Cell, Criterion, Shown, Source, State
from custrata.strategy.maturity.decided import decided
from custrata.strategy.maturity.ladders import LADDERS
from custrata.strategy.parts.steering.maturity import Dimension, MaturityAnswer

LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True, slots=True)
class CriterionStanding:
    """One criterion with how it stands."""

    criterion: Criterion
    level: int
    shown: Shown


@dataclass(frozen=True, slots=True)
class DimensionStanding:
    """Where the company stands on one dimension.

    Attributes:
        dimension: Which.
        said: The level that somebody answered; None when nobody has.
        shown: The highest level up to which everything that can be shown is met; 1 is where everybody begins.
        wanted: The level that somebody wants to reach; None when nobody has said.
        criteria: All criteria of all levels, in order.
        cost: Money at stake that goes with it; None when no reading tells.
        answer: The answer that counts, the latest; None when there is none.
        text: What a company on the level shown looks like.
    """

    dimension: Dimension
    said: int | None
    shown: int
    wanted: int | None
    criteria: tuple[CriterionStanding, ...]
    cost: GapCost | None
    answer: MaturityAnswer | None
    text: str

    @property
    def aim(self) -> int:
        """The level wanted, or the next above the one shown where nobody has said."""
        return self.wanted if self.wanted is not None else min(HIGHEST, self.shown + 1)

    @property
    def gap(self) -> int:
        """Levels between the one shown and the aim, 0 when it is reached."""
        return max(0, self.aim - self.shown)

    @property
    def missing(self) -> tuple[CriterionStanding, ...]:
        """What can be shown, is not met, and stands between the level shown and the aim."""
        return tuple(
            c
            for c in self.criteria
            if self.shown < c.level <= self.aim
            and c.shown.state in (State.UNMET, State.UNKNOWN)
            and c.criterion.source is not Source.ANSWER
        )


@dataclass(frozen=True, slots=True)
class Assessment:
    """All five dimensions, in their order: the axes of a radar."""

    dimensions: tuple[DimensionStanding, ...]

    @property
    def gaps(self) -> tuple[DimensionStanding, ...]:
        """Dimensions with a gap: the dearest first, then those whose cost no reading tells, widest first."""
        order = list(Dimension)
        found = [d for d in self.dimensions if d.gap]
        return tuple(
            sorted(
                found,
                key=lambda d: (
                    d.cost is None,
                    -(d.cost.a_year if d.cost else 0),
                    -d.gap,
                    order.index(d.dimension),
                ),
            )
        )

    def standing(self, dimension: Dimension) -> DimensionStanding:
        """Where the company stands on one dimension."""
        return next(d for d in self.dimensions if d.dimension is dimension)


def assess(
    document: Document,
    shown: Mapping[str, Shown] | None = None,
    costs: Mapping[Dimension, GapCost] | None = None,
) -> Assessment:
    """Where a company stands.

    Args:
        document: The strategy, with the answers that people gave.
        shown: What data show, by id of the criterion; what is not in it is not known.
        costs: Money at stake by dimension.
    """
    return Assessment(
        tuple(
            _standing(dimension, document, shown or {}, (costs or {}).get(dimension))
            for dimension in Dimension
        )
    )


def latest_answer(document: Document, dimension: Dimension) -> MaturityAnswer | None:
    """The answer on a dimension that counts: the latest by its day, the last one of equals."""
    answers = [a for a in document.maturity if a.dimension is dimension]
    return (
        max(enumerate(answers), key=lambda pair: (pair[1].on or dt.date.min, pair[0]))[1] if answers else None
    )


def _standing(
    dimension: Dimension, document: Document, shown: Mapping[str, Shown], cost: GapCost | None
) -> DimensionStanding:
    ladder = LADDERS[dimension]
    answer = latest_answer(document, dimension)
    criteria = tuple(_criteria(ladder, document, shown, answer))
    level = _level(criteria)
    return DimensionStanding(
        dimension,
        answer.level if answer else None,
        level,
        answer.wanted if answer else None,
        criteria,
        cost,
        answer,
        ladder[level - 1].text,
    )


def _criteria(
    ladder: tuple[Cell, ...], document: Document, shown: Mapping[str, Shown], answer: MaturityAnswer | None
) -> Iterator[CriterionStanding]:
    texts = document, decided(document)
    for cell in ladder:
        for criterion in cell.criteria:
            yield CriterionStanding(
                criterion, cell.level, _shown(criterion, cell.level, texts, shown, answer)
            )


def _shown(
    criterion: Criterion,
    level: int,
    texts: tuple[Document, Document],
    shown: Mapping[str, Shown],
    answer: MaturityAnswer | None,
) -> Shown:
    match criterion.source:
        case Source.DOCUMENT:
            return criterion.in_document(*texts)
        case Source.DATA:
            return shown.get(criterion.id, Shown(State.UNKNOWN, ("no snapshot is at hand",)))
    if answer is None or answer.level is None or answer.level < level:
        return Shown(State.UNKNOWN, ("nobody has said so",))
    return Shown(State.SAID, (told(answer),))


def told(answer: MaturityAnswer) -> str:
    """Who answered, and when."""
    day = f" on {answer.on}" if answer.on else ", day not said"
    return f"answer of {answer.said_by.name or answer.said_by.role or 'nobody named'}{day}"


def _level(criteria: tuple[CriterionStanding, ...]) -> int:
    """The highest level up to which all that can be shown is met; words alone neither lift nor hold it."""
    open_levels = [
        c.level
        for c in criteria
        if c.level > LOWEST and c.criterion.source is not Source.ANSWER and c.shown.state is not State.MET
    ]
    return min(open_levels, default=HIGHEST + 1) - 1
