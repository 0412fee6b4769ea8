"""How do customers buy if nobody ever stops? The NBD model, where those with a dropout have no maximum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.special import digamma, gammaln, polygamma

from custrata.errors import EstimateError
from custrata.intelligence.likelihood.newton import Curve, maximise

Floats = NDArray[np.float64]

_REMEDY = "use the mean rate of all customers"


@dataclass(frozen=True, slots=True)
class Nbd:
    """Orders at a rate that differs by customer (gamma r, α); nobody stops.

    Attributes:
        r: Shape of the rates.
        alpha: Their scale, in the unit of time.
        log_likelihood: At the maximum.
    """

    name: ClassVar[str] = "NBD"

    r: float
    alpha: float
    log_likelihood: float

    def expected_orders(self, horizon: float, x: Floats, t_x: Floats, T: Floats) -> Floats:
        """Orders expected in (T, T + horizon]: a customer's own rate, drawn towards that of all.

        Args:
            horizon: Time ahead, in the unit of T.
            x: Repeat orders.
            t_x: Age at the last order; it says nothing here.
            T: Age.
        """
        return np.asarray((self.r + x) / (self.alpha + T) * horizon)

    def probability_alive(self, x: Floats, t_x: Floats, T: Floats) -> Floats:
        """Exactly 1 for everybody: an assumption, no finding."""
        return np.ones(len(x))


def fit_nbd(x: Floats, t_x: Floats, T: Floats, counts: Floats | None = None) -> Nbd:
    """Fit the NBD model by maximum likelihood.

    Args:
        x: Repeat orders; shape (rows,).
        t_x: Age at the last order.
        T: Age, in any unit of time.
        counts: How many customers share each row; one each when left out.

    Raises:
        EstimateError: Customers do not differ in how often they order.

    Source:
        Ehrenberg (1959), The pattern of consumer purchases, Applied Statistics 8(1), 26-41; with exposures of
        different length.

    Example:
        >>> x = np.array([0.0, 1.0, 2.0, 9.0])
        >>> model = fit_nbd(x, x, np.full(4, 10.0), counts=np.array([60.0, 20.0, 9.0, 5.0]))
        >>> round(float(model.expected_orders(10.0, x, x, np.full(4, 10.0))[0]), 3)
        0.236
    """
    weights = np.ones(len(x)) if counts is None else counts
    mean = float(weights @ x / (weights @ T)) if float(weights @ T) > 0 else 0.0
    if mean <= 0:
        raise EstimateError("nobody ordered again, so there is no rate", remedy=_REMEDY)
    unit = float(T.max())
    ages = T / unit

    def likelihood(at: Floats) -> Curve:
        return _curve(at, x, ages, weights)

    top = maximise(likelihood, np.log([1.0, 1.0 / (mean * unit)]))
    if top.runaway is not None or top.covariance is None:
        raise EstimateError(
            "customers differ no more in how often they order than chance would have it", remedy=_REMEDY
        )
    r, alpha = np.exp(top.at)
    return Nbd(float(r), float(alpha) * unit, top.curve.value - float(weights @ x) * float(np.log(unit)))


def _curve(at: Floats, x: Floats, T: Floats, weights: Floats) -> Curve:
    r, alpha = np.exp(at)
    whole = alpha + T
    value = gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * np.log(whole)
    by_r = digamma(r + x) - digamma(r) + np.log(alpha / whole)
    by_alpha = r / alpha - (r + x) / whole
    second = np.array(
        [
            [weights @ (polygamma(1, r + x) - polygamma(1, r)), weights @ (1 / alpha - 1 / whole)],
            [weights @ (1 / alpha - 1 / whole), weights @ ((r + x) / whole**2 - r / alpha**2)],
        ]
    )
    slope = np.array([weights @ by_r, weights @ by_alpha])
    return Curve.of_natural(float(weights @ value), slope, second, np.array([r, alpha]))
