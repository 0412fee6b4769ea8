"""How likely are histories if a buyer may drop out after each order, with a chance of his own?

One likelihood serves two models. Let o be 0 where the first order cannot be the last (BG/NBD) and 1 where
it can (MBG/NBD). With n = r + x and m = b + x + o, a customer's likelihood is

    Γ(n)/Γ(r) α^r · B(a, m)/B(a, b) · [(α + T)^−n + a/(m − 1) (α + t_x)^−n],

the last term only where m > b. Ratios of beta functions are sums of logarithms over whole numbers: they
are taken once for all customers with more than j orders, for every j, which is exact for any size of the
parameters.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from custrata.intelligence.buying.blocks import dot, workspace
from custrata.intelligence.buying.likelihood.order_rates import add_order_rates
from custrata.intelligence.buying.summaries import Rows, Summaries
from custrata.intelligence.likelihood import Curve, block_sums

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class BetaGeometric:
    """The log-likelihood of a set of customers.

    Attributes:
        rows: Customers with a chance to have dropped out.
        ages: Ages of customers who have had none, and their counts; empty where the first order can be the
            last.
        beyond: How many customers have more than j repeat orders.
        chances: How many customers have had more than j chances to drop out.
        customers: Customers in all.
    """

    rows: Rows
    ages: Rows
    beyond: Floats
    chances: Floats
    customers: float

    @classmethod
    def of(cls, known: Summaries, after_first: bool) -> BetaGeometric:
        """The likelihood of these customers; ``after_first``: the first order can be the last."""
        beyond = known.orders_beyond()
        if not after_first:
            return cls(known.repeat, known.once, beyond, beyond, known.customers)
        rows = Rows.of(known.once, known.repeat)
        chances = np.concatenate([[known.customers], beyond])
        return cls(rows, known.once.at(slice(0, 0)), beyond, chances, known.customers)

    def __call__(self, at: Floats) -> Curve:
        """The log-likelihood by log r, log α, log a, log b."""
        natural = np.exp(at)
        sums = np.zeros((5, 5))
        self._add_gamma_ratios(sums, natural)
        self._add_ages(sums, natural)
        orders = 0.0 if len(self.chances) > len(self.beyond) else 1.0
        sums += block_sums(len(self.rows), lambda p: dropout_sums(self.rows.at(p), natural, orders))
        return Curve.of_natural(float(sums[0, 0]), sums[0, 1:], sums[1:, 1:], natural)

    def _add_gamma_ratios(self, sums: Floats, natural: Floats) -> None:
        """Γ(r + x)/Γ(r) α^r and B(a, m)/B(a, b), for all customers at once."""
        r, alpha, a, b = natural
        add_order_rates(sums, r, alpha, self.beyond, self.customers)
        j = np.arange(len(self.chances))
        stayed, asked = 1 / (b + j), 1 / (a + b + j)
        sums[0, 0] -= self.chances @ np.log1p(a * stayed)
        sums[0, 3] -= self.chances @ asked
        sums[0, 4] += self.chances @ (a * stayed * asked)
        squared = self.chances @ (asked * asked)
        sums[3, 3] += squared
        sums[[3, 4], [4, 3]] += squared
        sums[4, 4] += squared - self.chances @ (stayed * stayed)

    def _add_ages(self, sums: Floats, natural: Floats) -> None:
        """(α + T)^−r of those who had no chance to drop out."""
        r, alpha = natural[:2]
        aged = self.ages.T + alpha
        log_sum, inverse = dot(self.ages.counts, np.log(aged)), dot(self.ages.counts, 1 / aged)
        sums[0, :3] -= (r * log_sum, log_sum, r * inverse)
        sums[[1, 2], [2, 1]] -= inverse
        sums[2, 2] += r * dot(self.ages.counts, 1 / (aged * aged))


def dropout_sums(rows: Rows, natural: Floats, orders: float) -> Floats:
    """What the bracket of the likelihood adds up to over some customers.

    Args:
        rows: Customers with a chance to have dropped out.
        natural: r, α, a, b.
        orders: 1 where m − 1 is b + x − 1, 0 where it is b + x.

    Returns:
        Shape (5, 5): log-likelihood at [0, 0], gradient in the rest of the first row, Hessian in the rest.
    """
    r, alpha, a, b = natural
    counts = rows.counts
    n = rows.x + r
    old, last = 1 / (rows.T + alpha), 1 / (rows.t_x + alpha)
    stayed = 1 / (rows.x + (b - orders))
    log_last, log_old = np.log(last), np.log(old)
    # The derivatives by r, α and b of the log odds to have stopped; that by a is 1/a for everybody.
    slopes = workspace("slopes", 3, len(n))
    np.subtract(log_last, log_old, out=slopes[0])
    nearer = last - old
    np.multiply(nearer, -n, out=slopes[1])
    np.negative(stayed, out=slopes[2])
    stopped = stayed * a
    either = np.exp(-(n * slopes[0]))
    either += stopped
    weight = counts * stopped
    weight /= either
    spread = weight - weight * weight / counts
    weighted = np.multiply(slopes, spread, out=workspace("weighted", 3, len(n)))
    own = [1, 2, 4]
    sums = np.zeros((5, 5))
    log_last *= n
    log_last += np.log(either)
    sums[0, 0] = counts @ log_last
    sums[0, own] = slopes @ weight
    sums[0, 3] = weight.sum() / a
    sums[np.ix_(own, own)] = weighted @ slopes.T
    sums[own, 3] = sums[3, own] = weighted.sum(axis=1) / a
    sums[3, 3] = (spread.sum() - weight.sum()) / a**2
    counted_old = counts * old
    counted_n = counted_old @ n
    sums[0, 1] += counts @ log_old
    sums[0, 2] -= counted_n
    sums[[1, 2], [2, 1]] -= weight @ nearer + counted_old.sum()
    sums[2, 2] += (counted_old * n) @ old - (weight * slopes[1]) @ (old + last)
    sums[4, 4] += (weight * stayed) @ stayed
    return sums
