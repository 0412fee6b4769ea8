"""How much does a customer spend an order, when only a few orders are known?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammaln, polygamma, psi

from custrata.errors import EstimateError
from custrata.intelligence.likelihood import Curve, FittedModel, block_sums, facts_of, maximise

Floats = NDArray[np.float64]

LARGEST_SHAPE = 1e4
"""A shape beyond this says that spends do not differ within, or between, customers: a constant would do."""

MOST = 1e12
"""More orders of a customer, or customers in a row, than this are no count."""

_PLAIN = "use the average order of all customers instead"


@dataclass(frozen=True, eq=False)
class GammaGamma(FittedModel):
    """Orders of a customer are gamma(p, ν) around a level of their own; levels differ by ν gamma(q, v).

    Attributes:
        correlation: Between the number of repeat orders and their mean value, which the model assumes to
            be 0; None when all customers have the same number.
        left_out: Customers set aside because the mean of their repeat orders is not positive.

    Example:
        >>> rng = np.random.default_rng(1)
        >>> x = rng.integers(1, 9, 4000)
        >>> model = fit_gamma_gamma(x, rng.gamma(6 * x) / (x * rng.gamma(4, 1 / 15, 4000)))
        >>> 5 < model.parameters["p"] < 7
        True
    """

    name: ClassVar[str] = "gamma-gamma"

    correlation: float | None
    left_out: int

    def expected_value(self, x: ArrayLike, mean_value: ArrayLike) -> Floats:
        """The mean value of an order that a customer will show in the long run.

        In closed form p (v + x m) / (p x + q − 1), with m the mean of x repeat orders (0 where x is 0 or the
        mean is negative): a weighted mean of the customer's own m and the :attr:`population_mean`. It is
        plain arithmetic, so it can be written as an expression of a query.

        Args:
            x: Repeat orders that were averaged, whole numbers from 0.
            mean_value: Their mean, in money; not read where x is 0.

        Returns:
            Money an order, above 0, shape of the arguments.

        Raises:
            EstimateError: When q ≤ 1 and somebody has no repeat orders: their mean is infinite.

        Source: Fader and Hardie (2013), The gamma-gamma model of monetary value.
        """
        shape, level = self._posterior(x, mean_value)
        self._demand(shape, 1, "mean order value")
        return np.asarray(self.parameters["p"] * level / (shape - 1))

    @property
    def population_mean(self) -> float:
        """The mean order value of a customer of whom nothing is known: p v / (q − 1), in money."""
        return float(self.expected_value(0, 0))

    def variance_of_value(self, x: ArrayLike, mean_value: ArrayLike) -> Floats:
        """The doubt about a customer's own mean order value, as a variance in money².

        p² (v + x m)² / ((a − 1)² (a − 2)) with a = p x + q.

        Args:
            x: Repeat orders that were averaged.
            mean_value: Their mean, in money.

        Returns:
            Money², shape of the arguments.

        Raises:
            EstimateError: When it is infinite for somebody: p x + q ≤ 2.
        """
        shape, level = self._posterior(x, mean_value)
        self._demand(shape, 2, "variance of the mean order value")
        return np.asarray((self.parameters["p"] * level / (shape - 1)) ** 2 / (shape - 2))

    def variance_of_order(self, x: ArrayLike, mean_value: ArrayLike) -> Floats:
        """How much single orders of a customer vary around the customer's own mean, as a variance in money².

        p (v + x m)² / ((a − 1) (a − 2)) with a = p x + q; a single order varies by this plus
        :meth:`variance_of_value`.

        Args:
            x: Repeat orders that were averaged.
            mean_value: Their mean, in money.

        Returns:
            Money², shape of the arguments.

        Raises:
            EstimateError: When it is infinite for somebody: p x + q ≤ 2.
        """
        shape, level = self._posterior(x, mean_value)
        self._demand(shape, 2, "variance of an order's value")
        return np.asarray(self.parameters["p"] * level**2 / ((shape - 1) * (shape - 2)))

    def _posterior(self, x: ArrayLike, mean_value: ArrayLike) -> tuple[Floats, Floats]:
        orders = np.asarray(x, dtype=np.float64)
        mean = np.where(orders > 0, np.asarray(mean_value, dtype=np.float64), 0.0)
        if not (np.all(orders >= 0) and np.all(np.isfinite(orders)) and np.all(np.isfinite(mean))):
            raise EstimateError(
                "a number of orders is negative or a mean value is missing",
                remedy="give x from 0 and a mean value wherever x is above 0",
            )
        p, q, v = self.parameters.values()
        return p * orders + q, v + orders * np.maximum(mean, 0.0)

    def _demand(self, shape: Floats, least: int, what: str) -> None:
        infinite = int(np.count_nonzero(shape <= least))
        if infinite:
            raise EstimateError(
                f"the {what} is infinite (q = {self.parameters['q']:.3g}): a few customers spend so much "
                "more than the others that it does not settle",
                how_many=infinite,
                remedy=f"look at the largest orders, treat them on their own, or {_PLAIN}",
            )


@dataclass(frozen=True, slots=True)
class _Spends:
    """What the likelihood needs of the data, with money divided by its geometric mean.

    Attributes:
        orders: x of each row, and ``total`` = x times the mean value.
        weights: Customers of each row; None when each row is one.
        sizes: The distinct x, with ``customers`` of each.
        log_total: Σ x log(x z) over customers; Σ log z is 0 by the choice of the unit.
        log_unit: Logarithm of the geometric mean, in the caller's money.
    """

    orders: Floats
    total: Floats
    weights: Floats | None
    sizes: Floats
    customers: Floats
    log_total: float
    log_unit: float


def fit_gamma_gamma(x: ArrayLike, mean_value: ArrayLike, counts: ArrayLike | None = None) -> GammaGamma:
    """Fit the gamma-gamma model of order values by maximum likelihood.

    Args:
        x: Repeat orders of each customer, whole numbers; those with 0 do not enter.
        mean_value: Mean value of these orders, in money of one currency, before any rounding that matters.
        counts: How many customers share each row; 1 each when None.

    Returns:
        The model, its parameters p and q (shapes, no unit) and v (money).

    Raises:
        EstimateError: When nobody repeats, no mean is positive, only one customer is left, all spend the
            same, or the likelihood has no interior maximum.

    Source: Fader, Hardie and Lee (2005), RFM and CLV; Fader and Hardie (2013), The gamma-gamma model.

    Example:
        >>> fit_gamma_gamma([0, 0, 0], [0, 0, 0])
        Traceback (most recent call last):
        custrata.errors.EstimateError: nobody ordered more than once, so nothing is known of repeat orders.
        To do: use the average order of all customers instead.
    """
    orders, mean, weights, left_out = _repeaters(x, mean_value, counts)
    n = len(orders) if weights is None else int(weights.sum())
    data = _gather(orders, mean, weights)
    _refuse_equal(mean, n)
    top = maximise(lambda at: _likelihood(data, at), np.log([2.0, 2.0, 2.0]))
    if float(np.exp(top.at[:2].max())) > LARGEST_SHAPE:
        raise EstimateError(
            "spends differ either not within or not between customers, so gamma-gamma has no estimate",
            remedy=_PLAIN,
        )
    facts = facts_of(top, ("p", "q", "v"), n, "gamma-gamma", _PLAIN)
    facts["parameters"]["v"] *= float(np.exp(data.log_unit))
    facts["log_likelihood"] -= n * data.log_unit
    return GammaGamma(**facts, correlation=_correlation(data), left_out=left_out)


def _repeaters(
    x: ArrayLike, mean_value: ArrayLike, counts: ArrayLike | None
) -> tuple[Floats, Floats, Floats | None, int]:
    """Those with repeat orders of a positive mean, and how many had another mean."""
    orders, mean = np.asarray(x), np.asarray(mean_value, dtype=np.float64)
    weights = None if counts is None else np.asarray(counts, dtype=np.float64)
    columns = [c for c in (orders, mean, weights) if c is not None]
    if any(c.ndim != 1 or len(c) != len(orders) for c in columns):
        raise EstimateError(
            "the columns are not of one length", remedy="give one number a customer in each column"
        )
    _refuse_odd(orders, weights)
    repeats = orders > 0
    if weights is not None:
        repeats &= weights > 0
    keep = repeats & (mean > 0)
    left_out = _left_out(repeats & ~keep, mean, weights)
    if keep.all() and len(keep):
        return orders.astype(np.float64), _finite(mean), weights, left_out
    # Taking by place is faster than by flag.
    places = np.flatnonzero(keep)
    if not len(places):
        what = (
            "no customer's repeat orders come to a positive mean: refunds or gifts are all there is"
            if left_out
            else "nobody ordered more than once, so nothing is known of repeat orders"
        )
        raise EstimateError(what, remedy=_PLAIN, left_out=left_out)
    own = None if weights is None else weights[places]
    return orders[places].astype(np.float64), _finite(mean[places]), own, left_out


def _left_out(outside: NDArray[np.bool_], mean: Floats, weights: Floats | None) -> int:
    if not outside.any():
        return 0
    _finite(mean[outside])
    return int(outside.sum() if weights is None else weights[outside].sum())


def _finite(mean: Floats) -> Floats:
    """The same means, if they are all numbers: a sum is one only if all its terms are."""
    if not np.isfinite(mean.sum()) and (bad := int(np.count_nonzero(~np.isfinite(mean)))):
        raise EstimateError(
            "mean values are missing or infinite",
            how_many=bad,
            remedy="leave these customers out, or give them a value",
        )
    return mean


def _refuse_odd(orders: NDArray[np.generic], weights: Floats | None) -> None:
    whole = np.issubdtype(orders.dtype, np.integer)
    counted = not len(orders) or (orders.min() >= 0 and orders.max() <= MOST)
    if not counted or not (whole or np.all(np.floor(orders) == orders)):
        raise EstimateError(
            "numbers of orders are not whole numbers from 0", remedy="count orders, not amounts"
        )
    if weights is not None and not np.all((weights >= 0) & (weights <= MOST)):
        raise EstimateError("counts are negative, missing or without end", remedy="count customers, from 0")


def _refuse_equal(mean: Floats, n: int) -> None:
    if n < 2:
        raise EstimateError(
            "only one customer has repeat orders of a positive value", remedy="wait for more customers"
        )
    if float(mean.min()) >= float(mean.max()) * (1 - 1e-12):
        raise EstimateError(
            f"all {n:,} customers spend the same an order, so there is nothing to estimate", remedy=_PLAIN
        )


def _gather(orders: Floats, mean: Floats, weights: Floats | None) -> _Spends:
    n = float(len(orders)) if weights is None else float(weights.sum())
    sizes, customers = _sizes(orders, weights)
    ones = np.ones(min(len(orders), 8192))

    def sums(part: slice) -> Floats:
        logs, x = np.log(mean[part]), orders[part]
        w = ones[: len(x)] if weights is None else weights[part]
        return np.array([np.dot(w, logs), np.dot(w * x, logs)])

    log_mean, log_total = (float(s) for s in block_sums(len(orders), sums))
    log_unit = log_mean / n
    own = float(np.dot(customers, sizes * np.log(sizes)))
    log_total += own - log_unit * float(np.dot(customers, sizes))
    total = np.multiply(orders, mean)
    total *= np.exp(-log_unit)
    return _Spends(orders, total, weights, sizes, customers, log_total, log_unit)


def _sizes(orders: Floats, weights: Floats | None) -> tuple[Floats, Floats]:
    """The distinct numbers of orders, and how many customers have each."""
    if float(orders.max()) < 2**20:
        tally = np.bincount(orders.astype(np.int32), weights)
        there = np.flatnonzero(tally)
        return there.astype(np.float64), tally[there].astype(np.float64)
    sizes, place = np.unique(orders, return_inverse=True)
    return sizes, np.bincount(place, weights).astype(np.float64)


def _likelihood(data: _Spends, at: Floats) -> Curve:
    p, q, v = np.exp(at)
    level, level_x, share, share_x, square, square_x = block_sums(len(data.orders), _level_sums(data, v))
    d, c = data.sizes, data.customers
    n = float(c.sum())
    a = p * d + q
    value = (
        np.dot(c, gammaln(a) - gammaln(p * d))
        + n * (q * at[2] - gammaln(q))
        + p * (data.log_total - level_x)
        - q * level
    )
    digamma, trigamma = psi(a), polygamma(1, a)
    gradient = np.array(
        [
            np.dot(c, d * (digamma - psi(p * d))) + data.log_total - level_x,
            np.dot(c, digamma) + n * (at[2] - psi(q)) - level,
            (n * q - p * share_x - q * share) / v,
        ]
    )
    pp = np.dot(c, d * d * (trigamma - polygamma(1, p * d)))
    qq = np.dot(c, trigamma) - n * polygamma(1, q)
    pq = np.dot(c, d * trigamma)
    vv = -(p * (share_x - square_x) + q * (share - square)) - (n * q - p * share_x - q * share)
    hessian = np.array(
        [[pp, pq, -share_x / v], [pq, qq, (n - share) / v], [-share_x / v, (n - share) / v, vv / v**2]]
    )
    return Curve.of_natural(float(value), gradient, hessian, np.array([p, q, v]))


def _level_sums(data: _Spends, v: float) -> Callable[[slice], Floats]:
    """Over customers: log(v + x z), the share u = v / (v + x z) and its square, each plain and times x."""

    def sums(part: slice) -> Floats:
        level = data.total[part] + v
        share = v / level
        np.log(level, out=level)
        x = data.orders[part]
        if data.weights is None:
            xs = x * share
            return np.array(
                [
                    level.sum(),
                    np.dot(x, level),
                    share.sum(),
                    xs.sum(),
                    np.dot(share, share),
                    np.dot(xs, share),
                ]
            )
        w = data.weights[part]
        wx, ws = w * x, w * share
        xs = x * ws
        return np.array(
            [np.dot(w, level), np.dot(wx, level), ws.sum(), xs.sum(), np.dot(ws, share), np.dot(xs, share)]
        )

    return sums


def _correlation(data: _Spends) -> float | None:
    """Pearson's, between the number of repeat orders and their mean value."""
    if len(data.sizes) < 2:
        return None

    def sums(part: slice) -> Floats:
        total, x = data.total[part], data.orders[part]
        z = total / x
        if data.weights is None:
            return np.array([z.sum(), np.dot(z, z), total.sum()])
        w = data.weights[part]
        return np.array([np.dot(w, z), np.dot(w * z, z), np.dot(w, total)])

    z, zz, xz = block_sums(len(data.orders), sums)
    n, x = float(data.customers.sum()), float(np.dot(data.customers, data.sizes))
    xx = float(np.dot(data.customers, data.sizes**2))
    spread = (n * xx - x * x) * (n * zz - z * z)
    return float((n * xz - x * z) / np.sqrt(spread)) if spread > 0 else None
