"""What depends only on a customer's repeat orders and age is worked out once for many customers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.polynomial import chebyshev
from numpy.typing import NDArray

from custrata.intelligence.buying.blocks import in_blocks
from custrata.intelligence.buying.summaries import coded

Floats = NDArray[np.float64]
Work = Callable[[Floats, Floats], Floats]
"""Takes repeat orders and ages (shape (rows,)) and gives one number a row; smooth in the logarithm of age +
scale."""

WORK_BLOCK = 128
"""Rows that are worked out together: each may need some hundred points of its own."""
BLOCK = 8192
"""Rows that are looked up together."""
DIGITS = 26.0
"""Natural digits of the interpolation: e^−26 is 5e-12."""


def by_age(work: Work, x: Floats, T: Floats, scale: float) -> Floats:
    """A smooth function of repeat orders and age for many customers.

    For each number of repeat orders the function is worked out at the Chebyshev points of log(T + scale),
    and looked up between them. Its singularities lie at a distance of π from the real line, which says how
    many points are enough.

    Args:
        work: The function.
        x: Repeat orders; shape (rows,).
        T: Ages; shape (rows,).
        scale: α or β: what is added to the ages.

    Returns:
        One number a row.

    Example:
        >>> by_age(lambda x, T: x / (T + 1.0), np.array([1.0, 2.0]), np.array([1.0, 3.0]), 1.0)
        array([0.5, 0.5])
    """
    if len(x) == 0:
        return np.empty(0)
    low, high = float(np.log(T.min() + scale)), float(np.log(T.max() + scale))
    points = _points(high - low)
    if len(x) <= 4 * points:
        return _worked_out(work, x, T)
    orders, places = coded(x)
    if high == low:
        return _worked_out(work, orders, np.full(len(orders), T[0]))[places]
    if len(x) <= points * len(orders):
        return _worked_out(work, x, T)
    knots = chebyshev.chebpts1(points)
    ages = np.exp((low + high) / 2 + (high - low) / 2 * knots) - scale
    values = _worked_out(work, np.repeat(orders, points), np.tile(ages, len(orders)))
    # Coefficients by the discrete orthogonality of Chebyshev polynomials at these points.
    basis = chebyshev.chebvander(knots, points - 1) * (2 / points)
    basis[:, 0] /= 2
    terms = basis.T @ values.reshape(len(orders), points).T

    def looked_up(part: slice) -> Floats:
        return _sum(terms, places[part], (np.log(T[part] + scale) - low) * (2 / (high - low)) - 1)

    return np.concatenate(in_blocks(looked_up, len(x), BLOCK))


def _points(width: float) -> int:
    """How many points reach the digits over an interval of this width."""
    height = 2 * np.pi / max(width, 0.1)
    return 4 + int(np.ceil(DIGITS / np.log(height + np.hypot(height, 1))))


def _worked_out(work: Work, x: Floats, T: Floats) -> Floats:
    return np.concatenate(in_blocks(lambda part: work(x[part], T[part]), len(x), WORK_BLOCK))


def _sum(terms: Floats, places: NDArray[np.intp], at: Floats) -> Floats:
    """Clenshaw's sum of a Chebyshev series, a series for each row."""
    twice = 2 * at
    later, now = np.zeros_like(at), terms[-1][places]
    for term in terms[-2:0:-1]:
        later, now = now, twice * now - later + term[places]
    return np.asarray(at * now - later + terms[0][places])
