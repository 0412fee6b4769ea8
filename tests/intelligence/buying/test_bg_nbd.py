from __future__ import annotations

import numpy as np
import pytest
from tests.buyers import stopping_after_orders

from custrata.errors import EstimateError
from custrata.intelligence.buying.bg_nbd import BgNbd, fit_bg_nbd

TRUTH = {"r": 0.8, "alpha": 20.0, "a": 0.9, "b": 2.5}


@pytest.fixture(scope="module")
def columns():
    return stopping_after_orders(4000, seed=11)


@pytest.fixture(scope="module")
def model(columns):
    return fit_bg_nbd(*columns)


def within(model, truth, errors=3.5):
    spread = model.standard_errors
    return all(abs(model.parameters[key] - value) < errors * spread[key] for key, value in truth.items())


def test_parameters_of_generated_customers_are_found_again():
    assert within(fit_bg_nbd(*stopping_after_orders(8000, seed=12, days=False)), TRUTH)


def test_a_million_is_fitted_like_its_parts_whatever_the_order(columns):
    x, t_x, age = columns
    order = np.random.default_rng(1).permutation(len(x))
    one, other = fit_bg_nbd(x, t_x, age), fit_bg_nbd(x[order], t_x[order], age[order])
    assert other.parameters == pytest.approx(one.parameters, rel=1e-9)
    counted = fit_bg_nbd(x, t_x, age, counts=np.full(len(x), 3.0))
    assert counted.parameters == pytest.approx(one.parameters, rel=1e-9)
    assert counted.covariance * 3 == pytest.approx(one.covariance, rel=1e-7)
    assert counted.n == 3 * one.n


@pytest.mark.parametrize("unit", [1 / 7, 1 / 365.25, 86_400.0])
def test_the_unit_of_time_changes_no_prediction(columns, model, unit):
    x, t_x, age = columns
    other = fit_bg_nbd(x, t_x * unit, age * unit)
    expected = model.expected_orders(90, x, t_x, age)
    assert other.expected_orders(90 * unit, x, t_x * unit, age * unit) == pytest.approx(expected, rel=1e-8)
    assert other.parameters["alpha"] == pytest.approx(unit * model.parameters["alpha"], rel=1e-9)


def test_one_time_buyers_are_alive_for_sure(model):
    assert model.probability_alive([0, 0], [0, 0], [1, 300]).tolist() == [1.0, 1.0]
    assert 0 < model.probability_alive(3, 20, 300)[0] < model.probability_alive(3, 299, 300)[0] < 1


def test_a_new_customer_orders_as_often_as_the_simulated_ones(model):
    x, _, age = stopping_after_orders(60_000, seed=13)
    chosen = x[age == 200]
    spread = chosen.std() / np.sqrt(len(chosen))
    truth = BgNbd(TRUTH, model.covariance, 0.0, 1, 1, 0.0, model.known)
    assert truth.expected_orders_new(200)[()] == pytest.approx(chosen.mean(), abs=4 * spread)
    assert truth.variance_of_orders(200, 0, 0, 0)[0] == pytest.approx(chosen.var(), rel=0.25)


def test_expected_orders_grow_with_the_horizon_from_nothing(model):
    means = model.expected_orders_new([0.0, 1.0, 10.0, 1000.0])
    assert means[0] == pytest.approx(0.0, abs=1e-12)
    assert (np.diff(means) > 0).all()
    assert model.expected_orders(0, 2, 10, 20)[0] == pytest.approx(0.0, abs=1e-12)


def test_discounting_by_nothing_is_no_discounting(model):
    history = (4, 150.0, 200.0)
    plain = model.expected_orders(365, *history)
    assert model.discounted_expected_orders(0.0, *history, horizon=365) == pytest.approx(plain)
    assert model.discounted_expected_orders(1e-9, *history, horizon=365) == pytest.approx(plain, rel=1e-6)


