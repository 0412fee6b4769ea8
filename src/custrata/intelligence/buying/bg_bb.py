"""How do customers buy when they can do so only on given occasions, such as once a year? (BG/BB)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaln

from custrata.errors import EstimateError
from custrata.intelligence.buying.occasions import (
    chances,
    histories,
    likelihood,
    refuse_without_choice,
    ways_of,
)
from custrata.intelligence.buying.summaries import MOST_CUSTOMERS
from custrata.intelligence.likelihood import FittedModel, facts_of, maximise

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

MOST_OCCASIONS = 1_000_000
"""Occasions to come that are added up one by one."""

NEGLIGIBLE = 1e-13

"""Share of the sum that the occasions left out may make up."""

_NAMES = ("alpha", "beta", "gamma", "delta")
_REMEDY = "use the plain share of occasions taken, or watch for more occasions"


@dataclass(frozen=True, eq=False)
class BetaGeometricBetaBinomial(FittedModel):
    """On every occasion a customer first stops for good with chance θ, and else buys with chance p.

    Chances differ between customers: p is beta(α, β), θ is beta(γ, δ). All ages and horizons are whole
    numbers of occasions.
    """

    name: ClassVar[str] = "BG/BB"

    def probability_alive(self, x: ArrayLike, t_x: ArrayLike, n: ArrayLike) -> Floats:
        """The chance that a customer has not stopped by the occasion that comes next.

        Args:
            x: Occasions taken.
            t_x: The last occasion taken, from 1; 0 where none was.
            n: Occasions offered.

        Returns:
            Shares from 0 to 1; below 1 even for who took the last one, since one can stop before the next.

        Source: Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual
            setting, P(alive at n + 1).
        """
        gamma, delta = self.parameters["gamma"], self.parameters["delta"]
        return self._alive(x, t_x, n) * (delta + np.asarray(n)) / (gamma + delta + np.asarray(n))

    def expected_orders(self, horizon: float, x: ArrayLike, t_x: ArrayLike, n: ArrayLike) -> Floats:
        """Expected occasions taken among the next ``horizon``.

        Args:
            horizon: How many occasions, a whole number.
            x: Occasions taken.
            t_x: The last occasion taken; 0 where none was.
            n: Occasions offered.

        Returns:
            Orders, from 0 to ``horizon``, shape of the arguments.

        Source: Fader, Hardie and Shang (2010), E[X(n, n + n*)], as a sum over occasions: good at γ = 1 too.
        """
        return self._taken(x, t_x, n, np.ones(_occasions(horizon)))

    def expected_orders_new(self, horizon: float) -> float:
        """Expected occasions that a fresh customer takes among the first ``horizon``."""
        return float(self.expected_orders(horizon, 0, 0, 0))

    def discounted_expected_orders(
        self, rate: float, x: ArrayLike, t_x: ArrayLike, n: ArrayLike, horizon: float = float("inf")
    ) -> Floats:
        """Expected occasions taken, each worth e^(−rate k) if it is the k-th from now.

        Args:
            rate: Continuous discount an occasion; ln(1 + d) for a rate of d.
            x: Occasions taken.
            t_x: The last occasion taken; 0 where none was.
            n: Occasions offered.
            horizon: How many occasions count; infinity when all do.

        Returns:
            Discounted orders, shape of the arguments.

        Raises:
            EstimateError: When the sum has no end that can be reached.

        Source: Fader, Hardie and Shang (2010), discounted expected residual transactions.
        """
        if rate < 0:
            raise EstimateError("the rate of discount is negative", remedy="give a rate from 0")
        wanted = horizon
        if rate > 0:
            wanted = min(horizon, float(np.ceil(np.log(NEGLIGIBLE * -np.expm1(-rate)) / -rate)))
        steps = np.arange(1.0, _occasions(wanted) + 1.0)
        return self._taken(x, t_x, n, np.exp(-rate * steps))

    def variance_of_orders(self, horizon: float, x: ArrayLike, t_x: ArrayLike, n: ArrayLike) -> Floats:
        """The variance of the occasions taken among the next ``horizon``, around their expectation; exact."""
        alpha, beta = self.parameters["alpha"], self.parameters["beta"]
        orders, _, offered = histories(x, t_x, n)
        steps = np.arange(1.0, _occasions(horizon) + 1.0)
        alive = self._alive(x, t_x, n)
        lasts = self._last(offered, np.ones(len(steps)))
        squared = self._last(offered, 2 * steps - 1)
        total = alpha + beta + offered
        p = (alpha + orders) / total
        pp = p * (alpha + orders + 1) / (total + 1)
        mean = alive * p * lasts
        return np.asarray(np.maximum(alive * ((p - pp) * lasts + pp * squared) - mean**2, 0.0))

    def _taken(self, x: ArrayLike, t_x: ArrayLike, n: ArrayLike, weights: Floats) -> Floats:
        """Σ of weights over the occasions to come that are taken, in expectation."""
        alpha, beta = self.parameters["alpha"], self.parameters["beta"]
        orders, _, offered = histories(x, t_x, n)
        p = (alpha + orders) / (alpha + beta + offered)
        return np.asarray(self._alive(x, t_x, n) * p * self._last(offered, weights))

    def _last(self, offered: Whole, weights: Floats) -> Floats:
        """Σ_k weights_k × the chance that who is alive after ``offered`` occasions is at the k-th next."""
        gamma, delta = self.parameters["gamma"], self.parameters["delta"]
        distinct, place = np.unique(offered, return_inverse=True)
        steps = np.arange(1.0, len(weights) + 1.0)
        found = [
            float(np.dot(weights, np.exp(betaln(gamma, delta + own + steps) - betaln(gamma, delta + own))))
            for own in distinct.astype(np.float64)
        ]
        return np.array(found)[place.reshape(offered.shape)]

    def _alive(self, x: ArrayLike, t_x: ArrayLike, n: ArrayLike) -> Floats:
        """The chance that a customer had not stopped at the last occasion offered."""
        orders, last, offered = histories(x, t_x, n)
        rows = np.stack([orders.ravel(), last.ravel(), offered.ravel()], axis=1)
        distinct, place = np.unique(rows, axis=0, return_inverse=True)
        ways = ways_of(distinct)
        share = chances(ways, np.array(list(self.parameters.values())))[1]
        return np.asarray(share[ways.alive][place.reshape(orders.shape)])


def fit_bg_bb(
    x: ArrayLike, t_x: ArrayLike, n: ArrayLike, counts: ArrayLike | None = None
) -> BetaGeometricBetaBinomial:
    """Fit the beta-geometric/beta-binomial model by maximum likelihood.

    Args:
        x: Occasions that each customer took, of those offered since the first order.
        t_x: The last occasion taken, counted from 1; 0 where none was.
        n: Occasions offered.
        counts: How many customers share each row; 1 each when None.

    Returns:
        The model with its parameters alpha, beta, gamma and delta.

    Raises:
        EstimateError: When nobody, or everybody always, came back, or there is no interior maximum.

    Source: Fader, Hardie and Shang (2010), Customer-base analysis in a discrete-time noncontractual setting.

    Example:
        >>> fit_bg_bb([0, 0], [0, 0], [6, 6])
        Traceback (most recent call last):
        custrata.errors.EstimateError: none of 2 customers came back on any occasion, so nothing is known of
        how they do. To do: use the plain share of occasions taken, or watch for more occasions.
    """
    orders, last, offered = histories(x, t_x, n)
    weights = np.ones(orders.shape) if counts is None else np.asarray(counts, dtype=np.float64)
    counted = np.all((weights >= 0) & (weights <= MOST_CUSTOMERS))
    if orders.ndim != 1 or weights.shape != orders.shape or not counted:
        raise EstimateError(
            "the columns are not of one length, or counts are negative or no counts",
            remedy="give one number a customer in each column, and counts from 0",
        )
    distinct, place = np.unique(np.stack([orders, last, offered], axis=1), axis=0, return_inverse=True)
    customers = np.bincount(place.ravel(), weights, len(distinct)).astype(np.float64)
    distinct, customers = distinct[customers > 0], customers[customers > 0]
    refuse_without_choice(distinct, customers, _REMEDY)
    ways = ways_of(distinct)
    top = maximise(lambda at: likelihood(ways, customers, at), np.zeros(4))
    return BetaGeometricBetaBinomial(**facts_of(top, _NAMES, round(float(customers.sum())), "BG/BB", _REMEDY))


def _occasions(horizon: float) -> int:
    if not horizon >= 0 or horizon != np.floor(horizon) or horizon > MOST_OCCASIONS:
        raise EstimateError(
            f"{horizon:g} occasions to come cannot be added up",
            remedy=f"give a whole number of occasions from 0 to {MOST_OCCASIONS:,}, or a rate of discount",
        )
    return int(horizon)
