"""The likelihood that both contract models share: leaving has a chance of its own for every customer."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import polygamma, psi

from custrata.errors import EstimateError
from custrata.intelligence.likelihood import Curve, FittedModel, Maximum
from custrata.intelligence.survival.exposure import Exposure
from custrata.intelligence.survival.lifetime import discounted_periods

Floats = NDArray[np.float64]

_FAR_OUT = 16
"""From here on four terms of Stirling's series are good to 14 digits."""

LARGEST_SHAPE = 1e4
"""Beyond this customers do not differ in their chance to leave, and the likelihood is flat."""


@dataclass(frozen=True, eq=False)
class ContractModel(FittedModel):
    """What is common to models of contracts that can end once in every period."""

    @abstractmethod
    def log_survival(self, t: ArrayLike) -> Floats:
        """The logarithm of :meth:`survival`, which stays a number where that is too small for one."""

    def survival(self, t: ArrayLike) -> Floats:
        """The share of contracts that still run after t periods.

        Args:
            t: Periods, from 0.

        Returns:
            Shares from 0 to 1, shape of ``t``.

        Raises:
            EstimateError: When a time is not a number from 0.
        """
        return np.asarray(np.exp(self.log_survival(_times_from(0, t))))

    def retention(self, t: ArrayLike) -> Floats:
        """The share of the contracts that have survived t − 1 periods which survive the t-th as well.

        Args:
            t: Whole periods, from 1.

        Returns:
            Shares from 0 to 1, shape of ``t``.

        Raises:
            EstimateError: When a period is not a number from 1.
        """
        period = _times_from(1, t)
        return np.asarray(np.exp(self.log_survival(period) - self.log_survival(period - 1)))

    def discounted_expected_lifetime(
        self, rate: float, age: ArrayLike = 0, horizon: float = float("inf")
    ) -> Floats:
        """Expected number of periods that a running contract will still pay for, discounted.

        A period is paid for at its beginning, so the one that begins now counts in full: at age 0 it is the
        expected lifetime of a new customer.

        Args:
            rate: Of discount, a period.
            age: Whole periods that it has survived, from 0.
            horizon: How many periods count.

        Returns:
            Periods, shape of ``age``.

        Raises:
            EstimateError: When the sum over an endless horizon does not settle.

        Source: Fader and Hardie (2010), Customer-base valuation in a contractual setting.
        """
        return discounted_periods(self.log_survival, rate, age, horizon)[0]

    def discounted_residual_lifetime(
        self, rate: float, age: ArrayLike = 0, horizon: float = float("inf")
    ) -> Floats:
        """The same just before a renewal that may yet fail: the coming period counts if it is survived.

        Args:
            rate: Of discount, a period; the coming period is not discounted.
            age: Whole periods that it has survived before this renewal.
            horizon: How many periods count.

        Returns:
            Periods, shape of ``age``.

        Source: Fader and Hardie (2010), discounted expected residual lifetime with n − 1 = ``age``.
        """
        ages = np.asarray(age, dtype=np.float64)
        return np.asarray(
            self.retention(ages + 1) * self.discounted_expected_lifetime(rate, ages + 1, horizon)
        )

    def variance_of_lifetime(self, rate: float, age: ArrayLike = 0, horizon: float = float("inf")) -> Floats:
        """The variance of what :meth:`discounted_expected_lifetime` is the mean of, in periods²."""
        return discounted_periods(self.log_survival, rate, age, horizon)[1]


def _times_from(first: int, t: ArrayLike) -> Floats:
    times = np.asarray(t, dtype=np.float64)
    if not np.all((times >= first) & np.isfinite(times)):
        raise EstimateError(
            f"some times are not numbers from {first}", remedy="give periods that have passed"
        )
    return times


def log_survival(t: ArrayLike, alpha: float, beta: float, c: float) -> Floats:
    """Log B(α, β + t^c) − log B(α, β): the logarithm of the share that survives t periods."""
    power = np.asarray(t, dtype=np.float64) ** c
    return _log_rise(np.float64(beta), alpha) - _log_rise(beta + power, alpha)


