"""What would somebody predict who has no model?"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from custrata.intelligence.exam.features import Histories

    Floats = npt.NDArray[np.float64]

ZERO, MEAN, OWN_PAST_RATE, LAST_PERIOD = "zero", "mean", "own_past_rate", "last_period"

NAIVE = (ZERO, MEAN, OWN_PAST_RATE, LAST_PERIOD)
"""Nobody orders again; everybody at the mean rate; each at the own past rate; each as often as last time."""

SHORTEST_AGE = 28.0
"""Days that a customer counts as known at least, so that yesterday's buyer does not order every day."""


def naive_predictions(known: Histories, start: dt.date) -> dict[str, Floats]:
    """Orders that each rule without a model expects in the time ahead.

    Args:
        known: Customers at a point.
        start: First day of the history.

    Returns:
        By rule of :data:`NAIVE`, one mean a customer. The last period is as long as the time ahead; a history
        that is shorter is scaled to it.
    """
    days = known.point.days
    age = np.maximum(known.T, SHORTEST_AGE)
    period = min(days, (known.point.origin - start).days + 1)
    return {
        ZERO: np.zeros(len(known)),
        MEAN: np.full(len(known), known.x.sum() / age.sum() * days),
        OWN_PAST_RATE: known.x / age * days,
        LAST_PERIOD: known.columns["days_period"] * (days / period),
    }
