"""How do customers buy if each may stop at any moment? The Pareto/NBD model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from custrata.intelligence.buying.ahead.horizon import checked_horizon, moments_ahead
from custrata.intelligence.buying.blocks import in_blocks
from custrata.intelligence.buying.likelihood.pareto import Pareto, ways
from custrata.intelligence.buying.likelihood.pareto_grid import alive_shares
from custrata.intelligence.buying.model import FAR, BuyingModel, Likelihood, order_rate_start
from custrata.intelligence.buying.summaries import Rows, Summaries, checked_rows, coded, summaries

Floats = NDArray[np.float64]

BLOCK = 1024
"""Rows that are scored together: each has some ten points of its own."""


@dataclass(frozen=True, eq=False)
class ParetoNbd(BuyingModel):
    """Orders at a rate that differs by customer (gamma r, α), until a lifetime ends (its rate gamma s, β)."""

    name: ClassVar[str] = "Pareto/NBD"
    symbols: ClassVar[tuple[str, ...]] = ("r", "alpha", "s", "beta")
    times: ClassVar[tuple[int, ...]] = (0, 1, 0, 1)

    @staticmethod
    def likelihood(known: Summaries) -> Likelihood:
        """The log-likelihood of histories with its derivatives by log r, log α, log s, log β."""
        return Pareto.of(known)

    @staticmethod
    def start(known: Summaries) -> Floats:
        """Rates from the moments; some of the customers gone after a third of their age."""
        return np.concatenate([order_rate_start(known), np.log([0.6, 0.25])])

    @staticmethod
    def no_maximum(at: Floats) -> str:
        """In words, what it means that the search ran away to this point."""
        r, _, s, beta = at
        if r > FAR:
            return "customers differ no more in how often they order than chance would have it"
        if s - beta < -FAR or s < -FAR:
            return "nobody seems to stop buying"
        if min(s, beta) > FAR / 2:
            return "customers do not differ in how soon they stop"
        if r < -FAR:
            return "nearly nobody orders again"
        if s - beta > FAR or beta < -FAR:
            return "everybody seems to stop at once"
        return "the histories do not determine all parameters"

    def probability_alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> Floats:
        """The chance that a customer has not stopped.

        Args:
            x: Repeat orders.
            t_x: Age at the last order.
            T: Age.

        Returns:
            0 to 1, one a customer.

        Raises:
            EstimateError: A history is impossible.

        Source:
            Fader and Hardie (2005), A Note on Deriving the Pareto/NBD Model, equation 39.
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
            Fader and Hardie (2005), equation 41, in a form that stays right where s is 1.
        """
        rows, ahead = checked_rows(x, t_x, T), checked_horizon(horizon)
        return self._alive(rows) * self._rate(rows) * self._time_alive(ahead, rows.T)

    def expected_orders_new(self, horizon: ArrayLike) -> Floats:
        """Repeat orders expected of a new customer by each age.

        Args:
            horizon: Ages, one or many.

        Returns:
            Their means, of the same shape.
        """
        r, alpha, _, _ = self.parameters.values()
        ages = np.asarray(horizon, dtype=np.float64)
        for age in (ages.min(initial=0.0), ages.max(initial=0.0)):
            checked_horizon(float(age))
        return r / alpha * self._time_alive(ages, np.zeros_like(ages))

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

        Source:
            Fader, Hardie and Lee (2005), RFM and CLV, equation 2; here an integral over the time ahead.
        """
        rows, ahead = checked_rows(x, t_x, T), checked_horizon(horizon, rate)
        return self._alive(rows) * self._rate(rows) * self._ahead(rows.T, ahead, lambda t: np.exp(-rate * t))

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
        r, alpha, _, _ = self.parameters.values()
        alive, rate = self._alive(rows), self._rate(rows)
        mean = alive * rate * self._time_alive(ahead, rows.T)
        # E[N(N − 1)] = E[λ²] E[min(lifetime, horizon)²], and the last is ∫ 2t S(t) dt.
        squared_rate = rate * (rows.x + (r + 1)) / (rows.T + alpha)
        pairs = alive * squared_rate * self._ahead(rows.T, ahead, lambda t: 2 * t)
        return np.maximum(pairs + mean - mean * mean, 0.0)

    def _rate(self, rows: Rows) -> Floats:
        r, alpha, _, _ = self.parameters.values()
        return np.asarray((rows.x + r) / (rows.T + alpha))

    def _time_alive(self, ahead: float | Floats, T: Floats) -> Floats:
        """How long somebody who is alive at T lives on average within the time ahead."""
        _, _, s, beta = self.parameters.values()
        length = np.log1p(ahead / (T + beta))
        bend = (1 - s) * length
        # expm1(z)/z is 1 at 0, where s is 1.
        growth = np.where(bend == 0, 1.0, np.expm1(bend) / np.where(bend == 0, 1.0, bend))
        return np.asarray((T + beta) * length * growth)

    def _ahead(self, T: Floats, ahead: float, worth: Callable[[Floats], Floats]) -> Floats:
        """The integral of a worth over the time that somebody alive at T lives within the time ahead."""
        _, _, s, beta = self.parameters.values()
        ages, places = coded(T)

        def added(part: slice) -> Floats:
            scale = ages[part] + beta
            times, weights = moments_ahead(ahead, scale)
            survival = np.exp(-s * np.log1p(times / scale[:, None]))
            return np.asarray((weights * worth(times) * survival).sum(axis=1))

        return np.concatenate([np.empty(0), *in_blocks(added, len(ages), BLOCK)])[places]

    def _alive(self, rows: Rows) -> Floats:
        by_table = alive_shares(rows, np.array(list(self.parameters.values())))
        if by_table is None:
            return self._alive_by_row(rows)
        left = np.flatnonzero(np.isnan(by_table))
        by_table[left] = self._alive_by_row(rows.at(left))
        return by_table

    def _alive_by_row(self, rows: Rows) -> Floats:
        r, alpha, s, beta = self.parameters.values()

        def share(part: slice) -> Floats:
            some = rows.at(part)
            return ways(some.x + r, some.t_x, some.T, alpha, s, beta).alive

        return np.concatenate([np.empty(0), *in_blocks(share, len(rows), BLOCK)])


def fit_pareto_nbd(x: ArrayLike, t_x: ArrayLike, T: ArrayLike, counts: ArrayLike | None = None) -> ParetoNbd:
    """Fit Pareto/NBD by maximum likelihood.

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
        Schmittlein, Morrison and Colombo (1987), Counting Your Customers, Management Science 33(1); the
        likelihood as in Fader and Hardie (2005), A Note on Deriving the Pareto/NBD Model.

    Example:
        >>> x, t_x = [0, 0, 1, 1, 2, 3, 9, 20], [0, 0, 2, 20, 9, 4, 29, 28]
        >>> model = fit_pareto_nbd(x, t_x, [30] * 8, counts=[60, 90, 20, 9, 9, 8, 5, 3])
        >>> bool(0 < model.probability_alive([0], [0], [30])[0] < 1)
        True
    """
    return ParetoNbd.fitted_to(summaries(x, t_x, T, counts))
