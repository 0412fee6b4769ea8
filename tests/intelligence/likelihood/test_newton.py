"""Newton's method on logarithms."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.intelligence.likelihood.newton import Curve, maximise


def poisson(total, n):
    """The log-likelihood of a Poisson rate, by its logarithm."""

    def at(t):
        rate = np.exp(t[0])
        return Curve(total * t[0] - n * rate, np.array([total - n * rate]), np.array([[-n * rate]]))

    return at


def test_the_rate_by_hand():
    top = maximise(poisson(30, 10), np.zeros(1))
    assert np.exp(top.at[0]) == pytest.approx(3.0, rel=1e-12)
    assert top.covariance[0, 0] == pytest.approx(1 / 30)
    assert top.promise < 1e-12
    assert top.runaway is None


def test_a_far_start_arrives_as_well():
    assert maximise(poisson(30, 10), np.array([12.0])).at[0] == pytest.approx(np.log(3.0), rel=1e-12)


def test_a_parameter_that_runs_away_is_named():
    top = maximise(poisson(0, 10), np.zeros(1))
    assert top.runaway == 0 or top.covariance is None or top.at[0] < -20


def test_a_wrong_curvature_does_not_lead_downhill():
    # Two tops of a sine; it starts where the curve bends upwards.
    def wave(t):
        return Curve(float(np.sin(t[0])), np.cos(t), -np.sin(t)[None])

    top = maximise(wave, np.array([-1.2]))
    assert np.sin(top.at[0]) == pytest.approx(1.0)


def test_a_flat_top_has_no_covariance():
    def ridge(t):
        s = t[0] + t[1] - 1
        return Curve(-(s**2), np.array([-2 * s, -2 * s]), np.full((2, 2), -2.0))

    assert maximise(ridge, np.zeros(2)).covariance is None


def test_derivatives_by_parameters_become_derivatives_by_logarithms():
    # f = a² b at (2, 3): by logarithms every derivative is the exponent times f.
    curve = Curve.of_natural(
        12.0, np.array([12.0, 4.0]), np.array([[6.0, 4.0], [4.0, 0.0]]), np.array([2.0, 3.0])
    )
    assert curve.gradient.tolist() == [24.0, 12.0]
    assert curve.hessian.tolist() == [[48.0, 24.0], [24.0, 12.0]]


def test_rounding_of_the_value_does_not_stop_it_short():
    def rounded(t):
        curve = poisson(30, 10)(t)
        return Curve(round(curve.value, 9), curve.gradient, curve.hessian)

    assert np.exp(maximise(rounded, np.array([2.0])).at[0]) == pytest.approx(3.0, rel=1e-9)
