import ibis
import numpy as np
import pytest
from scipy.stats import gamma
from tests.companies import Company

from custrata.economics.lifetime_value.interval import factor_place, interval_factors


@pytest.mark.parametrize("shape", [0.01, 0.5, 3.0, 400.0, 1e6])
def test_the_factors_are_quantiles_of_a_gamma(shape):
    factors = interval_factors()
    nearest = int(np.argmin(np.abs(factors["place"] * 0.05 - np.log(shape))))
    held = np.exp(factors["place"][nearest] * 0.05)
    assert abs(held / shape - 1) < 0.026
    low, high = gamma.ppf([0.025, 0.975], held) / held
    assert factors["low_factor"][nearest] == pytest.approx(low)
    assert factors["high_factor"][nearest] == pytest.approx(max(high, 1.0))


def test_the_mean_lies_within_at_every_place():
    factors = interval_factors()
    assert np.all((factors["low_factor"] >= 0) & (factors["low_factor"] <= 1) & (factors["high_factor"] >= 1))
    assert np.all(np.diff(factors["place"]) == 1)


@pytest.mark.parametrize(
    ("mean", "variance", "place"),
    [
        (10.0, 100.0, 0),
        (10.0, 0.0, 600),
        (0.0, 5.0, -160),
        (1e-9, 1e9, -160),
        (1e9, 1e-9, 600),
        (0.0, 0.0, 600),
    ],
)
def test_every_mean_and_variance_has_a_place(mean, variance, place):
    row = ibis.range(1).unnest().name("nothing").as_table()
    row = row.select(mean=row.nothing.cast("float64") + mean, variance=row.nothing.cast("float64") + variance)
    assert Company().rows(row.select(place=factor_place(row.mean, row.variance))) == [{"place": place}]
