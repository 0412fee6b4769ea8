from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import quad
from tests.buyers import stopping_any_time

from custrata.errors import EstimateError
from custrata.intelligence.buying.pareto_nbd import ParetoNbd, fit_pareto_nbd

TRUTH = {"r": 0.8, "alpha": 20.0, "s": 0.9, "beta": 60.0}


@pytest.fixture(scope="module")
def columns():
    return stopping_any_time(4000, seed=31)


@pytest.fixture(scope="module")
def model(columns):
    return fit_pareto_nbd(*columns)


def with_parameters(model, **changed):
    return ParetoNbd(TRUTH | changed, model.covariance, 0.0, 1, 1, 0.0, model.known)


def test_parameters_of_generated_customers_are_found_again():
    model = fit_pareto_nbd(*stopping_any_time(8000, seed=32, days=False))
    spread = model.standard_errors
    assert all(abs(model.parameters[key] - value) < 3.5 * spread[key] for key, value in TRUTH.items())


def test_many_customers_on_few_days_are_fitted_by_a_table_and_by_rows_alike(monkeypatch):
    columns = stopping_any_time(60_000, seed=33)
    by_table = fit_pareto_nbd(*columns)
    monkeypatch.setattr("custrata.intelligence.buying.likelihood.pareto_grid.FEWEST_ROWS", 10**9)
    by_row = fit_pareto_nbd(*columns)
    assert by_row.log_likelihood == pytest.approx(by_table.log_likelihood, abs=1e-6)
    assert by_row.parameters == pytest.approx(by_table.parameters, rel=1e-8)
    alive = by_row.probability_alive(*columns)
    monkeypatch.undo()
    assert by_table.probability_alive(*columns) == pytest.approx(alive, abs=1e-9)


@pytest.mark.parametrize("unit", [1 / 7, 1 / 365.25, 86_400.0])
def test_the_unit_of_time_changes_no_prediction(columns, model, unit):
    x, t_x, age = columns
    other = fit_pareto_nbd(x, t_x * unit, age * unit)
    expected = model.expected_orders(90, x, t_x, age)
    assert other.expected_orders(90 * unit, x, t_x * unit, age * unit) == pytest.approx(expected, rel=1e-8)


def test_a_new_customer_orders_as_often_as_the_simulated_ones(model):
    x, _, age = stopping_any_time(60_000, seed=34)
    chosen = x[age == 200]
    spread = chosen.std() / np.sqrt(len(chosen))
    truth = with_parameters(model)
    assert truth.expected_orders_new(200)[()] == pytest.approx(chosen.mean(), abs=4 * spread)
    assert truth.expected_orders(200, 0, 0, 0)[0] == pytest.approx(chosen.mean(), abs=4 * spread)
    assert truth.variance_of_orders(200, 0, 0, 0)[0] == pytest.approx(chosen.var(), rel=0.25)


@pytest.mark.parametrize("s", [0.2, 1.0, 1.0 + 1e-9, 2.0, 7.0])
def test_the_time_alive_is_the_integral_of_survival(model, s):
    some = with_parameters(model, s=s)
    survival, _ = quad(lambda t: (1 + t / 160.0) ** -s, 0, 365)
    expected = some.probability_alive(3, 80, 100)[0] * 3.8 / 120 * survival
    assert some.expected_orders(365, 3, 80, 100)[0] == pytest.approx(expected, rel=1e-9)


def test_discounted_orders_are_an_integral_with_and_without_end(model):
    alive = model.probability_alive(3, 80, 100)[0]
    r, alpha, s, beta = model.parameters.values()

    def worth(t):
        return np.exp(-0.002 * t) * (1 + t / (beta + 100)) ** -s

    for horizon in (365.0, np.inf):
        whole, _ = quad(worth, 0, min(horizon, 2e4), limit=500)
        got = model.discounted_expected_orders(0.002, 3, 80, 100, horizon)[0]
        assert got == pytest.approx(alive * (3 + r) / (100 + alpha) * whole, rel=1e-7)


def test_a_horizon_of_nothing_and_many_orders_give_numbers(model):
    assert model.expected_orders(0, 3, 80, 100)[0] == 0.0
    for x in (0, 5001, 20_000):
        given = (x, 90.0 if x else 0.0, 100.0)
        assert np.isfinite(model.expected_orders(365, *given)[0])
        assert np.isfinite(model.variance_of_orders(365, *given)[0])
        assert 0 <= model.probability_alive(*given)[0] <= 1


def test_endless_orders_without_discount_are_refused(model):
    with pytest.raises(EstimateError, match="without end"):
        model.discounted_expected_orders(0.0, 1, 5, 9)


@pytest.mark.parametrize(
    ("x", "t_x", "age", "counts", "words"),
    [
        ([0, 0], [0, 0], [9, 30], [50, 50], "second time"),
        ([3], [5], [9], [1], "too few"),
        ([3, 3], [5, 5], [9, 9], None, "no maximum"),
    ],
)
def test_without_a_maximum_it_refuses_and_says_why(x, t_x, age, counts, words):
    with pytest.raises(EstimateError, match=words) as refusal:
        fit_pareto_nbd(x, t_x, age, counts)
    assert refusal.value.remedy


def test_when_nobody_stops_it_says_so():
    chance = np.random.default_rng(5)
    x = chance.poisson(chance.gamma(1.0, 10.0, 500))
    with pytest.raises(EstimateError, match="nobody seems to stop"):
        fit_pareto_nbd(x, np.where(x > 0, 100.0, 0.0), np.full(500, 100.0))


def test_one_customer_of_an_impossible_age_does_not_move_the_others(columns, model):
    x, t_x, age = (np.append(column, odd) for column, odd in zip(columns, (3, 5, 1e7), strict=True))
    other = fit_pareto_nbd(x, t_x, age)
    assert other.parameters == pytest.approx(model.parameters, rel=0.1)


@pytest.mark.soak
def test_intervals_hold_the_truth_about_as_often_as_they_say():
    held, errors = [], []
    for seed in range(200):
        model = fit_pareto_nbd(*stopping_any_time(1500, seed=1000 + seed, days=False))
        z = [np.log(model.parameters[key] / value) for key, value in TRUTH.items()]
        z = np.array(z) / np.sqrt(np.diag(model.covariance))
        held.append(np.abs(z) < 1.96)
        errors.append(z)
    assert (np.abs(np.mean(held, axis=0) - 0.95) < 0.05).all()
    assert (np.abs(np.mean(errors, axis=0)) < 0.3).all()
