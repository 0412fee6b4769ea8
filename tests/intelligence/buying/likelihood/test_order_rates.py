from __future__ import annotations

import numpy as np
import pytest
from scipy.special import gammaln, psi

from custrata.intelligence.buying.likelihood.order_rates import add_order_rates


def test_the_sum_is_that_of_log_gamma_functions():
    x, r, alpha = np.array([0, 1, 1, 4, 9]), 0.7, 3.0
    beyond = np.array([np.count_nonzero(x > j) for j in range(9)], dtype=float)
    sums = np.zeros((5, 5))
    add_order_rates(sums, r, alpha, beyond, 5.0)
    assert sums[0, 0] == pytest.approx((gammaln(r + x) - gammaln(r) + r * np.log(alpha)).sum())
    assert sums[0, 1] == pytest.approx((psi(r + x) - psi(r) + np.log(alpha)).sum())


def test_no_digit_is_lost_where_customers_hardly_differ():
    sums = np.zeros((3, 3))
    add_order_rates(sums, 1e12, 1.0, np.ones(3), 1.0)
    assert sums[0, 0] == pytest.approx(3 * np.log(1e12), rel=1e-12)
