"""What goals and initiatives are scored on: each dimension with what 1, 4 and 7 mean, 7 always the best."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from custrata.strategy.parts.steering.scoring import Criterion, Polarity, Scored, Scoring

LEAST, MIDDLE, MOST = 1, 4, 7


@dataclass(frozen=True, slots=True)
class ScoredOn:
    """One dimension.

    Attributes:
        id: Its name, under which scores and weights are written.
        title: What is asked.
        low: What 1 means.
        middle: What 4 means.
        high: What 7 means.
        effort: Whether it asks for effort, cost or time; then 7 is the least of it.
        turned: Whether it is asked the other way round, so that 8 less the score counts.
        own: Whether it is a dimension of the company's own.
    """

    id: str
    title: str
    low: str
    middle: str
    high: str
    effort: bool = False
    turned: bool = False
    own: bool = False

    def counted(self, given: int) -> int:
        """A score as it counts, 7 the best.

        Example:
            >>> asked_round = ScoredOn("risk", "How risky is it?", "safe", "some", "risky", turned=True)
            >>> asked_round.counted(6)
            2
        """
        return LEAST + MOST - given if self.turned else given


GOAL_DIMENSIONS = (
    ScoredOn(
        "alignment",
        "How close is it to what the company wants its customers to bring?",
        "beside the company's aims",
        "helps one of them along the way",
        "one of them depends on it",
    ),
    ScoredOn(
        "impact",
        "How much revenue or growth could it move?",
        "hardly to be seen in the year's revenue",
        "a part of one group's revenue",
        "the revenue of the company",
    ),
    ScoredOn(
        "time_horizon",
        "How soon is it to be seen?",
        "after 18 months",
        "after 6 months",
        "within 30 days",
        effort=True,
    ),
    ScoredOn(
        "expertise",
        "Do we have the people and skills that it takes?",
        "we would have to build or hire them",
        "some of them, with help",
        "all of them, today",
    ),
    ScoredOn(
        "resource_intensity",
        "How little money and work does it take?",
        "the most of all that is on the table",
        "a share that other work would feel",
        "next to none",
        effort=True,
    ),
)
"""Dimensions of goals."""

INITIATIVE_DIMENSIONS = (
    ScoredOn(
        "complexity",
        "How simple is it to put in place?",
        "many teams and systems must change together",
        "two or three teams, one system",
        "one team, nothing new",
        effort=True,
    ),
    ScoredOn(
        "time_to_results",
        "How soon are results to be seen?",
        "after 18 months",
        "after 6 months",
        "within 30 days",
        effort=True,
    ),
    ScoredOn(
        "investment",
        "How little money does it take?",
        "needs a budget of its own from the board",
        "fits a team's budget if something else waits",
        "next to none",
        effort=True,
    ),
    ScoredOn(
        "resource_use",
        "How few hours of people does it take?",
        "several people for most of the year",
        "one or two people for some months",
        "a few days",
        effort=True,
    ),
    ScoredOn(
        "impact",
        "How much revenue or growth could it move?",
        "hardly to be seen in the year's revenue",
        "a part of one group's revenue",
        "the revenue of the company",
    ),
)
"""Dimensions of initiatives."""


def dimensions_of(scoring: Scoring, scored: Scored) -> tuple[ScoredOn, ...]:
    """The dimensions on which goals or initiatives are scored: the built-in ones, then the company's own.

    Args:
        scoring: How the company scores; a criterion named like a built-in dimension replaces it.
        scored: ``goals`` or ``initiatives``.
    """
    built_in = GOAL_DIMENSIONS if scored is Scored.GOALS else INITIATIVE_DIMENSIONS
    own = {c.id: _own(c) for c in scoring.criteria if c.scores in (scored, Scored.BOTH)}
    kept = tuple(own.pop(d.id, d) for d in built_in)
    return (*kept, *own.values())


def weight_of(scoring: Scoring, dimension: ScoredOn) -> Fraction:
    """How much a dimension counts, as an exact number; 1 where nobody has said."""
    said = next((w.weight for w in scoring.weights if w.dimension == dimension.id), 1.0)
    return Fraction(repr(said))


def _own(criterion: Criterion) -> ScoredOn:
    return ScoredOn(
        criterion.id,
        criterion.title,
        criterion.low,
        criterion.middle,
        criterion.high,
        turned=criterion.polarity is Polarity.WORSE,
        own=True,
    )
