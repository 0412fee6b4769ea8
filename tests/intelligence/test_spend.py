"""How much a customer spends an order."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import betaln
from scipy.stats import gamma

from custrata.errors import EstimateError
from custrata.intelligence.spend import fit_gamma_gamma

P, Q, V = 6.25, 3.74, 15.44


def generated(n, seed, p=P, q=Q, v=V):
    rng = np.random.default_rng(seed)
    x = rng.geometric(0.35, n)
    return x, rng.gamma(p * x) / (x * rng.gamma(q, 1 / v, n))


def log_densities(p, q, v, x, z):
    """The density of each mean by its definition: added up over levels, which are gamma(q, v)."""
    levels = np.exp(np.linspace(-15.0, 5.0, 4001))[:, None]
    own = gamma.pdf(z, p * x, scale=1 / (levels * x))
    return np.log(np.sum(own * gamma.pdf(levels, q, scale=1 / v) * levels, axis=0) * 20 / 4000)


def test_the_likelihood_is_that_of_its_definition():
    x, z = generated(60, seed=3)
    model = fit_gamma_gamma(x, z)
    by_hand = log_densities(*model.parameters.values(), x, z).sum()
    assert model.log_likelihood == pytest.approx(by_hand, abs=1e-6)


def test_no_other_parameters_are_more_likely():
    x, z = generated(500, seed=1)
    model = fit_gamma_gamma(x, z)
    assert model.optimality < 1e-12
    best = model.log_likelihood
    for direction in range(3):
        for by in (-0.5, 0.5):
            moved = model.shifted(direction, by).parameters
            assert likelihood(x, z, **moved) == pytest.approx(best - 0.125, abs=0.08)


def likelihood(x, z, p, q, v):
    return float(
        np.sum(-betaln(p * x, q) + q * np.log(v) + (p * x - 1) * np.log(z) + p * x * np.log(x))
        - np.sum((p * x + q) * np.log(v + x * z))
    )


def test_the_parameters_that_made_the_data_come_back():
    found = np.array([list(fit_gamma_gamma(*generated(4000, seed)).parameters.values()) for seed in range(8)])
    assert np.abs(np.mean(np.log(found / [P, Q, V]), axis=0)).max() < 0.06


def test_the_interval_holds_the_parameters_that_made_the_data():
    held = 0
    for seed in range(12):
        model = fit_gamma_gamma(*generated(1500, seed))
        low, high = model.interval("q")
        held += low < Q < high
    assert held >= 10


@pytest.mark.soak
def test_bias_and_coverage_over_200_runs():
    models = [fit_gamma_gamma(*generated(2000, seed)) for seed in range(200)]
    for name, true in (("p", P), ("q", Q), ("v", V)):
        logs = [np.log(m.parameters[name] / true) for m in models]
        assert abs(np.mean(logs)) < 0.03
        held = np.mean([m.interval(name)[0] < true < m.interval(name)[1] for m in models])
        assert 0.90 <= held <= 0.99


def test_one_customer_by_hand():
    # p 2, q 3, v 10, two orders of mean 20: (2 × (10 + 40)) / (4 + 3 − 1) = 100 / 6.
    model = fit_gamma_gamma(*generated(300, seed=3))
    by_hand = type(model)(**{**vars(model), "parameters": {"p": 2.0, "q": 3.0, "v": 10.0}})
    assert by_hand.expected_value(2, 20) == pytest.approx(100 / 6)
    assert by_hand.population_mean == pytest.approx(10.0)
    assert by_hand.variance_of_value(2, 20) == pytest.approx((100 / 6) ** 2 / 5)
    assert by_hand.variance_of_order(2, 20) == pytest.approx(2 * 50**2 / 30)


def test_the_expected_value_lies_between_the_own_mean_and_everybodys():
    x, z = generated(2000, seed=4)
    model = fit_gamma_gamma(x, z)
    value = model.expected_value(x, z)
    low, high = np.minimum(z, model.population_mean), np.maximum(z, model.population_mean)
    assert np.all((value >= low) & (value <= high))


def test_a_customer_without_repeat_orders_gets_the_mean_of_everybody():
    model = fit_gamma_gamma(*generated(500, seed=5))
    assert model.expected_value([0, 0], [0.0, 99.0]) == pytest.approx([model.population_mean] * 2)


def test_a_negative_mean_counts_as_no_money():
    model = fit_gamma_gamma(*generated(500, seed=5))
    assert model.expected_value(2, -50.0) == model.expected_value(2, 0.0) > 0


@pytest.mark.parametrize("unit", [1e-3, 1.0, 1e9])
def test_the_unit_of_money_does_not_matter(unit):
    x, z = generated(800, seed=6)
    plain, scaled = fit_gamma_gamma(x, z), fit_gamma_gamma(x, z * unit)
    assert scaled.parameters["p"] == pytest.approx(plain.parameters["p"], rel=1e-9)
    assert scaled.expected_value(x, z * unit) / unit == pytest.approx(plain.expected_value(x, z), rel=1e-9)
    assert scaled.log_likelihood + 800 * np.log(unit) == pytest.approx(plain.log_likelihood, abs=1e-6)


def test_counted_rows_say_the_same_as_rows_one_by_one():
    x, z = generated(400, seed=2)
    times = np.random.default_rng(2).integers(1, 5, 400)
    counted, plain = fit_gamma_gamma(x, z, times), fit_gamma_gamma(np.repeat(x, times), np.repeat(z, times))
    assert counted.parameters == pytest.approx(plain.parameters, rel=1e-9)
    assert counted.covariance == pytest.approx(plain.covariance, rel=1e-7)
    assert counted.correlation == pytest.approx(plain.correlation)
    assert counted.n == plain.n == times.sum()


def test_the_order_of_rows_does_not_matter():
    x, z = generated(40_000, seed=7)
    mixed = np.random.default_rng(0).permutation(len(x))
    first, second = fit_gamma_gamma(x, z), fit_gamma_gamma(x[mixed], z[mixed])
    assert first.parameters == pytest.approx(second.parameters, rel=1e-11)


def test_the_correlation_that_the_model_assumes_to_be_none_is_reported():
    x, z = generated(3000, seed=8)
    assert abs(fit_gamma_gamma(x, z).correlation) < 0.06
    assert fit_gamma_gamma(x, z * x).correlation > 0.3
    assert fit_gamma_gamma(x, z).correlation == pytest.approx(np.corrcoef(x, z)[0, 1])
    assert fit_gamma_gamma(np.ones(3000), z).correlation is None


def test_customers_with_refunds_only_are_set_aside_and_counted():
    x, z = generated(500, seed=9)
    mixed = fit_gamma_gamma(np.r_[x, 3, 1, 0], np.r_[z, -20.0, 0.0, 0.0])
    assert mixed.left_out == 2
    assert mixed.n == 500
    assert mixed.parameters == pytest.approx(fit_gamma_gamma(x, z).parameters)


@pytest.mark.parametrize(
    ("x", "mean_value", "says"),
    [
        ([0, 0], [0, 0], "nobody ordered more than once"),
        ([], [], "nobody ordered more than once"),
        ([2, 0, 0], [10, 0, 0], "only one customer"),
        ([2, 3, 1], [10, 10, 10], "spend the same"),
        ([2, 3, 1], [-10, 0, -1], "refunds or gifts"),
        ([2, 3.5, 1], [10, 11, 12], "whole numbers"),
        ([2, 3, 1], [10, np.nan, 12], "missing or infinite"),
        ([2, 3], [10], "one length"),
        ([5000, 6000], [10.0, 10.0], "spend the same"),
    ],
)
def test_what_cannot_be_estimated_is_refused_in_words(x, mean_value, says):
    with pytest.raises(EstimateError, match=says) as refusal:
        fit_gamma_gamma(x, mean_value)
    assert refusal.value.remedy


def test_customers_who_do_not_differ_are_refused():
    rng = np.random.default_rng(10)
    x = rng.geometric(0.1, 400)
    # Less spread between customers than their own orders have: levels all alike, q grows without end.
    z = 10 * rng.gamma(400.0 * x) / (400 * x)
    with pytest.raises(EstimateError, match=r"runs away|flat|either not within") as refusal:
        fit_gamma_gamma(x, z)
    assert "average order" in refusal.value.remedy


def test_an_infinite_mean_is_said_where_it_matters():
    x, z = generated(3000, seed=11, q=0.8)
    model = fit_gamma_gamma(x, z)
    assert np.all(model.expected_value(x, z) > 0)
    with pytest.raises(EstimateError, match="infinite"):
        model.expected_value([0, 1], [0, 10])


def test_thousands_of_orders_give_a_number():
    x, z = generated(300, seed=12)
    model = fit_gamma_gamma(np.r_[x, 6000, 20_000], np.r_[z, 8.0, 3.0])
    value = model.expected_value([6000, 20_000], [8.0, 3.0])
    assert value == pytest.approx([8.0, 3.0], rel=1e-2)


def test_the_draws_spread_as_the_covariance_says_and_repeat():
    model = fit_gamma_gamma(*generated(2000, seed=13))
    draws = model.draws(2000, seed=1)
    logs = np.log([list(d.parameters.values()) for d in draws])
    assert np.cov(logs.T) == pytest.approx(model.covariance, rel=0.15)
    assert draws[7].parameters == model.draws(8, seed=1)[7].parameters


@pytest.mark.parametrize("orders", [np.inf, 1e300, np.nan, -1])
def test_orders_without_end_are_refused(orders):
    with pytest.raises(EstimateError, match="not whole numbers"):
        fit_gamma_gamma([orders, 2, 3], [4.0, 5.0, 6.0])


@pytest.mark.parametrize("count", [np.inf, 1e300, np.nan, -1])
def test_counts_that_count_nothing_are_refused(count):
    with pytest.raises(EstimateError, match="counts are negative, missing or without end"):
        fit_gamma_gamma([1, 2], [4.0, 5.0], [count, 1.0])
