"""Expected periods to come."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.survival.lifetime import discounted_periods

HALF = np.log(0.5)


def halves(t):
    return t * HALF


def test_three_periods_by_hand():
    # Paid 1, 2 or 3 periods with chances 1/2, 1/4, 1/4: mean 7/4, variance 60/16 - 49/16.
    mean, variance = discounted_periods(halves, 0.0, 0, 3)
    assert mean == pytest.approx(7 / 4)
    assert variance == pytest.approx(15 / 4 - 49 / 16)


def test_a_constant_chance_has_a_closed_form_at_every_age():
    mean, _ = discounted_periods(halves, 0.1, [0, 3, 40], np.inf)
    assert mean == pytest.approx([1 / (1 - 0.5 / 1.1)] * 3, rel=1e-12)


def test_a_simulation_agrees_with_mean_and_variance():
    rng = np.random.default_rng(3)
    paid = np.minimum(rng.geometric(0.5, 200_000), 6)
    worth = (1 - 1.2**-paid) / (1 - 1 / 1.2)
    mean, variance = discounted_periods(halves, 0.2, 0, 6)
    assert mean == pytest.approx(worth.mean(), abs=0.01)
    assert variance == pytest.approx(worth.var(), abs=0.01)


def test_no_contracts_have_no_periods():
    assert discounted_periods(halves, 0.1, [], 5)[0].shape == (0,)


def test_no_horizon_no_periods():
    assert discounted_periods(halves, 0.1, [0, 1], 0)[0].tolist() == [0.0, 0.0]


def test_an_age_that_nobody_reaches_pays_for_the_period_that_begins():
    def nobody(t):
        return np.where(t < 3, 0.0, -np.inf)

    mean, variance = discounted_periods(nobody, 0.1, [5], 10)
    assert mean.tolist() == [1.0]
    assert variance.tolist() == [0.0]


def test_the_shape_of_the_ages_is_kept():
    mean, variance = discounted_periods(halves, 0.1, np.zeros((2, 3)), 5)
    assert mean.shape == variance.shape == (2, 3)


@pytest.mark.parametrize(
    ("rate", "age", "horizon"), [(0.0, 0, np.inf), (-0.1, 0, 5), (0.1, 0.5, 5), (0.1, -1, 5), (0.1, 0, -1)]
)
def test_a_sum_without_end_or_sense_is_refused(rate, age, horizon):
    with pytest.raises(EstimateError) as refusal:
        discounted_periods(halves, rate, age, horizon)
    assert refusal.value.remedy


@pytest.mark.parametrize("rate", [np.nan, np.inf, -0.1])
def test_a_rate_that_is_no_number_is_refused(rate):
    with pytest.raises(EstimateError, match="rate or horizon"):
        discounted_periods(lambda t: -0.1 * t, rate, 0, 12)


def test_an_age_in_seconds_is_refused():
    with pytest.raises(EstimateError, match="periods old"):
        discounted_periods(lambda t: -0.1 * t, 0.01, [0, 10**12], 12)
