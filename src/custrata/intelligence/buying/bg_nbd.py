"""How do customers buy if each may stop after any repeat order? The BG/NBD model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.intelligence.buying.ahead.ages import by_age
from custrata.intelligence.buying.ahead.beta_dropout import Moment, mean_orders, mean_pairs, over_dropout
from custrata.intelligence.buying.ahead.horizon import checked_horizon, moments_ahead
from custrata.intelligence.buying.blocks import in_blocks
from custrata.intelligence.buying.likelihood.beta_geometric import BetaGeometric
from custrata.intelligence.buying.model import FAR, BuyingModel, Likelihood, order_rate_start
from custrata.intelligence.buying.summaries import Rows, Summaries, checked_rows, summaries

Floats = NDArray[np.float64]

BLOCK = 8192
"""Rows that are scored together."""


@dataclass(frozen=True, eq=False)
class BgNbd(BuyingModel):
    """Orders at a rate that differs by customer (gamma r, α); after each repeat he may stop (beta a, b).

    The probability to be alive is exactly 1 for everybody without a repeat order: nobody can stop before the
    first of them. Never show that number; MBG/NBD and Pareto/NBD answer the question.
    """

    name: ClassVar[str] = "BG/NBD"
    symbols: ClassVar[tuple[str, ...]] = ("r", "alpha", "a", "b")
    times: ClassVar[tuple[int, ...]] = (0, 1, 0, 0)
    chances_at_start: ClassVar[int] = 0
    """How often a customer could have stopped before any repeat order."""

    @staticmethod
    def likelihood(known: Summaries) -> Likelihood:
        """The log-likelihood of histories with its derivatives by log r, log α, log a, log b."""
        return BetaGeometric.of(known, after_first=False)

    @staticmethod
    def start(known: Summaries) -> Floats:
        """Rates from the moments; a chance of a quarter to drop out."""
        return np.concatenate([order_rate_start(known), np.log([1.0, 3.0])])

    @staticmethod
    def no_maximum(at: Floats) -> str:
        """In words, what it means that the search ran away to this point."""
        r, _, a, b = at
        if r > FAR:
            return "customers differ no more in how often they order than chance would have it"
        if a - b < -FAR or a < -FAR:
            return "nobody seems to stop buying"
        if min(a, b) > FAR / 2:
            return "customers do not differ in their chance to stop"
        if r < -FAR:
            return "nearly nobody orders again"
        if a - b > FAR or b < -FAR:
            return "everybody seems to stop at the first chance"
        return "the histories do not determine all parameters"

    def probability_alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """The chance that a customer has not stopped.

        Args:
            x: Repeat orders.
            t_x: Age at the last order.
            T: Age.

        Returns:
            0 to 1, one a customer. Under BG/NBD exactly 1 for one-time buyers, which says nothing about them.

        Raises:
            EstimateError: A history is impossible.

        Source:
            Fader, Hardie and Lee (2008), Computing P(alive) using the BG/NBD model.
        """
        return self._alive(checked_rows(x, t_x, T))

    def expected_orders(self, horizon: float, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """Orders expected in (T, T + horizon], given the history.

        Args:
            horizon: Time ahead, in the unit of T.
            x: Repeat orders.
            t_x: Age at the last order.
            T: Age.

        Returns:
            One mean a customer.

        Raises:
            EstimateError: A history or the horizon is impossible.

        Source:
            Fader, Hardie and Lee (2005), equation 10, here as an integral over the chance to drop out.
        """
        rows = checked_rows(x, t_x, T)
        return self._alive(rows) * self._if_alive(mean_orders, checked_horizon(horizon), rows)

    def expected_orders_new(self, horizon: ArrayLike) -> Floats:
        """Repeat orders expected of a new customer by each age.

        Args:
            horizon: Ages, one or many.

        Returns:
            Their means, of the same shape.
        """
        ages = np.asarray(horizon, dtype=np.float64)
        means = [self.expected_orders(float(age), 0, 0, 0)[0] for age in ages.ravel()]
        return np.array(means).reshape(ages.shape)

    def discounted_expected_orders(
        self, rate: float, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, horizon: float = np.inf
    ) -> Floats:
        """Orders expected ahead, each worth e^(−rate · time) of one today.

        Args:
            rate: Continuous discount rate per unit of time.
            x: Repeat orders.
            t_x: Age at the last order.
            T: Age.
            horizon: Time ahead; without end when left out.

        Returns:
            One discounted number of orders a customer.

        Raises:
            EstimateError: A history or the horizon is impossible, or nothing is discounted and there is no
                end.
        """
        rows, ahead = checked_rows(x, t_x, T), checked_horizon(horizon, rate)
        if rate == 0:
            return self.expected_orders(ahead, x, t_x, T)
        alpha = self.parameters["alpha"]

        def worth(orders: Floats, ages: Floats) -> Floats:
            # By parts: e^(−ρt) E(t) + ρ ∫ e^(−ρu) E(u) du, so that one kind of mean serves.
            scale = alpha + ages
            times, weights = moments_ahead(ahead, scale)
            times, weights = np.column_stack([times, np.full(len(ages), ahead)]), weights * rate
            weights = np.column_stack([weights, np.ones(len(ages))]) * np.exp(-rate * times)
            n = np.repeat(orders, times.shape[1])
            means = self._mean(mean_orders, n, (times / scale[:, None]).ravel())
            return np.asarray((weights * means.reshape(times.shape)).sum(axis=1))

        return self._alive(rows) * by_age(worth, rows.x, rows.T, alpha)

    def variance_of_orders(self, horizon: float, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """Variance of a customer's orders in (T, T + horizon], given the history and the parameters; exact.

        Args:
            horizon: Time ahead, in the unit of T.
            x: Repeat orders.
            t_x: Age at the last order.
            T: Age.

        Returns:
            One variance a customer.

        Raises:
            EstimateError: A history or the horizon is impossible.
        """
        rows, ahead = checked_rows(x, t_x, T), checked_horizon(horizon)
        alive = self._alive(rows)
        mean = alive * self._if_alive(mean_orders, ahead, rows)
        return np.maximum(alive * self._if_alive(mean_pairs, ahead, rows) + mean - mean * mean, 0.0)

    def _if_alive(self, moment: Moment, horizon: float, rows: Rows) -> Floats:
        alpha = self.parameters["alpha"]
        return by_age(lambda x, T: self._mean(moment, x, horizon / (alpha + T)), rows.x, rows.T, alpha)

    def _mean(self, moment: Moment, x: Floats, v: Floats) -> Floats:
        r, _, a, b = self.parameters.values()
        return over_dropout(moment, x + r, v, a, x + (b + self.chances_at_start))

    def _alive(self, rows: Rows) -> Floats:
        r, alpha, a, b = self.parameters.values()
        log_a, survived = np.log(a), b + self.chances_at_start - 1

        def share(part: slice) -> Floats:
            some = rows.at(part)
            asked = some.x + self.chances_at_start > 0
            odds = (some.x + r) * np.log((some.T + alpha) / (some.t_x + alpha))
            odds += log_a - np.log(np.where(asked, some.x + survived, 1.0))
            # Beyond e^700 nobody is alive, and the exponential would overflow.
            return np.where(asked, 1 / (1 + np.exp(np.minimum(odds, 700.0))), 1.0)

        return np.concatenate([np.empty(0), *in_blocks(share, len(rows), BLOCK)])


def fit_bg_nbd(x: ArrayLike, t_x: ArrayLike, T: ArrayLike, counts: ArrayLike | None = None) -> BgNbd:
    """Fit BG/NBD by maximum likelihood.

    Args:
        x: Repeat orders; shape (rows,).
        t_x: Age at the last order, 0 without one.
        T: Age, in the same unit of time, which may be any.
        counts: How many customers share each row; one each when left out.

    Returns:
        The fitted model; its times are in the caller's unit.

    Raises:
        EstimateError: A history is impossible, or the likelihood has no maximum inside; says why.

    Source:
        Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2),
        equation 6.

    Example:
        >>> x, t_x = [0, 0, 1, 2, 3, 9], [0, 0, 2, 9, 4, 29]
        >>> model = fit_bg_nbd(x, t_x, [30] * 6, counts=[60, 40, 20, 9, 8, 5])
        >>> model.n, sorted(model.parameters)
        (142, ['a', 'alpha', 'b', 'r'])
    """
    return BgNbd.fitted_to(summaries(x, t_x, T, counts))
