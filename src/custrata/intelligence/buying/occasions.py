"""In which ways can a history of occasions have come about, and how likely is each?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaln, gammaln, polygamma, psi

from custrata.errors import EstimateError
from custrata.intelligence.likelihood import Curve

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

MOST_TAKEN = 2**53
"""Beyond it a number of occasions is not known to the last one."""
MOST_WAYS = 5_000_000
"""Occasions at which a customer may have stopped, over all distinct histories, before it becomes too much."""


def histories(x: ArrayLike, t_x: ArrayLike, n: ArrayLike) -> tuple[Whole, Whole, Whole]:
    """The three columns as whole numbers of one shape that make sense together."""
    given = [np.asarray(c, dtype=np.float64) for c in (x, t_x, n)]
    try:
        columns = np.broadcast_arrays(*given)
    except ValueError as error:
        raise EstimateError(
            "the columns are not of one length", remedy="give one number a customer in each"
        ) from error
    if not all(np.all((np.abs(c) < MOST_TAKEN) & (c == np.floor(c))) for c in columns):
        raise EstimateError(
            "histories are not whole numbers of occasions",
            remedy="count occasions, or use BG/NBD where customers may buy at any time",
        )
    orders, last, offered = (c.astype(np.int64) for c in columns)
    odd = (orders < 0) | (last > offered) | (orders > last) | ((orders == 0) & (last != 0))
    if bad := int(np.count_nonzero(odd)):
        raise EstimateError(
            "histories cannot be: more occasions taken than there were until the last one",
            how_many=bad,
            remedy="give 0 <= x <= t_x <= n, with t_x 0 exactly where x is 0",
        )
    return orders, last, offered


def refuse_without_choice(rows: Whole, customers: Floats, remedy: str) -> None:
    """Say so when too little happened, or always the same.

    Args:
        rows: Distinct histories, each x, t_x, n.
        customers: How many have each.
        remedy: What to do instead.

    Raises:
        EstimateError: In these cases.
    """
    people = round(float(customers.sum()))
    if people < 2 or not rows[:, 2].any():
        raise EstimateError(
            "fewer than two customers, or no occasion at all, was offered", remedy="wait for more of them"
        )
    if not rows[:, 0].any():
        raise EstimateError(
            f"none of {people:,} customers came back on any occasion, so nothing is known of how they do",
            remedy=remedy,
        )
    if np.all(rows[:, 0] == rows[:, 2]):
        raise EstimateError(
            f"all {people:,} customers took every occasion, so nothing is known of how they stop",
            remedy=remedy,
        )


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways in which histories can have come about: stopped after occasion m, or not yet.

    Attributes:
        starts: Index of the first way of each history.
        alive: Index of the way in which it has not stopped, the last of each history.
        lengths: How many ways each history has.
        x: Occasions taken, of each way.
        m: The last occasion before it stopped, of each way; all that were offered where it has not.
        stopped: 1 where it has, else 0.
    """

    starts: NDArray[np.intp]
    alive: NDArray[np.intp]
    lengths: Whole
    x: Whole
    m: Whole
    stopped: Whole


def ways_of(rows: Whole) -> Ways:
    """All ways in which distinct histories can have come about.

    Args:
        rows: Each x, t_x, n.

    Raises:
        EstimateError: When they are too many.
    """
    lengths = rows[:, 2] - rows[:, 1] + 1
    if int(lengths.sum()) > MOST_WAYS:
        raise EstimateError(
            f"there are {int(lengths.sum()):,} moments at which customers may have stopped",
            remedy="count coarser occasions (weeks or months), or use BG/NBD",
        )
    ends = np.cumsum(lengths)
    starts = ends - lengths
    m = np.arange(int(ends[-1])) - np.repeat(starts, lengths) + np.repeat(rows[:, 1], lengths)
    stopped = np.ones(len(m), dtype=np.int64)
    stopped[ends - 1] = 0
    return Ways(starts, ends - 1, lengths, np.repeat(rows[:, 0], lengths), m, stopped)


def chances(ways: Ways, parameters: Floats) -> tuple[Floats, Floats]:
    """The log-likelihood of each history, and the share of it that each way makes up."""
    alpha, beta, gamma, delta = parameters
    k = np.arange(int(ways.m.max()) + 2, dtype=np.float64)
    bought, passed = gammaln(alpha + k), gammaln(beta + k)
    lasted, both, left = gammaln(delta + k), gammaln(alpha + beta + k), gammaln(gamma + delta + k)
    x, m, s = ways.x, ways.m, ways.stopped
    logs = bought[x] + passed[m - x] - both[m] + lasted[m] - left[m + s]
    logs += gammaln(gamma + np.array([0.0, 1.0]))[s]
    highest = np.maximum.reduceat(logs, ways.starts)
    shares = np.exp(logs - np.repeat(highest, ways.lengths))
    total = np.add.reduceat(shares, ways.starts)
    constant = betaln(alpha, beta) + betaln(gamma, delta)
    return highest + np.log(total) - constant, shares / np.repeat(total, ways.lengths)


def likelihood(ways: Ways, customers: Floats, at: Floats) -> Curve:
    """Σ over histories of log Σ over ways: slopes are means over ways, bends means and covariances."""
    with np.errstate(all="ignore"):
        parameters = np.exp(at)
        logs, shares = chances(ways, parameters)
        slopes, bends = _log_derivatives(ways, parameters)
        weight = np.repeat(customers, ways.lengths) * shares
        means = np.add.reduceat(slopes * shares, ways.starts, axis=1)
        gradient = means @ customers
        hessian = bends @ weight + (slopes * weight) @ slopes.T - (means * customers) @ means.T
        return Curve.of_natural(float(logs @ customers), gradient, hessian, parameters)


def _log_derivatives(ways: Ways, parameters: Floats) -> tuple[Floats, Floats]:
    """First (4, …) and second (4, 4, …) derivatives of the log chance of each way."""
    alpha, beta, gamma, delta = parameters
    k = np.arange(int(ways.m.max()) + 2, dtype=np.float64)
    x, m, s = ways.x, ways.m, ways.stopped
    one: list[Floats] = []
    two: list[Floats] = []
    for order, found in ((0, one), (1, two)):
        both = _steps(order, alpha + beta + k)[m]
        left = _steps(order, gamma + delta + k)[m + s]
        found += [
            _steps(order, alpha + k)[x] - both,
            _steps(order, beta + k)[m - x] - both,
            _steps(order, gamma + np.array([0.0, 1.0]))[s] - left,
            _steps(order, delta + k)[m] - left,
            -both,
            -left,
        ]
    constant = [psi(p) - psi(alpha + beta) for p in (alpha, beta)]
    constant += [psi(p) - psi(gamma + delta) for p in (gamma, delta)]
    slopes = np.array(one[:4]) - np.array(constant)[:, None]
    trigamma = [float(polygamma(1, p)) for p in parameters]
    apart, away = float(polygamma(1, alpha + beta)), float(polygamma(1, gamma + delta))
    bends = np.zeros((4, 4, len(m)))
    for i, shared in enumerate((apart, apart, away, away)):
        bends[i, i] = two[i] - (trigamma[i] - shared)
    bends[0, 1] = bends[1, 0] = two[4] + apart
    bends[2, 3] = bends[3, 2] = two[5] + away
    return slopes, bends


def _steps(order: int, values: Floats) -> Floats:
    return np.asarray(psi(values) if order == 0 else polygamma(1, values))
