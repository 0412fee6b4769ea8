import numpy as np
import pytest
from scipy.stats import nbinom

from custrata.errors import EstimateError
from custrata.intelligence.exam.no_dropout import fit_nbd


def drawn(n, seed):
    chance = np.random.default_rng(seed)
    T = chance.uniform(100, 365, n)
    return chance.poisson(chance.gamma(0.7, 1 / 60, n) * T).astype(float), T


def test_parameters_are_recovered():
    x, T = drawn(20_000, 1)
    model = fit_nbd(x, x, T)
    assert model.r == pytest.approx(0.7, rel=0.04)
    assert model.alpha == pytest.approx(60, rel=0.05)


def test_the_likelihood_is_that_of_the_negative_binomial():
    x, T = drawn(500, 2)
    model = fit_nbd(x, x, T)
    # Ours is of the orders at their moments; counting them leaves x log T and x! aside.
    exact = nbinom.logpmf(x, model.r, model.alpha / (model.alpha + T)).sum()
    from scipy.special import gammaln

    assert model.log_likelihood == pytest.approx(exact - (x * np.log(T) - gammaln(x + 1)).sum(), rel=1e-10)


def test_predictions_do_not_depend_on_the_unit_of_time():
    x, T = drawn(500, 3)
    days, weeks = fit_nbd(x, x, T), fit_nbd(x, x, T / 7)
    ahead = days.expected_orders(70, x, x, T), weeks.expected_orders(10, x, x, T / 7)
    assert np.allclose(*ahead, rtol=1e-8, atol=0)


def test_counts_are_as_good_as_rows():
    x, T = np.array([0.0, 1.0, 4.0]), np.array([50.0, 60.0, 70.0])
    counts = np.array([30, 8, 3])
    rows = [np.repeat(values, counts) for values in (x, x, T)]
    assert fit_nbd(x, x, T, counts.astype(float)).r == pytest.approx(fit_nbd(*rows).r, rel=1e-9)


def test_a_hand_made_case_shrinks_a_rate_towards_that_of_all():
    model = fit_nbd(*(np.repeat(v, [60, 20, 9, 5]) for v in ([0.0, 1, 2, 9], [0.0, 1, 2, 9], [10.0] * 4)))
    # (r + x) / (α + T): between the own rate and the mean of all.
    mean = (20 + 18 + 45) / 940
    found = model.expected_orders(1.0, np.array([0.0, 9.0]), np.zeros(2), np.array([10.0, 10.0]))
    assert 0 < found[0] < mean < found[1] < 0.9
    assert model.probability_alive(np.zeros(2), np.zeros(2), np.ones(2)).tolist() == [1, 1]


@pytest.mark.parametrize(
    ("x", "why"), [([0.0] * 50, "nobody ordered again"), ([2.0, 2.0] * 50, "than chance would have it")]
)
def test_where_there_is_no_maximum_it_is_said(x, why):
    with pytest.raises(EstimateError, match=why):
        fit_nbd(np.array(x), np.array(x), np.full(len(x), 100.0))
