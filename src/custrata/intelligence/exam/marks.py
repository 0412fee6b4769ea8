"""How far were predictions from what came, and is one candidate surely nearer than another?"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from custrata.measures.kernel.estimates import Z95

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

LEAST_ORDERS = 1e-6
"""A prediction counts as at least that many orders: none at all would make any order impossible."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a candidate, with its 95% interval over customers; None where there is none.

    Attributes:
        value: The mark.
        low: Lower end.
        high: Upper end.
    """

    value: float | None
    low: float | None = None
    high: float | None = None


def poisson_deviance(actual: Floats, predicted: Floats) -> Floats:
    """How surprising each count is under its predicted mean: 0 when it is met, more the farther off.

    Args:
        actual: Counts, 0 or more; shape (customers,).
        predicted: Means, 0 or more; the same shape.

    Returns:
        2 (y log(y / m) − y + m), one a customer.

    Source:
        McCullagh and Nelder (1989), Generalized Linear Models, section 2.3.

    Example:
        >>> poisson_deviance(np.array([0.0, 2.0]), np.array([0.5, 2.0])).tolist()
        [1.0, 0.0]
    """
    mean = np.maximum(predicted, LEAST_ORDERS)
    ratio = np.where(actual > 0, actual, 1.0) / mean
    return np.asarray(2 * (np.where(actual > 0, actual * np.log(ratio), 0.0) - actual + mean))


def deviance(actual: Floats, predicted: Floats) -> Mark:
    """Mean Poisson deviance of a customer."""
    return _mean(poisson_deviance(actual, predicted))


def absolute_error(actual: Floats, predicted: Floats) -> Mark:
    """Mean absolute error of a customer, in orders."""
    return _mean(np.abs(actual - predicted))


def root_square_error(actual: Floats, predicted: Floats) -> Mark:
    """Root of the mean squared error, in orders."""
    squared = _mean((actual - predicted) ** 2)
    ends = (math.sqrt(max(end or 0.0, 0.0)) for end in (squared.value, squared.low, squared.high))
    return Mark(*ends)


def correlation(actual: Floats, predicted: Floats) -> Mark:
    """Pearson's correlation of prediction and count, with Fisher's interval; None where one never varies."""
    if np.ptp(predicted) <= 1e-9 * np.abs(predicted).max(initial=0.0) or np.ptp(actual) == 0:
        return Mark(None)
    r = float(np.corrcoef(actual, predicted)[0, 1])
    if len(actual) < 4 or abs(r) >= 1:
        return Mark(r)
    half = Z95 / math.sqrt(len(actual) - 3)
    return Mark(r, math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half))


def total_error(actual: Floats, predicted: Floats) -> Mark:
    """Predicted less actual orders of all customers, as a share of the actual; None when nobody ordered."""
    came = float(actual.sum())
    if came <= 0:
        return Mark(None)
    differences = predicted - actual
    half = Z95 * math.sqrt(len(actual)) * float(differences.std()) / came
    value = float(differences.sum()) / came
    return Mark(value, value - half, value + half)


MARKS: dict[str, Callable[[Floats, Floats], Mark]] = {
    "deviance": deviance,
    "mae": absolute_error,
    "rmse": root_square_error,
    "correlation": correlation,
    "total_error": total_error,
}
"""The marks by their names in relations, the one that decides first."""


def marks_of(actual: Floats, predicted: Floats) -> dict[str, Mark]:
    """All marks of one candidate.

    Args:
        actual: Orders that came; shape (customers,).
        predicted: Orders that were expected; the same shape.

    Example:
        >>> found = marks_of(np.array([0.0, 1.0, 2.0]), np.array([0.5, 1.0, 1.5]))
        >>> round(found["mae"].value, 4), found["total_error"].value
        (0.3333, 0.0)
    """
    return {name: mark(actual, predicted) for name, mark in MARKS.items()}


def gain(actual: Floats, predicted: Floats, rival: Floats) -> Mark:
    """By which share the deviance is lower than a rival's, with the interval of the paired differences.

    Args:
        actual: Orders that came; shape (customers,).
        predicted: What the candidate expected.
        rival: What the rival expected.

    Returns:
        Above 0 when the candidate is nearer; surely so when ``low`` is above 0, too.

    Example:
        >>> came = np.array([0.0, 1.0, 0.0, 3.0])
        >>> round(gain(came, np.array([0.2, 1.0, 0.2, 2.5]), np.full(4, 1.0)).value, 3)
        0.864
    """
    other = poisson_deviance(actual, rival)
    whole = float(other.mean())
    if whole <= 0:
        return Mark(0.0, 0.0, 0.0)
    better = _mean(other - poisson_deviance(actual, predicted))
    value, low, high = ((end or 0.0) / whole for end in (better.value, better.low, better.high))
    return Mark(value, low, high)


def _mean(values: Floats) -> Mark:
    middle = float(values.mean())
    half = Z95 * float(values.std(ddof=1)) / math.sqrt(len(values)) if len(values) > 1 else 0.0
    return Mark(middle, middle - half, middle + half)