def _log_rise(z: Floats | np.float64, by: float) -> Floats:
    """Log Γ(z + by) / Γ(z), to the last digits: a difference of two large logarithms would lose them.

    From ``_FAR_OUT`` on by Stirling's series, whose large parts cancel on paper; before, by the recurrence.
    """
    start = np.asarray(z, dtype=np.float64)
    near = start < _FAR_OUT
    far = np.where(near, start + _FAR_OUT, start)
    end = far + by
    rise = by * np.log(far) + (end - 0.5) * np.log1p(by / far) - by + _stirling(end) - _stirling(far)
    rise = np.asarray(rise)
    rise[near] -= np.log1p(by / (start[near][:, None] + np.arange(_FAR_OUT))).sum(axis=1)
    return rise


def _stirling(z: Floats) -> Floats:
    """The part of log Γ(z) that vanishes for large z."""
    square = 1 / (z * z)
    return np.asarray((1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / z)


def hazard_likelihood(found: Exposure, alpha: float, beta: float, c: float) -> Curve:
    """The log-likelihood of what ended and what survived in each period, by the logarithms of α, β and c.

    Args:
        found: Contracts at risk and ended by age.
        alpha: First shape of the chances to leave.
        beta: Second shape.
        c: How the hazard of one customer moves with age; 1 is no move.

    Returns:
        Value, gradient and Hessian; for a model without c its first two rows.

    Source: Fader and Hardie (2007), How to project customer retention; Fader, Hardie, Liu, Davin and
        Steenburgh (2018), "How to project customer retention" revisited.
    """
    with np.errstate(all="ignore"):
        return _hazard_likelihood(found, alpha, beta, c)


def _hazard_likelihood(found: Exposure, alpha: float, beta: float, c: float) -> Curve:
    value, gradient, hessian = _log_survival_derivatives(len(found.at_risk), alpha, beta, c)
    step, slope, bend = np.diff(value), np.diff(gradient), np.diff(hessian)
    lost, kept = found.ended, found.at_risk - found.ended
    # Of a customer who ends: log(1 − e^step); its derivatives by the step.
    odds = np.expm1(-step)
    first = kept - lost / odds
    second = lost / (odds * np.expm1(step))
    log_likelihood = float(np.dot(kept, step) + np.dot(lost, np.log(-np.expm1(step))))
    return Curve.of_natural(
        log_likelihood,
        slope @ first,
        bend @ first + (slope * second) @ slope.T,
        np.array([alpha, beta, c]),
    )


def _log_survival_derivatives(
    periods: int, alpha: float, beta: float, c: float
) -> tuple[Floats, Floats, Floats]:
    """Log S at 0, 1 … periods with first (3, …) and second (3, 3, …) derivatives by α, β and c."""
    t = np.arange(periods + 1, dtype=np.float64)
    power = t**c
    log_t = np.log(np.maximum(t, 1.0))
    moved = power * log_t
    low, high = beta + power, alpha + beta + power
    fall = psi(low) - psi(high)
    low2, high2 = polygamma(1, low), polygamma(1, high)
    both, own = polygamma(1, alpha + beta), polygamma(1, beta)
    gradient = np.array([psi(alpha + beta) - psi(high), fall - psi(beta) + psi(alpha + beta), fall * moved])
    aa = both - high2
    bb = low2 - high2 - own + both
    ac, bc = -high2 * moved, (low2 - high2) * moved
    cc = (low2 - high2) * moved**2 + fall * moved * log_t
    hessian = np.array([[aa, aa, ac], [aa, bb, bc], [ac, bc, cc]])
    return log_survival(t, alpha, beta, c), gradient, hessian


def refuse_without_ends(found: Exposure) -> None:
    """Say so when nothing, or everything in the first period, ended.

    Raises:
        EstimateError: In these cases.
    """
    if not found.ended.sum():
        raise EstimateError(
            f"none of {found.n:,} contracts ended, so nothing is known of how long they run",
            remedy="wait for the first ends, or take past customers into the data",
        )
    if found.n < 2:
        raise EstimateError("there is only one contract", remedy="wait for more contracts")
    if np.all(found.ended >= found.at_risk):
        raise EstimateError(
            "every contract ended in the first period under watch, so there is no later one to learn from",
            remedy="watch for more periods, or use the plain share that ended",
        )


def refuse_alike(top: Maximum, remedy: str) -> None:
    """Say so when the shapes ran off together: then customers do not differ.

    Raises:
        EstimateError: In this case.
    """
    if float(np.exp(top.at[:2].max())) > LARGEST_SHAPE:
        raise EstimateError(
            "customers do not seem to differ in their own risk to leave, which is what the model estimates",
            remedy=remedy,
        )
