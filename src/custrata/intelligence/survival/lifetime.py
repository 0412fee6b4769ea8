"""What is a survival curve worth: expected periods to come, discounted, within a horizon?"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.errors import EstimateError

Floats = NDArray[np.float64]

MOST_TERMS = 1_000_000
"""Periods that are added up one by one before a sum without end is refused."""

NEGLIGIBLE = 1e-13
"""Share of the sum that the periods left out may make up."""


def discounted_periods(
    log_survival: Callable[[Floats], Floats], rate: float, age: ArrayLike, horizon: float
) -> tuple[Floats, Floats]:
    """Mean and variance of the discounted number of periods that a running contract will still pay for.

    A period is paid for at its beginning: the one that begins now by everybody, the next by those who
    survive this one. The mean is Σ_k S(age + k) / S(age) (1 + rate)^−k over k = 0 … horizon − 1.

    Args:
        log_survival: The logarithm of S at ages in whole periods, from 0.
        rate: Of discount, a period, from 0.
        age: Whole periods that contracts have survived, from 0.
        horizon: How many periods count; infinity when all do.

    Returns:
        Mean in periods and variance in periods², each with the shape of ``age``.

    Raises:
        EstimateError: When the sum has no end that can be reached.

    Example:
        >>> mean, variance = discounted_periods(lambda t: t * np.log(0.5), 0.0, 0, 3)
        >>> float(mean), float(variance)
        (1.75, 0.6875)
    """
    ages = np.asarray(age, dtype=np.float64)
    if not np.all((ages >= 0) & (ages == np.floor(ages))) or not 0 <= rate < np.inf or not horizon >= 0:
        raise EstimateError(
            "an age is not a whole number of periods from 0, or the rate or horizon is negative",
            remedy="give whole periods, and a rate and horizon from 0",
        )
    terms = _terms(rate, horizon)
    distinct, place = np.unique(ages, return_inverse=True)
    discount = (1.0 + rate) ** -np.arange(terms, dtype=np.float64)
    paid = np.cumsum(discount)
    # (paid so far)² grows by this much when one more period is paid.
    squares = np.diff(paid**2, prepend=0.0)
    if not len(distinct):
        return np.zeros(ages.shape), np.zeros(ages.shape)
    if not distinct[-1] <= MOST_TERMS:
        raise EstimateError(
            f"a contract is {distinct[-1]:,.0f} periods old",
            remedy="count in the periods in which contracts are renewed, such as months",
        )
    # One curve for all ages: each reads it from its own place.
    logs = log_survival(np.arange(distinct[0], distinct[-1] + max(terms, 1)))
    starts = (distinct - distinct[0]).astype(np.int64)
    found = np.array([_moments(logs[start : start + terms], discount, squares) for start in starts])
    mean, variance = found[place.reshape(ages.shape)].transpose(-1, *range(ages.ndim))
    return mean, variance


def _terms(rate: float, horizon: float) -> int:
    """How many periods must be added up."""
    wanted = horizon
    if rate > 0:
        # Σ beyond k is at most z^k / (1 − z), and the sum itself at least 1.
        enough = np.ceil(np.log(NEGLIGIBLE * rate / (1 + rate)) / -np.log1p(rate))
        wanted = min(horizon, float(enough))
    if wanted > MOST_TERMS:
        raise EstimateError(
            f"a discount of {rate:g} a period leaves too many periods to add up",
            remedy="give a horizon, or a larger rate of discount",
        )
    return int(np.floor(wanted))


def _moments(logs: Floats, discount: Floats, squares: Floats) -> tuple[float, float]:
    if not len(discount):
        return 0.0, 0.0
    # Where nobody is left of such an age, those who are would be the last period's.
    alive = np.exp(logs - logs[0]) if np.isfinite(logs[0]) else np.eye(1, len(discount))[0]
    mean = float(np.dot(alive, discount))
    return mean, max(float(np.dot(alive, squares)) - mean**2, 0.0)
