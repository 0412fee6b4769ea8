from __future__ import annotations

import numpy as np
import pytest
from tests.buyers import stopping_after_orders

from custrata.errors import EstimateError
from custrata.intelligence.buying.mbg_nbd import MbgNbd, fit_mbg_nbd

TRUTH = {"r": 0.8, "alpha": 20.0, "a": 0.9, "b": 2.5}


@pytest.fixture(scope="module")
def model():
    return fit_mbg_nbd(*stopping_after_orders(8000, seed=21, after_first=True, days=False))


def test_parameters_of_generated_customers_are_found_again(model):
    spread = model.standard_errors
    assert all(abs(model.parameters[key] - value) < 3.5 * spread[key] for key, value in TRUTH.items())


def test_a_one_time_buyer_may_be_gone_by_hand(model):
    chosen = {"r": 1.0, "alpha": 10.0, "a": 1.0, "b": 3.0}
    truth = MbgNbd(chosen, model.covariance, 0.0, 1, 1, 0.0, model.known)
    # Odds of having left: a/b · ((α + T)/α)^r = 1/3 · 2.
    assert truth.probability_alive(0, 0, 10)[0] == pytest.approx(0.6)
    assert truth.probability_alive(0, 0, 0)[0] == pytest.approx(0.75)


def test_a_new_customer_orders_as_often_as_the_simulated_ones(model):
    x, _, age = stopping_after_orders(60_000, seed=22, after_first=True)
    chosen = x[age == 200]
    spread = chosen.std() / np.sqrt(len(chosen))
    truth = MbgNbd(TRUTH, model.covariance, 0.0, 1, 1, 0.0, model.known)
    assert truth.expected_orders_new(200)[()] == pytest.approx(chosen.mean(), abs=4 * spread)
    assert truth.variance_of_orders(200, 0, 0, 0)[0] == pytest.approx(chosen.var(), rel=0.25)


def test_without_repeat_orders_it_refuses():
    with pytest.raises(EstimateError, match="second time"):
        fit_mbg_nbd([0, 0], [0, 0], [9, 30], counts=[50, 50])
