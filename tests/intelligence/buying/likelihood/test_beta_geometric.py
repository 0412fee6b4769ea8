from __future__ import annotations

import numpy as np
import pytest
from scipy.special import betaln, gammaln
from tests.buyers import stopping_after_orders

from custrata.intelligence.buying.likelihood.beta_geometric import BetaGeometric
from custrata.intelligence.buying.summaries import summaries


@pytest.fixture(scope="module")
def known():
    return summaries(*stopping_after_orders(400, seed=3))


@pytest.mark.parametrize("after_first", [False, True])
@pytest.mark.parametrize("natural", [(0.8, 0.1, 0.9, 2.5), (5.0, 2.0, 0.01, 40.0), (0.05, 0.001, 20.0, 0.02)])
def test_gradient_and_hessian_are_the_slopes_of_the_likelihood(known, after_first, natural):
    curve_at, at, step = BetaGeometric.of(known, after_first), np.log(natural), 1e-5
    here = curve_at(at)
    for k, way in enumerate(np.eye(4) * step):
        up, down = curve_at(at + way), curve_at(at - way)
        assert (up.value - down.value) / (2 * step) == pytest.approx(here.gradient[k], rel=1e-6, abs=1e-4)
        assert (up.gradient - down.gradient) / (2 * step) == pytest.approx(
            here.hessian[k], rel=1e-6, abs=1e-4
        )


@pytest.mark.parametrize(("first", "share"), [(0, 1.0), (1, 2.5 / 3.5)])
def test_a_customer_by_hand(first, share):
    # x = 2 at 3 of 10 beside a one-time buyer, as the paper writes it with gamma and beta functions.
    r, alpha, a, b = 0.8, 2.0, 1.0, 2.5
    curve = BetaGeometric.of(summaries([2, 0], [0.3, 0], [1, 1]), bool(first))(np.log([r, alpha, a, b]))
    start = gammaln(r + 2) - gammaln(r) + r * np.log(alpha) - betaln(a, b)
    alive = betaln(a, b + 2 + first) - (r + 2) * np.log(alpha + 1)
    gone = betaln(a + 1, b + 1 + first) - (r + 2) * np.log(alpha + 0.3)
    once = (alpha / (alpha + 1)) ** r * share + (1 - share)
    assert curve.value == pytest.approx(start + np.logaddexp(alive, gone) + np.log(once))


def test_many_orders_and_long_silence_stay_finite():
    known = summaries([6000, 0, 9000], [0.5, 0, 1e7], [3e7, 1.0, 1e7])
    for after_first in (False, True):
        assert BetaGeometric.of(known, after_first)(np.log([0.5, 1e-4, 0.1, 50.0])).finite
