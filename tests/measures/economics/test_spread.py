from decimal import Decimal

import pytest
from scipy.stats import gamma

from custrata.measures.economics.spread import gamma_interval, variance_of_sum


def test_shifts_are_added_before_they_are_squared():
    row = {"chance": Decimal(5), "shift_1": Decimal(3), "shift_2": Decimal(-4), "other": Decimal(9)}
    assert variance_of_sum(row, "chance", "shift_") == 30


def test_without_chance_there_is_no_variance():
    assert variance_of_sum({"chance": None, "shift_1": Decimal(3)}, "chance", "shift_") is None


@pytest.mark.parametrize(("mean", "variance"), [(5.0, 1.0), (5.0, 100.0), (1e9, 1e12)])
def test_the_interval_is_that_of_a_gamma(mean, variance):
    low, high = gamma.ppf([0.025, 0.975], mean**2 / variance, scale=variance / mean)
    assert gamma_interval(mean, variance) == pytest.approx((low, high))


def test_the_mean_lies_within_however_rare_the_event():
    low, high = gamma_interval(1.0, 1e6)
    assert 0 <= low <= 1 <= high


def test_what_does_not_vary_has_an_interval_of_one_point():
    assert gamma_interval(7.0, 0.0) == (7, 7)
    assert gamma_interval(0.0, 0.0) == (0, 0)


def test_where_the_mean_is_sure_the_interval_is_normal():
    low, high = gamma_interval(1e9, 1e4)
    assert high - low == pytest.approx(2 * 1.959964 * 100, rel=1e-6)
