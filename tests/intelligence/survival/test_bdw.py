"""Contracts whose customers' own risk moves with age."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.survival import fit_bdw, fit_sbg, lives_of_cohort

HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491]


def generated(n, seed, alpha=1.2, beta=4.0, c=1.5, watched=12):
    rng = np.random.default_rng(seed)
    # Of one customer, S(t) = (1 − θ)^(t^c): the least whole t at which a uniform number lies above it.
    lasting = np.log(rng.random(n)) / np.log1p(-rng.beta(alpha, beta, n))
    life = np.maximum(np.ceil(lasting ** (1 / c)), 1)
    return np.minimum(life, watched), life <= watched


def test_with_c_of_one_it_is_the_sbg():
    model = fit_bdw(*lives_of_cohort(HIGH_END))
    plain = type(model)(**{**vars(model), "parameters": {"alpha": 0.7, "beta": 4.0, "c": 1.0}})
    t = np.arange(1, 20)
    assert plain.retention(t) == pytest.approx((4.0 + t - 1) / (4.7 + t - 1))


def test_it_fits_at_least_as_well_as_the_sbg():
    bdw, sbg = fit_bdw(*lives_of_cohort(HIGH_END)), fit_sbg(*lives_of_cohort(HIGH_END))
    assert bdw.log_likelihood > sbg.log_likelihood
    assert bdw.optimality < 1e-10


def test_the_parameters_that_made_the_data_come_back():
    logs = np.log([list(fit_bdw(*generated(8000, seed)).parameters.values()) for seed in range(10)])
    assert np.abs(logs.mean(axis=0) - np.log([1.2, 4.0, 1.5])).max() < 0.08


def test_the_interval_holds_the_parameters_that_made_the_data():
    models = [fit_bdw(*generated(4000, seed)) for seed in range(20)]
    assert sum(m.interval("c")[0] < 1.5 < m.interval("c")[1] for m in models) >= 17


@pytest.mark.soak
def test_bias_and_coverage_over_200_runs():
    models = [fit_bdw(*generated(8000, seed)) for seed in range(200)]
    for name, true in (("alpha", 1.2), ("beta", 4.0), ("c", 1.5)):
        assert abs(np.mean([np.log(m.parameters[name] / true) for m in models])) < 0.05
        assert 0.90 <= np.mean([m.interval(name)[0] < true < m.interval(name)[1] for m in models]) <= 0.99


def test_every_shift_gives_a_model_that_still_counts():
    model = fit_bdw(*lives_of_cohort(HIGH_END))
    plain = model.discounted_expected_lifetime(0.1, [0, 5], 20)
    for k in range(3):
        moved = model.shifted(k).discounted_expected_lifetime(0.1, [0, 5], 20)
        assert np.all(np.isfinite(moved))
        assert np.all(np.abs(moved - plain) < 5)


@pytest.mark.parametrize(
    ("duration", "ended", "says"),
    [
        ([3, 3, 2], [False, False, False], "none of 3 contracts ended"),
        ([1, 2, 2, 2], [True, True, False, False], "2 different ages"),
    ],
)
def test_what_cannot_be_estimated_is_refused_in_words(duration, ended, says):
    with pytest.raises(EstimateError, match=says) as refusal:
        fit_bdw(duration, ended)
    assert refusal.value.remedy


def test_customers_who_are_all_alike_are_refused():
    life = np.random.default_rng(1).geometric(0.2, 3000)
    with pytest.raises(EstimateError, match="differ") as refusal:
        fit_bdw(np.minimum(life, 10), life <= 10)
    assert "life table" in refusal.value.remedy
