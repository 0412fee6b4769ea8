"""Where is the likelihood highest? Newton's method with safeguards, in the logarithms of the parameters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from custrata.errors import EstimateError

Numbers = NDArray[np.float64]
Evaluate = Callable[[Numbers], tuple[float, Numbers, Numbers]]
"""Log-likelihood, gradient and Hessian at a point."""

STEPS = 100
"""Newton needs 5 to 12; more than this goes nowhere."""
LONGEST_STEP = 2.0
"""No parameter moves by more than a factor of e² at once."""
LAST_STEP = 1e-6
"""After a step this short (relative change of every parameter) the next would be about its square."""
FIRST_LOOK = 1e-2
"""Short enough for a place to start from."""
LARGEST_GRADIENT = 1e-6
"""An optimum must be flat: no derivative by a log parameter above this, per customer."""
FARTHEST = np.log(1e6)
"""A log parameter beyond this (time in units of the oldest customer's age) is on its way to infinity."""
WIDEST_ERROR = 5.0
"""A log parameter known no better than this (a factor of 150) is not known."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """A maximum that was checked.

    Attributes:
        point: Log parameters.
        value: Log-likelihood there.
        covariance: Inverse of the negative Hessian.
        iterations: Newton steps.
        optimality: Largest derivative by a log parameter, per customer, at the last point evaluated.
    """

    point: Numbers
    value: float
    covariance: Numbers
    iterations: int
    optimality: float


class Runaway(Exception):
    """The search left every bound: there is no maximum inside.

    Attributes:
        point: Log parameters where it was given up.
    """

    def __init__(self, point: Numbers) -> None:
        super().__init__("no maximum inside")
        self.point = point


def climb(evaluate: Evaluate, start: Numbers, customers: float, last_step: float = LAST_STEP) -> Optimum:
    """The maximum of a smooth likelihood.

    Each step solves with the Hessian, its eigenvalues made positive and not too small, is no longer than
    ``LONGEST_STEP``, and is halved until the likelihood rises.

    Args:
        evaluate: Log-likelihood, gradient, Hessian by log parameters.
        start: Log parameters to begin with.
        customers: Number of customers, for the check per customer.
        last_step: A step this short is the last one.

    Returns:
        The maximum.

    Raises:
        Runaway: A parameter goes to zero or to infinity, or is not determined by the data.
        EstimateError: The search did not come to rest.

    Example:
        >>> def bell(at):
        ...     return -float((at - 1) @ (at - 1)), -2 * (at - 1), -2 * np.eye(2)
        >>> climb(bell, np.zeros(2), 1.0).point
        array([1., 1.])
    """
    point = np.asarray(start, dtype=np.float64)
    value, gradient, hessian = evaluate(point)
    for iteration in range(1, STEPS + 1):
        step, positive = _direction(gradient, hessian)
        if positive and np.abs(step).max() <= last_step:
            return _checked(point + step, value, gradient, hessian, iteration, customers, last_step)
        if np.abs(point).max() > FARTHEST:
            raise Runaway(point)
        moved = _rise(evaluate, point, value, step, float(step @ gradient))
        if moved is None:
            return _checked(point, value, gradient, hessian, iteration, customers, last_step)
        point, value, gradient, hessian = moved
    raise EstimateError(
        f"the search for the maximum did not come to rest in {STEPS} steps",
        remedy="look for customers with impossible histories, or use another model",
    )


def _direction(gradient: Numbers, hessian: Numbers) -> tuple[Numbers, bool]:
    """Newton's step with all curvatures made positive, and whether they were."""
    curvature, axes = np.linalg.eigh(-hessian)
    floor = 1e-10 * max(abs(curvature[0]), abs(curvature[-1]), 1e-300)
    step = axes @ ((axes.T @ gradient) / np.maximum(np.abs(curvature), floor))
    longest = np.abs(step).max()
    if longest > LONGEST_STEP:
        step *= LONGEST_STEP / longest
    return step, bool(curvature[0] > 0)


def _rise(
    evaluate: Evaluate, point: Numbers, value: float, step: Numbers, slope: float
) -> tuple[Numbers, float, Numbers, Numbers] | None:
    """The first point along the step where the likelihood has risen; None when rounding hides any rise."""
    noise = 1e-13 * abs(value)
    for _ in range(40):
        there = point + step
        found, gradient, hessian = evaluate(there)
        if np.isfinite(found) and found >= value + 1e-4 * slope - noise:
            return there, found, gradient, hessian
        step, slope = step / 4, slope / 4
        if slope < noise:
            return None
    return None


def _checked(
    point: Numbers,
    value: float,
    gradient: Numbers,
    hessian: Numbers,
    iterations: int,
    customers: float,
    last_step: float,
) -> Optimum:
    """The optimum, if it is flat, curved downwards and well inside the bounds."""
    optimality = float(np.abs(gradient).max()) / customers
    curvature, axes = np.linalg.eigh(-hessian)
    if curvature[0] <= 0 or np.abs(point).max() > FARTHEST:
        raise Runaway(point)
    covariance = (axes / curvature) @ axes.T
    if np.sqrt(covariance.diagonal().max()) > WIDEST_ERROR:
        raise Runaway(point)
    if optimality > LARGEST_GRADIENT * max(last_step / LAST_STEP, 1.0):
        raise EstimateError(
            f"the search stopped where the likelihood still rises (gradient {optimality:.1e} a customer)",
            remedy="look for customers with impossible histories, or use another model",
        )
    return Optimum(point, value, covariance, iterations, optimality)
