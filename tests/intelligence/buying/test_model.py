from __future__ import annotations

import numpy as np
import pytest
from tests.buyers import stopping_any_time

from custrata.errors import EstimateError
from custrata.intelligence.buying import fit_bg_nbd, fit_mbg_nbd, fit_pareto_nbd
from custrata.intelligence.buying.model import order_rate_start
from custrata.intelligence.buying.summaries import summaries

FITS = [fit_bg_nbd, fit_mbg_nbd, fit_pareto_nbd]


@pytest.fixture(scope="module")
def columns():
    return stopping_any_time(1500, seed=41)


@pytest.mark.parametrize("fit", FITS)
def test_the_spread_of_refits_draws_and_the_hessian_agree(columns, fit):
    model = fit(*columns)
    expected = np.sqrt(np.diag(model.covariance))
    for models in (model.bootstrap(80, seed=1), model.draws(400, seed=1)):
        logs = np.array([one.logarithms() for one in models])
        assert logs.std(axis=0) == pytest.approx(expected, rel=0.35)
        assert np.abs(logs.mean(axis=0) - model.logarithms()).max() < expected.max()


@pytest.mark.parametrize("fit", FITS)
def test_refits_depend_on_the_seed_and_not_on_the_order_of_customers(columns, fit):
    order = np.random.default_rng(2).permutation(len(columns[0]))
    one = fit(*columns).bootstrap(3, seed=7)
    other = fit(*(column[order] for column in columns)).bootstrap(3, seed=7)
    assert [m.parameters for m in other] == [pytest.approx(m.parameters, rel=1e-8) for m in one]
    assert fit(*columns).bootstrap(1, seed=8)[0].parameters != one[0].parameters


@pytest.mark.parametrize("fit", FITS)
def test_a_shift_moves_the_parameters_along_the_factor_of_their_covariance(columns, fit):
    model = fit(*columns)
    moved = np.array([model.shifted(k).logarithms() - model.logarithms() for k in range(4)])
    assert moved.T @ moved == pytest.approx(model.covariance)


@pytest.mark.parametrize("fit", FITS)
def test_the_maximum_is_flat_and_every_step_away_is_lower(columns, fit):
    model = fit(*columns)
    assert model.optimality < 1e-6
    known = model.known
    curve_at = model.likelihood(known)
    at = model.logarithms() - np.multiply(model.times, np.log(known.unit))
    for way in np.eye(4):
        assert curve_at(at + 0.05 * way).value < curve_at(at).value > curve_at(at - 0.05 * way).value


def test_a_sample_that_determines_nothing_is_refused():
    x, t_x = [0, 0, 1, 1, 2, 3, 9, 20], [0, 0, 2, 20, 9, 4, 29, 28]
    model = fit_pareto_nbd(x, t_x, [30] * 8, counts=[12, 18, 4, 2, 2, 2, 1, 1])
    with pytest.raises(EstimateError, match="samples of the customers"):
        model.bootstrap(50, seed=1)


def test_the_start_of_rates_comes_from_mean_and_variance():
    r, scale = np.exp(order_rate_start(summaries([0, 4], [0, 1], [1.0, 1.0])))
    # Mean 2, variance 4: r = 4/2.
    assert (r, scale) == pytest.approx((2.0, 0.5))
