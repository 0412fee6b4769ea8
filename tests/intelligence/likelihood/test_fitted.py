"""What every fitted model says of itself."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.likelihood.fitted import FittedModel, facts_of
from custrata.intelligence.likelihood.newton import Curve, Maximum

COVARIANCE = np.array([[0.04, 0.01], [0.01, 0.09]])


def top(**changes):
    curve = Curve(-5.0, np.zeros(2), -np.linalg.inv(COVARIANCE))
    return Maximum(
        **{
            "at": np.log([2.0, 3.0]),
            "curve": curve,
            "iterations": 4,
            "promise": 0.0,
            "runaway": None,
            **changes,
        }
    )


def model():
    return FittedModel(**facts_of(top(), ("a", "b"), 10, "this model", "wait"))


def test_standard_errors_are_the_spread_of_the_logarithm_times_the_value():
    assert model().standard_errors == pytest.approx({"a": 2 * 0.2, "b": 3 * 0.3})


def test_an_interval_is_a_factor_each_way():
    low, high = model().interval("a")
    assert low * high == pytest.approx(4.0)
    assert high / 2 == pytest.approx(np.exp(1.96 * 0.2), rel=1e-4)


def test_the_squared_shifts_of_all_directions_add_up_to_the_variance():
    fitted = model()
    for name, variance in (("a", 0.04), ("b", 0.09)):
        shifts = [np.log(fitted.shifted(k).parameters[name] / fitted.parameters[name]) for k in range(2)]
        assert np.sum(np.square(shifts)) == pytest.approx(variance)


def test_half_a_shift_is_half_of_it():
    fitted = model()
    whole, half = fitted.shifted(0), fitted.shifted(0, by=0.5)
    assert half.parameters["a"] == pytest.approx(np.sqrt(whole.parameters["a"] * 2))


def test_draws_repeat_with_their_seed():
    assert model().draws(3, seed=5)[2].parameters == model().draws(3, seed=5)[2].parameters
    assert model().draws(3, seed=5)[2].parameters != model().draws(3, seed=6)[2].parameters


def test_a_runaway_parameter_is_refused_by_its_name():
    with pytest.raises(EstimateError, match="b runs away") as refusal:
        facts_of(top(runaway=1), ("a", "b"), 10, "this model", "wait")
    assert refusal.value.remedy == "wait"
    assert refusal.value.facts["parameter"] == "b"


def test_a_flat_top_is_refused():
    with pytest.raises(EstimateError, match="flat"):
        facts_of(top(curve=Curve(-5.0, np.zeros(2), np.full((2, 2), -1.0))), ("a", "b"), 10, "it", "wait")


def test_a_search_that_did_not_arrive_is_refused():
    steep = Curve(-5.0, np.array([0.0, 1.0]), -np.linalg.inv(COVARIANCE))
    with pytest.raises(EstimateError, match="still rises"):
        facts_of(top(curve=steep), ("a", "b"), 10, "it", "wait")


def test_a_parameter_known_within_a_factor_of_hundreds_is_refused():
    wide = Curve(-5.0, np.zeros(2), -np.diag([1.0, 1e-3]))
    with pytest.raises(EstimateError, match="flat"):
        facts_of(top(curve=wide), ("a", "b"), 10, "it", "wait")
