"""How likely are so many orders if rates differ by customer as a gamma distribution does?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def add_order_rates(sums: Floats, r: float, alpha: float, beyond: Floats, customers: float) -> None:
    """Add Γ(r + x)/Γ(r) α^r of all customers to a table of sums.

    The ratio is the product of r + j over all j below x. Its logarithm is taken once for all customers with
    more than j orders, for every j: exact for any size of r, where log gamma functions lose digits.

    Args:
        sums: Log-likelihood at [0, 0], gradient in the rest of the first row, Hessian in the rest; changed.
        r: Shape of the rates.
        alpha: Their scale, a time.
        beyond: How many customers have more than 0, 1, 2 … repeat orders.
        customers: Customers in all.

    Example:
        >>> sums = np.zeros((3, 3))
        >>> add_order_rates(sums, 1.0, 1.0, np.array([1.0, 1.0]), 1.0)  # Γ(3)/Γ(1) = 2
        >>> float(np.exp(sums[0, 0]).round(12))
        2.0
    """
    rising = r + np.arange(len(beyond))
    inverse = 1 / rising
    log_alpha = float(np.log(alpha))
    sums[0, 0] += customers * r * log_alpha + beyond @ np.log(rising)
    sums[0, 1] += customers * log_alpha + beyond @ inverse
    sums[0, 2] += customers * r / alpha
    sums[1, 1] -= beyond @ (inverse * inverse)
    sums[1, 2] += customers / alpha
    sums[2, 1] += customers / alpha
    sums[2, 2] -= customers * r / alpha**2
