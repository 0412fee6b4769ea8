"""What do boosted trees expect, that learnt on earlier days from what came after them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from custrata.errors import EstimateError

if TYPE_CHECKING:
    import numpy.typing as npt

    from custrata.intelligence.exam.features import Histories
    from custrata.intelligence.exam.models import Sitting

    Floats = npt.NDArray[np.float64]

SHAPE = {
    "loss": "poisson",
    "learning_rate": 0.05,
    "max_iter": 100,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 50,
    "l2_regularization": 1.0,
    "early_stopping": False,
    "random_state": 0,
}
"""Small trees, slowly added, that never look at fewer than 50 customers: what thousands of rows can bear."""

LEAST_CUSTOMERS = 1000
LEAST_ORDERS = 500
"""Fewer customers, or fewer orders to learn from, and trees only learn chance."""

_FEW = "use a model of buying; trees want more customers or a longer history"


@dataclass(frozen=True, eq=False)
class Lesson:
    """Customers as known at a point, with what a model of buying that was fitted to them expects.

    Attributes:
        known: The customers.
        sitting: The model.
    """

    known: Histories
    sitting: Sitting

    def features(self) -> Floats:
        """What the trees are given: the model's rate and chance, and what was ordered and spent."""
        days = self.known.point.days
        return np.column_stack([self.sitting.expected(days) / days, self.sitting.alive(), self.known.spent()])


@dataclass(frozen=True, eq=False)
class Trees:
    """Boosted trees that expect orders a day.

    Attributes:
        fitted: The regressor.
        n: Rows it learnt from.
    """

    fitted: Any
    n: int

    def rate(self, lesson: Lesson) -> Floats:
        """Orders a day, up to a factor that all customers have in common.

        How many orders there will be in all is left to a model of buying: trees know only the seasons that
        they have seen.

        Args:
            lesson: Customers at a point.

        Returns:
            One rate a customer, above 0.
        """
        features = lesson.features()
        return np.asarray(self.fitted.predict(features))


def grow(lessons: Sequence[Lesson]) -> Trees:
    """Boosted trees that learnt from what came after earlier points.

    Args:
        lessons: Points whose time ahead lies within what is known.

    Returns:
        Trees for the rate of orders; the same customers give the same trees.

    Raises:
        EstimateError: There are too few customers or orders to learn from.

    Source:
        Friedman (2001), Greedy function approximation: a gradient boosting machine, Annals of Statistics
        29(5), 1189-1232.
    """
    if not lessons:
        raise EstimateError(
            "at no earlier day could a model be fitted for trees to learn beside", remedy=_FEW
        )
    days = np.concatenate([np.full(len(one.known), float(one.known.point.days)) for one in lessons])
    ahead = np.concatenate([one.known.actual for one in lessons])
    most, orders = max(len(one.known) for one in lessons), float(ahead.sum())
    if most < LEAST_CUSTOMERS or orders < LEAST_ORDERS:
        raise EstimateError(
            f"{most:,} customers with {orders:,.0f} later orders are too few for trees to learn from",
            remedy=_FEW,
        )
    from sklearn.ensemble import HistGradientBoostingRegressor
    from threadpoolctl import threadpool_limits

    mean = orders / days.sum()
    weights = days / days.mean()
    rows = np.vstack([one.features() for one in lessons])
    regressor = HistGradientBoostingRegressor(**SHAPE)
    # Threads wait for each other after every level of every tree: one is as fast, and the trees are the same.
    with threadpool_limits(1):
        return Trees(regressor.fit(rows, ahead / days / mean, sample_weight=weights), len(rows))
