import numpy as np
import pytest

from custrata.economics.scenario.form import IntentPlan, Spread
from custrata.economics.scenario.supposing import drawn, suppose


def intent(name="call", **fields):
    return IntentPlan.model_validate({"name": name, **fields})


def test_an_intent_of_one_name_is_drawn_alike_in_every_plan():
    effects = {"leaving": {"low": -0.2, "likely": -0.1, "high": 0.0}}
    alone = suppose([intent(effects=effects)], 100, 7)
    beside = suppose([intent("other", effects=effects), intent(effects=effects)], 100, 7)
    assert (alone.logs["leaving"][:, 0] == beside.logs["leaving"][:, 1]).all()
    assert (beside.logs["leaving"][:, 0] != beside.logs["leaving"][:, 1]).any()


def test_what_is_certain_is_not_drawn():
    found = suppose([intent(cost={"per_customer": 5, "total": 100}, hours=2)], 50, 7)
    assert (found.per_customer == 5).all()
    assert (found.total == 100).all()
    assert (found.hours == 2).all()


def test_an_effect_that_takes_everything_leaves_a_number():
    found = suppose([intent(effects={"order_rate": -1})], 50, 7)
    assert np.isfinite(found.logs["order_rate"]).all()
    assert np.exp(found.logs["order_rate"]).max() < 1e-11


def test_draws_have_the_mean_of_their_triangle():
    values = drawn(Spread(low=0, likely=3, high=6), "x", 4_000, 1)
    assert values.mean() == pytest.approx(3, abs=0.1)


def test_no_intents_have_no_columns():
    assert suppose([], 50, 7).per_customer.shape == (50, 0)
