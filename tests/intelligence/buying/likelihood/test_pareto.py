from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from scipy.integrate import quad
from tests.buyers import stopping_any_time

from custrata.intelligence.buying.likelihood.pareto import Pareto, ways
from custrata.intelligence.buying.summaries import summaries


@pytest.mark.parametrize(
    "natural", [(0.8, 0.1, 0.9, 0.3), (3.0, 0.001, 4.0, 50.0), (0.05, 30.0, 0.02, 0.003)]
)
def test_gradient_and_hessian_are_the_slopes_of_the_likelihood(natural):
    curve_at, at, step = Pareto.of(summaries(*stopping_any_time(300, seed=4))), np.log(natural), 1e-5
    here = curve_at(at)
    for k, way in enumerate(np.eye(4) * step):
        up, down = curve_at(at + way), curve_at(at - way)
        assert (up.value - down.value) / (2 * step) == pytest.approx(here.gradient[k], rel=1e-6, abs=1e-4)
        assert (up.gradient - down.gradient) / (2 * step) == pytest.approx(
            here.hessian[k], rel=1e-6, abs=1e-4
        )


def bracket(n, t_x, age, alpha, s, beta):
    """log of the bracket over the density at t_x, by an adaptive rule on the plain integral in log time."""

    def density(log_time):
        t = np.exp(log_time) - least
        fall = -n * np.log((alpha + t) / (alpha + t_x)) - (s + 1) * np.log((beta + t) / (beta + t_x))
        return np.exp(fall) * (t + least)

    least = min(alpha, beta)
    low, high = np.log(t_x + least), np.log(age + least)
    cuts = [*np.linspace(low, min(high, low + 60 / (n + s)), 30), high]
    spans = [span for span in pairwise(cuts) if span[1] > span[0]]
    gone = s * sum(quad(density, *span, epsabs=0, epsrel=1e-12, limit=200)[0] for span in spans)
    alive = -n * np.log((alpha + age) / (alpha + t_x)) - s * np.log((beta + age) / (beta + t_x))
    alive = np.exp(alive) * (beta + t_x)
    return np.log(alive + gone), alive / (alive + gone)


@pytest.mark.parametrize("alpha", [1e-4, 0.3, 20.0])
@pytest.mark.parametrize("beta", [1e-4, 0.3, 20.0])
@pytest.mark.parametrize(("n", "s"), [(0.05, 0.02), (0.6, 0.6), (3.0, 8.0), (5000.0, 0.5)])
def test_the_integral_agrees_with_adaptive_quadrature(alpha, beta, n, s):
    for t_x, age in ((0.0, 1.0), (0.2, 1.0), (0.99, 1.0), (0.4, 0.4)):
        way = ways(np.array([n]), np.array([t_x]), np.array([age]), alpha, s, beta)
        log_total, alive = bracket(n, t_x, age, alpha, s, beta)
        assert way.log_total[0] == pytest.approx(log_total, abs=1e-9)
        assert way.alive[0] == pytest.approx(alive, abs=1e-9)
        assert way.alive[0] + way.gone.sum() == pytest.approx(1.0)


def test_many_orders_and_long_silence_stay_finite():
    known = summaries([6000, 0, 9000], [0.5, 0, 1e7], [3e7, 1.0, 1e7])
    assert Pareto.of(known)(np.log([0.5, 1e-4, 0.1, 2.0])).finite
