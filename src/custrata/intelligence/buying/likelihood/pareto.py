"""How likely are histories if a buyer's time with the company ends at a moment of its own?

With n = r + x, a customer's likelihood under Pareto/NBD is

    Γ(n)/Γ(r) α^r β^s · [(α + T)^−n (β + T)^−s + s ∫ (α + t)^−n (β + t)^−(s + 1) dt],

the integral from t_x to T: alive at T, or gone at some t before. The usual form with hypergeometric series
cancels and overflows. Here the integral is taken by the Gauss-Legendre rule in the logarithm of t + min(α,
β), where no singularity lies nearer than π. Each point of the rule is one more way in which the history may
have come about, so that all derivatives are means over the ways.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from custrata.intelligence.buying.ahead.horizon import legendre
from custrata.intelligence.buying.blocks import dot, pieces, workspace
from custrata.intelligence.buying.likelihood.order_rates import add_order_rates
from custrata.intelligence.buying.likelihood.pareto_grid import Grid, grid_sums
from custrata.intelligence.buying.summaries import Rows, Summaries
from custrata.intelligence.likelihood import Curve, block_sums

Floats = NDArray[np.float64]

BLOCK = 512
"""Rows that are worked on at once: with their points, a dozen tables of them stay in the cache."""
SPENT = 32.0
"""Where the integrand has fallen by e^−32, 1e-14, it may end."""


@dataclass(frozen=True)
class Pareto:
    """The log-likelihood of a set of customers.

    Attributes:
        rows: Customers, those with similar integrals side by side.
        grid: The same by orders and days, where many customers share few days.
        beyond: How many customers have more than j repeat orders.
        customers: Customers in all.
    """

    rows: Rows
    grid: Grid | None
    beyond: Floats
    customers: float

    @classmethod
    def of(cls, known: Summaries) -> Pareto:
        """The likelihood of these customers."""
        rows = Rows.of(known.once, known.repeat)
        grid = Grid.of(rows)
        return cls(rows if grid else _alike(rows), grid, known.orders_beyond(), known.customers)

    def __call__(self, at: Floats) -> Curve:
        """The log-likelihood by log r, log α, log s, log β."""
        r, alpha, s, beta = natural = np.exp(at)
        sums = self._brackets(natural)
        add_order_rates(sums, r, alpha, self.beyond, self.customers)
        sums[0, 0] += self.customers * s * np.log(beta)
        sums[0, 3] += self.customers * np.log(beta)
        sums[0, 4] += self.customers * s / beta
        sums[[3, 4], [4, 3]] += self.customers / beta
        sums[4, 4] -= self.customers * s / beta**2
        return Curve.of_natural(float(sums[0, 0]), sums[0, 1:], sums[1:, 1:], natural)

    def _brackets(self, natural: Floats) -> Floats:
        """Everything but the gamma functions, by the table as far as it goes and else row by row."""
        rows, sums = self.rows, np.zeros((5, 5))
        if self.grid and (fitting := self.grid.fitting(natural)):
            sums += grid_sums(self.grid, fitting, natural)
            rows = self.grid.rows(self.grid.split(fitting))
        if len(rows):
            sums += block_sums(len(rows), lambda part: lifetime_sums(rows.at(part), natural))
        return sums


@dataclass(frozen=True)
class Ways:
    """In which ways each history may have come about, relative to ending with the last order.

    Attributes:
        log_a: log((α + t)/(α + t_x)) at the points of the integral; shape (points, rows).
        log_b: log((β + t)/(β + t_x)) likewise.
        after_a: 1/(α + t) likewise.
        after_b: 1/(β + t) likewise.
        gone: The chance that he left around that moment; likewise.
        alive: The chance that he is still there; shape (rows,).
        old_a: log((α + T)/(α + t_x)); shape (rows,).
        old_b: log((β + T)/(β + t_x)); shape (rows,).
        log_total: Logarithm of the bracket times (α + t_x)^n (β + t_x)^(s + 1); shape (rows,).
    """

    log_a: Floats
    log_b: Floats
    after_a: Floats
    after_b: Floats
    gone: Floats
    alive: Floats
    old_a: Floats
    old_b: Floats
    log_total: Floats


def ways(n: Floats, t_x: Floats, T: Floats, alpha: float, s: float, beta: float) -> Ways:
    """Alive, or gone at one of some moments between the last order and today: how likely is each?

    Args:
        n: r + x; shape (rows,).
        t_x: Age at the last order.
        T: Age.
        alpha: Scale of the rates.
        s: Shape of the rates to drop out.
        beta: Scale of the rates to drop out.

    Returns:
        The ways with their chances.
    """
    least, most = min(alpha, beta), max(alpha, beta)
    near, far = t_x + least, t_x + most
    closeness = near / far
    old_near, old_far = np.log((T + least) / near), np.log((T + most) / far)
    steepness = n + (s + 1) * closeness - 1 if alpha <= beta else n * closeness + s
    width = np.where(steepness * old_near > SPENT, SPENT / np.maximum(steepness, 1e-300), old_near)
    places, weights = legendre(points(steepness * width, width))
    log_near = places[:, None] * width
    grown = np.exp(log_near) * near
    inner = grown + (most - least)
    log_far = np.log(inner / far)
    log_a, log_b, after_a, after_b = log_near, log_far, 1 / grown, 1 / inner
    old_a, old_b = old_near, old_far
    if alpha > beta:
        log_a, log_b, after_a, after_b = log_far, log_near, after_b, after_a
        old_a, old_b = old_far, old_near
    gone = np.exp(log_near - n * log_a - (s + 1) * log_b)
    gone *= weights[:, None]
    gone *= s * near * width
    alive = np.exp(-n * old_a - s * old_b) * (t_x + beta)
    total = alive + gone.sum(axis=0)
    share = 1 / total
    gone *= share
    return Ways(log_a, log_b, after_a, after_b, gone, alive * share, old_a, old_b, np.log(total))


def points(fall: Floats, width: Floats) -> int:
    """How many points give the integral to about 1e-11.

    Args:
        fall: By how many powers of e the integrand falls, about.
        width: The length of the interval in the logarithm of time.

    Returns:
        The number that serves all of the rows.
    """
    steep, long = float(np.sqrt(max(fall.max(), 0.0))), float(width.max())
    return int(np.ceil(4 + max(2.1 * steep, 2.2 * long) + 0.35 * steep * max(long - 2, 0.0)))


def lifetime_sums(rows: Rows, natural: Floats) -> Floats:
    """What the bracket of the likelihood adds up to over some customers.

    Args:
        rows: Customers.
        natural: r, α, s, β.

    Returns:
        Shape (5, 5): log-likelihood at [0, 0], gradient in the rest of the first row, Hessian in the rest.
    """
    sums = np.zeros((5, 5))
    for part in pieces(len(rows), BLOCK):
        sums += _sums(rows.at(part), natural)
    return sums


def _sums(rows: Rows, natural: Floats) -> Floats:
    """One small block: the slopes of the ways are the derivatives with their signs turned."""
    r, alpha, s, beta = natural
    n, counts = rows.x + r, rows.counts
    way = ways(n, rows.t_x, rows.T, alpha, s, beta)
    gone = way.gone * counts
    alive = way.alive * counts
    slopes = workspace("slopes", 4, *gone.shape)
    slopes[0] = way.log_a
    np.multiply(way.after_a, n, out=slopes[1])
    np.subtract(way.log_b, 1 / s, out=slopes[2])
    np.multiply(way.after_b, s + 1, out=slopes[3])
    weighted = np.multiply(slopes, gone, out=workspace("weighted", 4, *gone.shape))
    flat, flat_weighted = slopes.reshape(4, -1), weighted.reshape(4, -1)
    left = weighted.sum(axis=1)
    still = np.stack([way.old_a, n / (rows.T + alpha), way.old_b, s / (rows.T + beta)])
    weighted_still = still * alive
    mean = left + weighted_still
    second = flat_weighted @ flat.T
    sums = np.zeros((5, 5))
    hessian = sums[1:, 1:]
    hessian += second + weighted_still @ still.T - (mean / counts) @ mean.T
    start_a, start_b = np.log(rows.t_x + alpha), np.log(rows.t_x + beta)
    sums[0, 0] = counts @ (way.log_total - n * start_a - (s + 1) * start_b)
    sums[0, 1:] = -mean.sum(axis=1)
    sums[0, 1] -= counts @ start_a
    sums[0, 3] -= counts @ start_b
    # The second derivatives of each way by itself.
    mixed = (mean[1] / n).sum()
    hessian[[0, 1], [1, 0]] -= mixed
    hessian[1, 1] += dot(flat_weighted[1], way.after_a.ravel()) + weighted_still[1] @ (1 / (rows.T + alpha))
    hessian[2, 2] -= gone.sum() / s**2
    mixed = left[3].sum() / (s + 1) + weighted_still[3].sum() / s
    hessian[[2, 3], [3, 2]] -= mixed
    hessian[3, 3] += second[3, 3] / (s + 1) + (weighted_still[3] @ still[3]) / s
    return sums


def _alike(rows: Rows) -> Rows:
    """Rows by how steep their integrals are, roughly, so that a block needs no more points than its rows."""
    if len(rows) < BLOCK:
        return rows
    fall = (rows.x + 1.5) * np.log((rows.T + 0.2) / (rows.t_x + 0.2))
    return rows.at(np.argsort(np.minimum(16 * np.sqrt(fall), 255).astype(np.uint8), kind="stable"))
