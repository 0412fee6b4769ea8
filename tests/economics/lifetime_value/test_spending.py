import numpy as np
import pytest

from custrata.economics.lifetime_value.spending import fit_spending
from custrata.errors import EstimateError


def spends(x, own, people=None):
    return {
        "repeat_orders": np.asarray(x, dtype=np.int64),
        "repeat_value": np.asarray(own, dtype=float),
        "people": np.ones(len(x), dtype=np.int64) if people is None else np.asarray(people),
    }


def test_gamma_gamma_is_recovered_and_its_doubt_kept_in_three_directions():
    rng = np.random.default_rng(5)
    x = rng.integers(1, 9, 5000)
    found, model, sentence = fit_spending(spends(x, rng.gamma(6 * x) / (x * rng.gamma(4, 1 / 15, 5000))))
    assert found.likely.mean == pytest.approx(6 * 15 / 3, rel=0.05)
    assert model is not None
    assert len(found.moved) == 3
    assert "5,000 customers' repeat orders" in sentence


def test_one_price_for_all_is_that_price():
    found, model, sentence = fit_spending(spends([1, 2, 3], [7, 7, 7]))
    assert (found.likely.expected(0, 0.0), found.moved, model) == (7, (), None)
    assert "one value" in sentence


def test_where_gamma_gamma_refuses_the_own_mean_is_shrunk_and_it_is_said_why():
    # Orders of one size each but for one customer: no gamma has so heavy an end.
    rng = np.random.default_rng(1)
    own = np.exp(rng.normal(0, 4, 60))
    found, model, sentence = fit_spending(spends([1] * 30 + [4] * 30, own))
    assert model is None
    assert found.likely.shape is None
    assert sentence.startswith("An order is worth the customer's ")


def test_repeat_orders_for_nothing_are_refused():
    with pytest.raises(EstimateError, match="no repeat order brought money"):
        fit_spending(spends([1, 2], [0, 0]))


def test_too_few_who_came_back_are_refused():
    with pytest.raises(EstimateError, match="only 2 customers ordered again"):
        fit_spending(spends([1, 2], [5, 9e8]))
