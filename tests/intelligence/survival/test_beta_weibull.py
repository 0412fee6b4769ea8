"""What both contract models share."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.survival.beta_weibull import hazard_likelihood, log_survival
from custrata.intelligence.survival.exposure import exposure
from custrata.intelligence.survival.sbg import fit_sbg

FOUND = exposure([1, 2, 2, 4, 6, 6], [True, True, False, True, False, True], [5, 4, 3, 2, 6, 1])


def by_hand(alpha, beta, c):
    survival = np.exp(log_survival(np.arange(7), alpha, beta, c))
    kept = FOUND.at_risk - FOUND.ended
    ratio = survival[1:] / survival[:-1]
    return float(np.sum(kept * np.log(ratio) + FOUND.ended * np.log(1 - ratio)))


def test_the_share_that_survives_by_hand():
    # alpha 1, beta 1: B(1, 1 + t) / B(1, 1) = 1 / (1 + t).
    assert np.exp(log_survival([0, 1, 4], 1, 1, 1)) == pytest.approx([1, 1 / 2, 1 / 5])
    assert np.exp(log_survival([4], 1, 1, 0.5)) == pytest.approx([1 / 3])


def test_the_derivatives_are_those_of_the_value():
    at = np.log([0.7, 1.9, 1.3])
    curve = hazard_likelihood(FOUND, *np.exp(at))
    assert curve.value == pytest.approx(by_hand(*np.exp(at)))
    step = 1e-4 * np.eye(3)
    for i in range(3):
        up, down = (hazard_likelihood(FOUND, *np.exp(at + s * step[i])) for s in (1, -1))
        assert curve.gradient[i] == pytest.approx((up.value - down.value) / 2e-4, rel=1e-6)
        assert curve.hessian[i] == pytest.approx((up.gradient - down.gradient) / 2e-4, rel=1e-5, abs=1e-6)


def test_the_share_is_right_to_the_last_digits_for_large_shapes():
    # With c = 1 each step is known: (β + t − 1) / (α + β + t − 1).
    for alpha, beta in ((0.8, 4.0), (2.3, 1275.0), (2.3, 3e5), (80.0, 350.0), (0.7, 1e7), (1e4, 0.01)):
        t = np.arange(400.0)
        steps = np.diff(log_survival(t, alpha, beta, 1))
        assert steps == pytest.approx(np.log1p(-alpha / (alpha + beta + t[:-1])), rel=1e-8, abs=1e-13)


@pytest.mark.parametrize("t", [-1, np.nan, np.inf, [0, np.nan]])
def test_a_time_that_is_no_time_is_refused(t):
    model = fit_sbg([1, 2, 3, 3], [True, True, False, False], [30, 20, 10, 9])
    for share in (model.survival, model.retention):
        with pytest.raises(EstimateError, match="not numbers from"):
            share(t)


def test_no_period_is_kept_before_the_first():
    model = fit_sbg([1, 2, 3, 3], [True, True, False, False], [30, 20, 10, 9])
    with pytest.raises(EstimateError, match="numbers from 1"):
        model.retention(0)
