from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import betaln, expit

from custrata.intelligence.buying.ahead.beta_dropout import mean_orders, mean_pairs, over_dropout


def by_quadrature(moment, n, v, a, m):
    """The mean by an adaptive rule over the logit of p, piece by piece."""

    def integrand(logit):
        p = expit(logit)
        weight = a * -np.logaddexp(0, -logit) + m * -np.logaddexp(0, logit) - betaln(a, m)
        return float(moment(np.array(p), np.array(n), np.array(v)) * np.exp(weight))

    centre, narrow = np.log(a / m), np.sqrt((a + m) / (a * m))
    bend = min(-np.log1p(n * v), centre)
    wide = 4 * narrow
    cuts = {bend - 40 / a, bend - 5, bend, centre - wide, centre, centre + wide, centre + 5 + 40 / m}
    spans = pairwise(sorted(cuts))
    return sum(quad(integrand, *span, epsabs=0, epsrel=1e-11, limit=500)[0] for span in spans)


@pytest.mark.parametrize("moment", [mean_orders, mean_pairs])
@pytest.mark.parametrize(
    ("n", "v", "a", "m"),
    [
        (0.243, 8.8, 0.793, 2.426),
        (2.243, 0.9, 0.793, 4.426),
        (5000.0, 1.0, 0.8, 5002.0),
        (0.01, 300.0, 0.2, 0.5),
        (40.0, 0.02, 30.0, 400.0),
        (3.0, 2.0, 5.0, 0.3),
    ],
)
def test_the_mean_over_dropout_agrees_with_adaptive_quadrature(moment, n, v, a, m):
    got = over_dropout(moment, np.array([n]), np.array([v]), a, np.array([m]))[0]
    assert got == pytest.approx(by_quadrature(moment, n, v, a, m), rel=1e-8)


def test_one_order_by_hand():
    # Nobody stops: Poisson with a gamma rate, mean n v and second factorial moment n (n + 1) v².
    n, v, m = np.array([2.0]), np.array([3.0]), np.array([5.0])
    assert over_dropout(mean_orders, n, v, 1e-12, m)[0] == pytest.approx(6.0)
    assert over_dropout(mean_pairs, n, v, 1e-12, m)[0] == pytest.approx(2 * 3 * 9.0)
    # Everybody stops after the next order: the chance of one order is 1 − (1 + v)^−n.
    assert over_dropout(mean_orders, n, v, 5.0, np.array([1e-12]))[0] == pytest.approx(1 - 4.0**-2)


def test_no_time_ahead_means_no_orders():
    assert over_dropout(mean_orders, np.ones(1), np.zeros(1), 1.0, np.ones(1))[0] == pytest.approx(
        0.0, abs=1e-15
    )
