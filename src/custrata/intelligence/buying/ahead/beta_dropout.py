"""How many orders does a buyer place in the time ahead, if he may drop out after each of them?

Alive today, with n = r + x and A = α + T, his rate is Gamma(n, A) and his chance to drop out p is Beta(a,
m). Given both, he places (1 − e^(−λpt))/p orders on average in a time t. Over the rate that is g(p) = (1 −
(1 + pv)^−n)/p with v = t/A, and one integral over p is left. In the logit of p the integrand is smooth and
falls off at both ends like an exponential, so that equal steps converge exponentially. A hypergeometric
series is not needed, which overflows at many orders and loses all digits when nobody drops out.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln

from custrata.intelligence.buying.blocks import pieces

Floats = NDArray[np.float64]
Moment = Callable[[Floats, Floats, Floats], Floats]
"""A function of p, n and v (all broadcast) whose mean over p is wanted."""

STEP = 0.35
"""Of the logit: the error of equal steps is about e^(−π²/step), 6e-13."""
TAIL = 30.0
"""Where the integrand has fallen by e^−30, 1e-13, it may end."""


BLOCK = 64
"""Rows that are worked out together: with their points they stay in the cache."""


def mean_orders(p: Floats, n: Floats, v: Floats) -> Floats:
    """Expected orders while v passes, given the chance p to drop out."""
    small = np.maximum(p, 1e-100)
    return -np.expm1(-n * np.log1p(small * v)) / small


def mean_pairs(p: Floats, n: Floats, v: Floats) -> Floats:
    """Expected ordered pairs of orders, N(N − 1), given the chance p to drop out."""
    small = np.maximum(p, 1e-100)
    z = small * v
    many = (n + 1) * z
    whole = -np.expm1(np.log1p(many) - (n + 1) * np.log1p(z)) / (small * small)
    first = n * (n + 1) * v * v / 2
    series = first * (1 - 2 / 3 * (n + 2) * z + (n + 2) * (n + 3) / 4 * z * z)
    return np.asarray(2 * (1 - p) * np.where(many < 1e-4, series, whole))


def over_dropout(moment: Moment, n: Floats, v: Floats, a: float, m: Floats) -> Floats:
    """The mean of a moment over p ~ Beta(a, m).

    Its values at p = 0 and p = 1, each times a power of 1 − p or p, are averaged exactly; what is left
    vanishes at both ends, which makes the integral short even where a or m is close to 0.

    Args:
        moment: :func:`mean_orders` or :func:`mean_pairs`.
        n: r + x; shape (rows,).
        v: Time ahead over α + T; shape (rows,).
        a: First parameter of the chance to drop out.
        m: Second parameter, b and the orders survived; shape (rows,).

    Returns:
        One mean a row.

    Example:
        >>> one = np.ones(1)
        >>> over_dropout(mean_orders, 2 * one, 0.5 * one, 1e-9, one).round(6)  # nobody drops out: n v
        array([1.])
    """
    parts = [_mean(moment, n[part], v[part], a, m[part]) for part in pieces(len(n), BLOCK)]
    return np.concatenate([np.empty(0), *parts])


def _mean(moment: Moment, n: Floats, v: Floats, a: float, m: Floats) -> Floats:
    never, always = (moment(p, n, v) for p in (np.zeros_like(n), np.ones_like(n)))
    bend = 1 + (n + 1) * v
    normal = betaln(a, m)
    exact = never * np.exp(betaln(a, m + bend) - normal) + always * a / (a + m)
    logits, step = _grid(bend, a, m)
    odds = np.exp(logits)
    log_q = -np.log(1 + odds)
    p = odds / (1 + odds)
    weight = np.exp(a * (logits + log_q) + m[:, None] * log_q - normal[:, None]) * step
    rest = moment(p, n[:, None], v[:, None]) - always[:, None] * p
    rest -= never[:, None] * np.exp(bend[:, None] * log_q)
    return np.asarray(exact + np.sum(weight * rest, axis=1))


def _grid(bend: Floats, a: float, m: Floats) -> tuple[Floats, Floats]:
    """Logits in equal steps, fine enough for a narrow one of p, as far as the integrand is not nothing."""
    narrow, centre = np.sqrt((a + m) / (a * m)), np.log(a / m)
    below, above = TAIL / (a + 1) + 12 * narrow, TAIL / (m + 1) + 12 * narrow
    # Many orders over a long time bend the moment at a p far below its mean.
    low = np.maximum(centre - below, np.minimum(centre, -np.log(bend)) - TAIL / (a + 1) - 2)
    high = np.minimum(centre + above, np.maximum(centre, 0.0) + TAIL / (m + 1) + 2)
    count = int(np.max(np.ceil((high - low) / np.minimum(STEP, 0.5 * narrow)))) + 1
    step = ((high - low) / (count - 1))[:, None]
    return low[:, None] + step * np.arange(count), step
