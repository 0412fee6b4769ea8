"""Over how long is counted, and what is a later order worth today? Weights of the moments ahead."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from custrata.errors import EstimateError

Floats = NDArray[np.float64]

FARTHEST = 45.0
"""Beyond this many times 1/rate an order is worth e^−45 of itself: nothing."""


@lru_cache(maxsize=64)
def legendre(points: int) -> tuple[Floats, Floats]:
    """Places and weights of the Gauss-Legendre rule on 0 to 1."""
    places, weights = np.polynomial.legendre.leggauss(points)
    return (places + 1) / 2, weights / 2


def checked_horizon(horizon: float, rate: float = 0.0) -> float:
    """The horizon, cut where nothing counts any more.

    Args:
        horizon: Time ahead, 0 or more; may be infinite when the rate is not 0.
        rate: Continuous discount rate per unit of time.

    Returns:
        A finite horizon.

    Raises:
        EstimateError: It is negative or no number, or without end and not discounted.

    Example:
        >>> checked_horizon(float("inf"), rate=0.5)
        90.0
    """
    if not (horizon >= 0 and rate >= 0 and np.isfinite(rate)):
        raise EstimateError(
            f"a horizon of {horizon} at a discount rate of {rate} says nothing",
            remedy="give a horizon and a rate that are not negative",
        )
    if rate == 0 and not np.isfinite(horizon):
        raise EstimateError(
            "orders without end and without discounting have no finite number",
            remedy="give a finite horizon, or a discount rate above 0",
        )
    return float(min(horizon, FARTHEST / rate)) if rate > 0 else float(horizon)


def moments_ahead(horizon: float, scale: Floats) -> tuple[Floats, Floats]:
    """Moments of time and their weights, close together where the scale is short.

    Args:
        horizon: How far ahead.
        scale: α + T or β + T, the time over which things change; shape (rows,).

    Returns:
        Times and weights, each of shape (rows, points): the integral of f over the horizon is the sum of
        weights × f(times).

    Example:
        >>> times, weights = moments_ahead(2.0, np.ones(1))
        >>> float((weights * times**2).sum().round(9))  # ∫ t² dt from 0 to 2
        2.666666667
    """
    length = np.log1p(horizon / scale)
    places, weights = legendre(6 + int(np.ceil(5 * length.max(initial=0.0))))
    grown = np.expm1(length[:, None] * places)
    return scale[:, None] * grown, (scale * length)[:, None] * (1 + grown) * weights
