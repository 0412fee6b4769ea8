"""Do trees beside a model of buying make a better prediction, and how much of each?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from custrata.errors import EstimateError
from custrata.intelligence.exam.features import Histories
from custrata.intelligence.exam.marks import poisson_deviance
from custrata.intelligence.exam.models import TITLES, Sitting, sit_first
from custrata.intelligence.exam.split import Point, Split
from custrata.intelligence.exam.trees import Lesson, Trees, grow

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

WEIGHTS = (0.0, 0.25, 0.5, 0.75)
"""How much of a prediction may be the trees'; never all of it."""


@dataclass(frozen=True, eq=False)
class Ensemble:
    """A mean of a model of buying and boosted trees.

    Attributes:
        partner: Name of the model.
        weight: Part of the trees, 0 to 1.
        trees: What spreads the model's total over the customers in another way.
    """

    partner: str
    weight: float
    trees: Trees

    @property
    def name(self) -> str:
        """Its name as a candidate."""
        return ensemble_name(self.partner)

    def expected(self, lesson: Lesson, days: float) -> Floats:
        """Orders expected in so many days ahead.

        Args:
            lesson: Customers at a point, with the model fitted there.
            days: Time ahead.

        Returns:
            One mean a customer; they add up to the total that the model alone expects.
        """
        return self.mixed(lesson.sitting.expected(days), self.trees.rate(lesson))

    def mixed(self, modelled: Floats, rate: Floats) -> Floats:
        """The mean of both, the trees' rates scaled to the model's total."""
        scale = modelled.sum() / rate.sum()
        return np.asarray((1 - self.weight) * modelled + self.weight * scale * rate)


def ensemble_name(partner: str) -> str:
    """The name of the candidate that stands on a model and trees.

    Example:
        >>> ensemble_name("pareto_nbd")
        'Pareto/NBD and trees'
    """
    return f"{TITLES[partner]} and trees"


def lessons(
    points: tuple[Point, ...], known: Mapping[Point, Histories], sitting: Sitting
) -> tuple[Lesson, ...]:
    """Points at which trees learn, each with what a model expects of the customers as they were then.

    The model is the one fitted where the first part ends: that is when the trees learn, and a model fitted to
    the first weeks alone often has no maximum.

    Args:
        points: Points whose time ahead lies within what the model has seen.
        known: Customers by point.
        sitting: The fitted model.
    """
    return tuple(Lesson(known[point], sitting.applied(known[point])) for point in points if len(known[point]))


def weigh(inner: Split, known: Mapping[Point, Histories]) -> float:
    """How much of the prediction should be the trees', by an exam inside the first part of the history.

    The first model that fits there stands beside the trees: what a short history determines is not always
    what a longer one does.

    Args:
        inner: Split of the first part.
        known: Customers by point, for its points.

    Returns:
        The weight of :data:`WEIGHTS` with the lowest deviance, above 0.

    Raises:
        EstimateError: Too little to learn from, or the model alone is best.
    """
    held_out = known[inner.held_out]
    lesson = Lesson(held_out, sit_first(held_out))
    trees = grow(lessons(inner.learnt, known, lesson.sitting))
    modelled, rate = lesson.sitting.expected(inner.held_out.days), trees.rate(lesson)
    mixtures = [Ensemble(lesson.sitting.name, weight, trees).mixed(modelled, rate) for weight in WEIGHTS]
    deviances = [round(float(poisson_deviance(held_out.actual, m).mean()), 9) for m in mixtures]
    best = WEIGHTS[int(np.argmin(deviances))]
    if not best:
        raise EstimateError(
            f"trees made a model no better in the {inner.held_out}, on the part that candidates may see",
            remedy="use the model alone",
        )
    return best
