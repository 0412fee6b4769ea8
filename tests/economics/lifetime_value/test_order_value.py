import numpy as np
import pytest

from custrata.economics.lifetime_value.order_value import (
    OrderValue,
    credibility,
    equal_spends,
    from_gamma_gamma,
    from_moments,
)
from custrata.errors import EstimateError


class Fitted:
    """Gamma-gamma as CDNOW's repeaters gave it to Fader and Hardie."""

    def __init__(self, p=6.25, q=3.74, v=15.44):
        self.parameters = {"p": p, "q": q, "v": v}


def test_the_published_means_of_gamma_gamma_come_out():
    value = from_gamma_gamma(Fitted())
    # Fader and Hardie (2013): 35.2 for the population, 24.65 for the first customer (x 2, mean 22.35).
    assert round(float(value.expected(0, 0.0)), 1) == 35.2
    assert round(float(value.expected(2, 22.35)), 2) == pytest.approx(24.66, abs=0.02)


def test_variances_are_those_of_the_gamma_gamma_posterior():
    p, q, v = 6.25, 3.74, 15.44
    x, own = 3, 20.0
    a, level = p * x + q, v + x * own
    value = from_gamma_gamma(Fitted(p, q, v))
    mean = value.expected(x, own)
    assert mean == pytest.approx(p * level / (a - 1))
    assert value.doubt(x, mean) == pytest.approx((p * level / (a - 1)) ** 2 / (a - 2))
    assert value.scatter(x, mean) == pytest.approx(p * level**2 / ((a - 1) * (a - 2)))


def test_a_spread_without_end_is_refused():
    with pytest.raises(EstimateError, match="no interval"):
        from_gamma_gamma(Fitted(q=1.9))


def test_a_direction_of_doubt_may_leave_where_a_mean_exists():
    value = credibility(Fitted(q=0.8))
    assert 0 < value.expected(1, 10.0) < np.inf


def test_moments_recover_how_customers_and_orders_differ():
    rng = np.random.default_rng(3)
    x = rng.integers(1, 12, 200_000).astype(float)
    own = rng.normal(100, 20, len(x)) + rng.normal(0, 30, len(x)) / np.sqrt(x)
    value = from_moments(x, own, np.ones(len(x)))
    assert value.mean == pytest.approx(100, abs=0.5)
    assert value.within == pytest.approx(900, rel=0.03)
    assert value.weight == pytest.approx(900 / 400, rel=0.05)


def test_where_everybody_ordered_equally_often_each_part_gets_half():
    value = from_moments(np.array([2.0, 2.0, 2.0]), np.array([8.0, 10.0, 12.0]), np.ones(3))
    assert value.expected(2, 12.0) == pytest.approx(11.0)


def test_customers_who_do_not_differ_get_the_mean_of_all():
    x = np.array([1.0, 1.0, 100.0, 100.0])
    value = from_moments(x, np.array([0.0, 20.0, 10.0, 10.0]), np.ones(4))
    assert value.name == "the mean order of all customers"
    assert value.expected(1, 20.0) == pytest.approx(10.0, rel=1e-6)


def test_counts_are_customers_who_share_a_row():
    x, own = np.array([1.0, 2.0, 5.0]), np.array([3.0, 9.0, 6.0])
    often = np.array([2.0, 3.0, 1.0])
    each = np.repeat([0, 1, 2], [2, 3, 1])
    one, two = from_moments(x, own, often), from_moments(x[each], own[each], np.ones(6))
    assert (one.mean, one.within, one.weight) == pytest.approx((two.mean, two.within, two.weight))


def test_two_customers_tell_nothing():
    with pytest.raises(EstimateError, match="only 2 customers ordered again"):
        from_moments(np.array([1.0, 1.0]), np.array([3.0, 9.0]), np.ones(2))


@pytest.mark.parametrize("size", [1e-3, 1e9])
def test_the_unit_of_money_does_not_matter(size):
    x, own = np.array([1.0, 2.0, 5.0, 4.0]), np.array([3.0, 9.0, 6.0, 8.0])
    one, other = from_moments(x, own, np.ones(4)), from_moments(x, own * size, np.ones(4))
    assert other.mean == pytest.approx(one.mean * size)
    assert other.weight == pytest.approx(one.weight)


def test_one_price_is_told_from_several():
    assert equal_spends(np.array([4.0, 4.0]))
    assert not equal_spends(np.array([4.0, 4.1]))
    assert OrderValue(5.0, 1.0).doubt(0, 5.0) == 0
