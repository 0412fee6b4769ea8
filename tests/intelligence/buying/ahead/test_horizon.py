from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.buying.ahead.horizon import checked_horizon, legendre, moments_ahead


def test_a_discounted_horizon_ends_where_nothing_counts():
    assert checked_horizon(np.inf, 0.1) == 450.0
    assert checked_horizon(20.0, 0.1) == 20.0


@pytest.mark.parametrize(
    ("horizon", "rate"), [(-1.0, 0.0), (np.nan, 0.0), (1.0, -0.1), (1.0, np.nan), (np.inf, 0.0)]
)
def test_a_horizon_that_says_nothing_is_refused(horizon, rate):
    with pytest.raises(EstimateError):
        checked_horizon(horizon, rate)


@pytest.mark.parametrize("scale", [0.01, 1.0, 300.0])
def test_moments_ahead_integrate_discounted_powers(scale):
    # ∫ e^(−t/10) dt from 0 to 200, and ∫ (1 + t/scale)^−2 dt.
    times, weights = moments_ahead(200.0, np.array([scale]))
    assert (weights * np.exp(-times / 10)).sum() == pytest.approx(10 * (1 - np.exp(-20)), rel=1e-8)
    assert (weights * (1 + times / scale) ** -2).sum() == pytest.approx(200 / (1 + 200 / scale), rel=1e-10)


def test_the_rule_is_one_of_zero_to_one():
    places, weights = legendre(5)
    assert (weights @ places**9) == pytest.approx(0.1)
