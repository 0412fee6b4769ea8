"""Where is a likelihood highest? Newton's method on the logarithms of the parameters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MOST_STEPS = 200
LONGEST_STEP = 2.0
"""No logarithm moves further in one step: a factor of e² is much for a parameter."""

FAR = 11.5
"""A parameter that is 100,000 times what it began with has run away: there is no interior maximum."""

CLOSE_ENOUGH = 1e-10
"""The gain in log-likelihood that one more Newton step promises when we stop; that step is still taken."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A log-likelihood at one point, by the logarithms of its parameters.

    Attributes:
        value: The log-likelihood.
        gradient: Its first derivatives, shape (k,).
        hessian: Its second derivatives, shape (k, k).
    """

    value: float
    gradient: Floats
    hessian: Floats

    @property
    def finite(self) -> bool:
        """Whether value and derivatives are all numbers."""
        return bool(
            np.isfinite(self.value)
            and np.all(np.isfinite(self.gradient))
            and np.all(np.isfinite(self.hessian))
        )

    @classmethod
    def of_natural(cls, value: float, gradient: Floats, hessian: Floats, parameters: Floats) -> Curve:
        """The same curve by the logarithms of positive parameters, from derivatives by the parameters."""
        slope = parameters * gradient
        return cls(value, slope, hessian * np.outer(parameters, parameters) + np.diag(slope))


@dataclass(frozen=True, slots=True)
class Maximum:
    """Where the search ended.

    Attributes:
        at: Logarithms of the parameters.
        curve: The log-likelihood there.
        iterations: Steps taken.
        promise: The gain in log-likelihood that one more Newton step promises.
        runaway: Index of the parameter that ran away; None when the maximum lies inside.
    """

    at: Floats
    curve: Curve
    iterations: int
    promise: float
    runaway: int | None

    @property
    def covariance(self) -> Floats | None:
        """The inverse of the negative Hessian; None where the top is flat, so that it has none."""
        information = -self.curve.hessian
        if not np.all(np.isfinite(information)):
            return None
        spread = np.sqrt(np.abs(np.diag(information)))
        spread[spread == 0] = 1.0
        # Scaled to ones on the diagonal, so that flatness shows whatever the number of customers.
        scaled = information / np.outer(spread, spread)
        if np.linalg.eigvalsh(scaled)[0] < 1e-10:
            return None
        inverse: Floats = np.linalg.inv(scaled) / np.outer(spread, spread)
        return (inverse + inverse.T) / 2


def maximise(curve_at: Callable[[Floats], Curve], start: Floats) -> Maximum:
    """Climb to the top with Newton's method, made safe by curvature of the right sign and by halving.

    Args:
        curve_at: The log-likelihood with its derivatives, by the logarithms of the parameters.
        start: Logarithms to begin with, shape (k,).

    Returns:
        The maximum, or the point at which a parameter ran away.

    Source: Nocedal and Wright (2006), Numerical Optimization, algorithm 3.2 as modified in section 3.4.

    Example:
        >>> def hill(t: Floats) -> Curve:
        ...     return Curve(-float((t[0] - 1) ** 2), -2 * (t - 1), np.array([[-2.0]]))
        >>> top = maximise(hill, np.zeros(1))
        >>> float(top.at[0]), top.runaway
        (1.0, None)
    """
    at, curve = start, curve_at(start)
    for step in range(1, MOST_STEPS + 1):
        direction = _direction(curve)
        promise = float(curve.gradient @ direction) / 2
        if promise <= CLOSE_ENOUGH:
            at, curve = _last_step(curve_at, at, curve, direction)
            left = max(float(curve.gradient @ _direction(curve)) / 2, 0.0)
            return Maximum(at, curve, step, left, _runaway(at, start))
        longest = float(np.max(np.abs(direction)))
        if longest > LONGEST_STEP:
            direction = direction * (LONGEST_STEP / longest)
        found = _climb(curve_at, at, curve, direction)
        if found is None or _runaway(found[0], start) is not None:
            at, curve = found or (at, curve)
            return Maximum(at, curve, step, promise, _runaway(at, start))
        at, curve = found
    return Maximum(at, curve, MOST_STEPS, promise, int(np.argmax(np.abs(at - start))))


def _direction(curve: Curve) -> Floats:
    """Uphill by Newton, where the curvature has the wrong sign or is nearly none by its size."""
    values, vectors = np.linalg.eigh(-curve.hessian)
    size = np.abs(values)
    size = np.maximum(size, 1e-12 * max(float(size.max()), 1e-300))
    return np.asarray(vectors @ ((vectors.T @ curve.gradient) / size), dtype=np.float64)


def _climb(
    curve_at: Callable[[Floats], Curve], at: Floats, curve: Curve, direction: Floats
) -> tuple[Floats, Curve] | None:
    """The first of the step, its half, its quarter … that gains enough; None when none does."""
    slope = float(curve.gradient @ direction)
    # A rise below this is lost in the rounding of the sum.
    noise = 1e-14 * abs(curve.value)
    for halvings in range(40):
        share = 0.5**halvings
        if share * slope < noise:
            return None
        there = curve_at(at + share * direction)
        if not there.finite:
            continue
        risen = there.value >= curve.value + 1e-4 * share * slope - noise
        if risen or _flatter(there, curve):
            return at + share * direction, there
    return None


def _flatter(there: Curve, here: Curve) -> bool:
    """Whether a value is the same but for the rounding of its terms, on clearly flatter ground."""
    steepest = float(np.max(np.abs(here.gradient)))
    alike = there.value >= here.value - 1e-10 * abs(here.value)
    return alike and float(np.max(np.abs(there.gradient))) < steepest / 2


def _last_step(
    curve_at: Callable[[Floats], Curve], at: Floats, curve: Curve, direction: Floats
) -> tuple[Floats, Curve]:
    """One more step when it does not lower the value by more than rounding does."""
    longest = float(np.max(np.abs(direction)))
    if longest > 1e-2:
        return at, curve
    there = curve_at(at + direction)
    smaller = there.finite and float(np.max(np.abs(there.gradient))) <= float(np.max(np.abs(curve.gradient)))
    return (at + direction, there) if smaller else (at, curve)


def _runaway(at: Floats, start: Floats) -> int | None:
    distance = np.abs(at - start)
    return int(np.argmax(distance)) if np.any(distance > FAR) else None
