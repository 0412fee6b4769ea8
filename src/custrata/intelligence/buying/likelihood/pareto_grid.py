"""How are a million Pareto/NBD histories judged at once, when their ages fall on few distinct days?

The integral from t_x to T is the integral from t_x to the end less that from T to the end, and those depend
on the number of orders and one day only: a table of them serves all customers. Nothing is lost in the
difference, because the chance to be alive, which is added, is never smaller than what is taken away. With a
dozen moments in the table the derivatives come along.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from custrata.intelligence.buying.ahead.horizon import legendre
from custrata.intelligence.buying.blocks import in_blocks
from custrata.intelligence.buying.summaries import Rows, coded
from custrata.intelligence.likelihood import block_sums

Floats = NDArray[np.float64]
Places = NDArray[np.intp]

FEWEST_ROWS = 10_000
"""With fewer rows a table is not worth its while."""
WIDEST = 500.0
"""An integrand may fall by e^−500 over the table before its numbers become too small to hold."""
STEEPEST = 6.0
"""It may fall by e^−6 from one day to the next, for a few points to do between them."""
BLOCK = 8192
"""Rows that are looked up together."""
PAIRS = tuple((i, j) for i in range(4) for j in range(i, 4))
"""The second moments, in the order in which a table holds them."""


@dataclass(frozen=True)
class Grid:
    """Histories as places in a table of orders by day, in the order of their orders.

    Attributes:
        orders: Distinct numbers of repeat orders, rising.
        days: Distinct ages, rising.
        last: Place of (x, t_x) in the table, row by row; a place is order · days + day.
        old: Place of (x, T).
        counts: How many customers a row stands for.
    """

    orders: Floats
    days: Floats
    last: Places
    old: Places
    counts: Floats

    @classmethod
    def of(cls, rows: Rows) -> Grid | None:
        """The grid of these rows; None where a table would be larger than they are."""
        if len(rows) < FEWEST_ROWS:
            return None
        orders, order = coded(rows.x)
        days, day = coded(np.concatenate([rows.t_x, rows.T]))
        width = len(days)
        if len(orders) * width > len(rows):
            return None
        key = (order * width + day[: len(rows)]) * width + day[len(rows) :]
        if float(rows.counts.min()) == float(rows.counts.max()) == 1.0:
            key, tally = np.unique(key, return_counts=True)
            counts = tally.astype(np.float64)
        else:
            by_order = np.argsort(order.astype(np.int32), kind="stable")
            key, counts = key[by_order], rows.counts[by_order]
        last = key // width
        return cls(orders, days, last, last - last % width + (key - last * width), counts)

    def rows(self, after: int) -> Rows:
        """The histories again, from a row on."""
        width = len(self.days)
        last, old = self.last[after:], self.old[after:]
        return Rows(
            self.orders[last // width], self.days[last % width], self.days[old % width], self.counts[after:]
        )

    def fitting(self, natural: Floats) -> int:
        """How many of the distinct numbers of orders are few enough for a table at these parameters."""
        r, alpha, _, beta = natural
        edges = np.log(self.days + min(alpha, beta))
        steepest = min(WIDEST / (edges[-1] - edges[0]), STEEPEST / float(np.diff(edges).max(initial=1e-9)))
        return int(np.searchsorted(self.orders, steepest - r - 2))

    def split(self, fitting: int) -> int:
        """The first row with more orders than fit."""
        return int(np.searchsorted(self.last, fitting * len(self.days)))


@dataclass(frozen=True)
class Table:
    """Integrals from each day to the last, and the chance to be alive, for each number of orders.

    Attributes:
        n: r + x; shape (orders,).
        gone: Moments of having left after the day; shape (orders, days, moments).
        alive: Of being there on the day, in the same unit; shape (orders, days).
        slopes: Of the alive, by the four parameters, signs turned; shape (orders, days, 4).
    """

    n: Floats
    gone: Floats
    alive: Floats
    slopes: Floats


def table(orders: Floats, days: Floats, natural: Floats, moments: bool) -> Table:
    """The table for some parameters, relative to having left on the first day.

    Args:
        orders: Distinct numbers of repeat orders.
        days: Distinct ages.
        natural: r, α, s, β.
        moments: Whether all moments are wanted, or only the first.

    Returns:
        The table.
    """
    r, alpha, s, beta = natural
    n, least = orders + r, min(alpha, beta)
    edges = np.log(days + least)
    width = np.diff(edges)
    fall = float(width.max()) * (float(n.max()) + s + 1)
    places, weights = legendre(int(np.ceil(5 + 2.1 * np.sqrt(fall) + 2 * float(width.max()))))
    grown = np.exp(edges[:-1, None] + width[:, None] * places)
    times = grown - least
    log_a, log_b = np.log((times + alpha) / (days[0] + alpha)), np.log((times + beta) / (days[0] + beta))
    weight = np.exp(-(s + 1) * log_b) * (s * grown * width[:, None] * weights)
    density = np.exp(log_a[:, None, :] * -n[:, None]) * weight[:, None, :]
    features = [np.ones_like(log_a)]
    if moments:
        slopes = [log_a, 1 / (times + alpha), log_b - 1 / s, (s + 1) / (times + beta)]
        features += [*slopes, *(slopes[i] * slopes[j] for i, j in PAIRS)]
    between = density @ np.stack(features, axis=-1)
    gone = np.zeros((len(n), len(days), len(features)))
    gone[:, :-1] = np.cumsum(between[::-1], axis=0)[::-1].transpose(1, 0, 2)
    old_a, old_b = np.log((days + alpha) / (days[0] + alpha)), np.log((days + beta) / (days[0] + beta))
    alive = np.exp(-n[:, None] * old_a) * (np.exp(-s * old_b) * (days[0] + beta))
    still = np.empty((len(n), len(days), 4))
    still[..., 0], still[..., 2], still[..., 3] = old_a, old_b, s / (days + beta)
    still[..., 1] = n[:, None] / (days + alpha)
    return Table(n, gone, alive, still)


def grid_sums(grid: Grid, fitting: int, natural: Floats) -> Floats:
    """What the bracket of the likelihood adds up to over the customers whose orders fit the table.

    Args:
        grid: The histories.
        fitting: How many of the distinct numbers of orders fit.
        natural: r, α, s, β.

    Returns:
        Shape (5, 5): log-likelihood at [0, 0], gradient in the rest of the first row, Hessian in the rest.
    """
    held = table(grid.orders[:fitting], grid.days, natural, moments=True)
    first = held.gone[..., :5].copy()
    first[..., 2] *= held.n[:, None]
    from_old = -first
    from_old[..., 0] += held.alive
    from_old[..., 1:] += held.alive[..., None] * held.slopes
    from_last, from_old = first.reshape(-1, 5), from_old.reshape(-1, 5)
    rows = grid.split(fitting)
    shares = np.empty(rows)

    def added(part: slice) -> Floats:
        part = slice(part.start, min(part.stop, rows))
        ways = from_last.take(grid.last[part], axis=0)
        ways += from_old.take(grid.old[part], axis=0)
        counts, total = grid.counts[part], ways[:, 0].copy()
        share = shares[part] = counts / total
        sums = np.empty((6, 5))
        sums[0] = share @ ways
        sums[0, 0] = counts @ np.log(total)
        ways *= (share / np.sqrt(counts))[:, None]
        sums[1:] = ways.T @ ways
        return sums

    sums = block_sums(rows, added)
    cells = held.alive.size
    last = np.bincount(grid.last[:rows], shares, cells).reshape(held.alive.shape)
    old = np.bincount(grid.old[:rows], shares, cells).reshape(held.alive.shape)
    return _assembled(held, np.asarray(last - old), np.asarray(old * held.alive), sums, natural, grid)


def alive_shares(rows: Rows, natural: Floats) -> Floats | None:
    """The chance of each customer to be alive, by a table.

    Args:
        rows: Histories.
        natural: r, α, s, β.

    Returns:
        One chance a row, nan for those with more orders than fit the table; None where a table would be
        larger than the rows.
    """
    if len(rows) < FEWEST_ROWS:
        return None
    orders, order = coded(rows.x)
    days, day = coded(np.concatenate([rows.t_x, rows.T]))
    last, old = day[: len(rows)], day[len(rows) :]
    if len(orders) * len(days) > len(rows):
        return None
    nobody = np.empty(0, dtype=np.intp)
    fitting = Grid(orders, days, nobody, nobody, np.empty(0)).fitting(natural)
    if fitting == 0:
        return None
    held = table(orders[:fitting], days, natural, moments=False)
    beyond = np.full((len(orders) - fitting, len(days)), np.nan)
    gone, alive = (np.concatenate([part, beyond]).ravel() for part in (held.gone[..., 0], held.alive))

    def shares(part: slice) -> Floats:
        above = order[part] * len(days)
        there = above + old[part]
        here = alive.take(there)
        return np.asarray(here / (here + (gone.take(above + last[part]) - gone.take(there))))

    return np.concatenate(in_blocks(shares, len(rows), BLOCK))


def _assembled(held: Table, gone: Floats, alive: Floats, rows: Floats, natural: Floats, grid: Grid) -> Floats:
    """Gradient and Hessian from the sums over rows and the weights of the table's cells."""
    _, alpha, s, beta = natural
    moments = np.matmul(gone[:, None, :], held.gone)[:, 0, :]
    # Ways add up to one a customer.
    by_orders = moments[:, 0] + alive.sum(axis=1)
    customers = float(by_orders.sum())
    first_day_a, first_day_b = np.log(grid.days[0] + alpha), np.log(grid.days[0] + beta)
    sums = np.zeros((5, 5))
    hessian = sums[1:, 1:]
    power = np.ones((4, len(held.n)))
    power[1] = held.n
    for k, (i, j) in enumerate(PAIRS):
        value = float(moments[:, 5 + k] @ (power[i] * power[j]))
        hessian[i, j] += value
        if i != j:
            hessian[j, i] += value
    flat = held.slopes.reshape(-1, 4)
    hessian += np.einsum("ci,c,cj->ij", flat, alive.ravel(), flat) - rows[2:, 1:]
    after_a, after_b = 1 / (grid.days + alpha), 1 / (grid.days + beta)
    sums[0, 0] = rows[0, 0] - float(by_orders @ held.n) * first_day_a - (s + 1) * customers * first_day_b
    sums[0, 1:] = -rows[0, 1:]
    sums[0, 1] -= customers * first_day_a
    sums[0, 3] -= customers * first_day_b
    by_day = alive.sum(axis=0)
    mixed = float(moments[:, 2].sum()) + float(by_day @ after_a)
    hessian[[0, 1], [1, 0]] -= mixed
    hessian[1, 1] += float(moments[:, 5 + PAIRS.index((1, 1))] @ held.n)
    hessian[1, 1] += float(held.n @ (alive @ (after_a * after_a)))
    hessian[2, 2] -= float(moments[:, 0].sum()) / s**2
    mixed = float(moments[:, 4].sum()) / (s + 1) + float(by_day @ after_b)
    hessian[[2, 3], [3, 2]] -= mixed
    hessian[3, 3] += float(moments[:, 5 + PAIRS.index((3, 3))].sum()) / (s + 1)
    hessian[3, 3] += s * float(by_day @ (after_b * after_b))
    return sums
