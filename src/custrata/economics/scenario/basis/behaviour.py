"""What a customer who leaves at a rate and orders at a rate is expected to do, in closed form.

A customer stays for a time that is exponential with rate ``h`` a year, and orders as a Poisson process whose
rate is known up to a gamma distribution of shape ``k``. All arguments are arrays of one shape, in years.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_SMALL = 1e-6
"""Below this product of rate and time the series is exact to the last digits, and the quotient is not."""

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(4)


def exposure(leaving: Floats, years: float) -> Floats:
    """Expected time as a customer within the coming years: E[min(stay, years)].

    Example:
        >>> exposure(np.array([0.0, 1.0]), 1.0).round(4)
        array([1.    , 0.6321])
    """
    x = leaving * years
    safe = np.where(x < _SMALL, 1.0, leaving)
    return np.where(x < _SMALL, years * (1 - x / 2), -np.expm1(-x) / safe)


def exposure_squared(leaving: Floats, years: float) -> Floats:
    """The expected square of that time: E[min(stay, years)²].

    Example:
        >>> exposure_squared(np.array([0.0, 1.0]), 1.0).round(4)
        array([1.    , 0.5285])
    """
    x = leaving * years
    small = x < 1e-4
    safe = np.where(small, 1.0, leaving)
    return np.where(small, years**2 * (1 - 2 * x / 3), 2 * (1 - np.exp(-x) * (1 + x)) / safe**2)


def annuity(leaving: Floats, discount: float, years: float) -> Floats:
    """What one a year is worth today, paid while the customer stays, at a continuous discount rate."""
    return exposure(leaving + discount, years)


def no_order(rate: Floats, shape: Floats, years: Floats | float) -> Floats:
    """Chance of no order in a time that is certain: (1 + rate × years / shape)^(−shape).

    Example:
        >>> float(no_order(np.array([1.0]), np.array([1.0]), 1.0)[0])
        0.5
    """
    return np.asarray(np.exp(-shape * np.log1p(rate * years / shape)), np.float64)


def any_order(rate: Floats, shape: Floats, leaving: Floats, years: float) -> Floats:
    """Chance that a present customer orders at least once before the years are over, or before leaving.

    The stay is integrated by four-point Gauss-Legendre quadrature.
    """
    stays = np.exp(-leaving * years)
    none = stays * no_order(rate, shape, years)
    for node, weight in zip(_NODES, _WEIGHTS, strict=True):
        at = years * (node + 1) / 2
        none = none + weight * years / 2 * leaving * np.exp(-leaving * at) * no_order(rate, shape, at)
    return np.asarray(np.clip(1 - none, 0.0, 1.0), np.float64)