def test_discounted_orders_are_the_sum_of_discounted_small_steps(model):
    history, rate = (4, 150.0, 200.0), 0.002
    times = np.linspace(0, 3000, 3001)
    orders = np.array([model.expected_orders(float(t), *history)[0] for t in times])
    steps = np.diff(orders) @ np.exp(-rate * (times[1:] + times[:-1]) / 2)
    assert model.discounted_expected_orders(rate, *history, horizon=3000)[0] == pytest.approx(steps, rel=1e-5)
    endless = model.discounted_expected_orders(rate, *history)[0]
    assert steps < endless < steps + orders[-1]


@pytest.mark.parametrize("x", [0, 1, 5001, 20_000])
def test_many_orders_give_numbers(model, x):
    given = (x, 90.0 if x else 0.0, 100.0)
    for value in (
        model.expected_orders(365, *given)[0],
        model.discounted_expected_orders(0.001, *given)[0],
        model.variance_of_orders(365, *given)[0],
    ):
        assert np.isfinite(value)
        assert value >= 0


def test_when_nobody_stops_orders_are_those_of_a_mixed_poisson_process(model):
    steady = {"r": 2.0, "alpha": 10.0, "a": 1e-9, "b": 1.0}
    never = BgNbd(steady, model.covariance, 0.0, 1, 1, 0.0, model.known)
    assert never.expected_orders(30, 5000, 10.0, 10.0)[0] == pytest.approx(5002 / 20 * 30, rel=1e-6)


def test_scoring_many_and_few_agrees(model, columns):
    x, t_x, age = columns
    many = model.expected_orders(90, x, t_x, age)
    few = np.array([model.expected_orders(90, *one)[0] for one in list(zip(x, t_x, age, strict=True))[:40]])
    assert many[:40] == pytest.approx(few, rel=1e-9)


@pytest.mark.parametrize(
    ("x", "t_x", "age", "counts", "words"),
    [
        ([0, 0], [0, 0], [9, 30], [50, 50], "second time"),
        ([3], [5], [9], [1], "too few"),
        ([3, 3], [5, 5], [9, 9], None, "no maximum"),
        ([2, 3, 2, 4], [29, 30, 28, 30], [30, 30, 30, 30], [90, 80, 90, 70], "chance would have it"),
    ],
)
def test_without_a_maximum_it_refuses_and_says_why(x, t_x, age, counts, words):
    with pytest.raises(EstimateError, match=words) as refusal:
        fit_bg_nbd(x, t_x, age, counts)
    assert refusal.value.remedy


def test_when_nobody_stops_it_says_so():
    chance = np.random.default_rng(5)
    x = chance.poisson(chance.gamma(1.0, 10.0, 500))
    with pytest.raises(EstimateError, match="nobody seems to stop"):
        fit_bg_nbd(x, np.where(x > 0, 100.0, 0.0), np.full(500, 100.0))


def test_odd_but_possible_customers_give_a_number_or_a_refusal(columns):
    odd = [[0, 6000], [0, 250], [0, 300]]
    pairs = zip(columns, odd, strict=True)
    x, t_x, age = (np.concatenate([column[:800], some]) for column, some in pairs)
    model = fit_bg_nbd(x, t_x, age)
    assert np.isfinite(model.expected_orders(365, x, t_x, age)).all()
    assert model.optimality < 1e-6


@pytest.mark.soak
def test_intervals_hold_the_truth_about_as_often_as_they_say():
    held, errors = [], []
    for seed in range(200):
        model = fit_bg_nbd(*stopping_after_orders(1500, seed=1000 + seed, days=False))
        z = [np.log(model.parameters[key] / value) for key, value in TRUTH.items()]
        z = np.array(z) / np.sqrt(np.diag(model.covariance))
        held.append(np.abs(z) < 1.96)
        errors.append(z)
    assert (np.abs(np.mean(held, axis=0) - 0.95) < 0.05).all()
    assert (np.abs(np.mean(errors, axis=0)) < 0.3).all()
