import numpy as np
import pytest

from custrata.economics.scenario.basis.behaviour import (
    annuity,
    any_order,
    exposure,
    exposure_squared,
    no_order,
)


def test_the_expected_stay_is_the_integral_of_who_is_there():
    for leaving in (1e-9, 1e-4, 0.3, 5.0):
        t = np.linspace(0, 2, 200_001)
        there = np.exp(-leaving * t)
        assert exposure(np.array([leaving]), 2.0)[0] == pytest.approx(np.trapezoid(there, t), rel=1e-6)
        square = np.trapezoid(2 * t * there, t)
        assert exposure_squared(np.array([leaving]), 2.0)[0] == pytest.approx(square, rel=1e-6)


def test_an_annuity_without_discount_is_the_stay():
    assert annuity(np.array([0.2]), 0.0, 3.0) == pytest.approx(exposure(np.array([0.2]), 3.0))
    assert annuity(np.array([0.0]), 0.1, 1.0)[0] == pytest.approx((1 - np.exp(-0.1)) / 0.1)


def test_the_chance_of_no_order_is_that_of_the_negative_binomial():
    # Shape 1 is geometric: 1 / (1 + mean); a large shape is Poisson.
    assert no_order(np.array([3.0]), np.array([1.0]), 1.0)[0] == pytest.approx(0.25)
    assert no_order(np.array([3.0]), np.array([1e9]), 1.0)[0] == pytest.approx(np.exp(-3), rel=1e-6)


def test_the_chance_of_any_order_is_that_of_customers_who_are_played():
    chance, n = np.random.default_rng(2), 400_000
    stay = np.minimum(chance.exponential(1 / 0.8, n), 1.0)
    bought = chance.poisson(2.0 * chance.gamma(2.0, 0.5, n) * stay) > 0
    found = any_order(np.array([2.0]), np.array([2.0]), np.array([0.8]), 1.0)[0]
    assert found == pytest.approx(bought.mean(), abs=0.003)


def test_who_never_orders_and_who_leaves_at_once_does_not_order():
    assert any_order(np.array([0.0]), np.array([1.0]), np.array([0.5]), 1.0)[0] == pytest.approx(0, abs=1e-6)
    assert 0 <= any_order(np.array([1.0]), np.array([1.0]), np.array([1e6]), 1.0)[0] <= 1
