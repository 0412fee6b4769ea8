"""Contracts whose customers each have one chance to leave."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import hyp2f1

from custrata.errors import EstimateError
from custrata.intelligence.survival import fit_sbg, lives_of_cohort

HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491]


def generated(n, seed, alpha=0.8, beta=3.0, watched=12):
    rng = np.random.default_rng(seed)
    life = rng.geometric(np.maximum(rng.beta(alpha, beta, n), 1e-12))
    return np.minimum(life, watched), life <= watched


def test_retention_by_hand():
    model = fit_sbg(*lives_of_cohort(HIGH_END))
    alpha, beta = model.parameters.values()
    assert model.retention([1, 2, 30]) == pytest.approx(
        [(beta + t - 1) / (alpha + beta + t - 1) for t in (1, 2, 30)]
    )
    assert model.survival(0) == pytest.approx(1.0)
    assert np.all(np.diff(model.retention(np.arange(1, 50))) > 0)


def test_the_parameters_that_made_the_data_come_back():
    logs = np.log([list(fit_sbg(*generated(4000, seed)).parameters.values()) for seed in range(12)])
    assert np.abs(logs.mean(axis=0) - np.log([0.8, 3.0])).max() < 0.05


def test_the_interval_holds_the_parameters_that_made_the_data():
    models = [fit_sbg(*generated(1500, seed)) for seed in range(20)]
    assert sum(m.interval("alpha")[0] < 0.8 < m.interval("alpha")[1] for m in models) >= 17


@pytest.mark.soak
def test_bias_and_coverage_over_200_runs():
    models = [fit_sbg(*generated(2000, seed)) for seed in range(200)]
    for name, true in (("alpha", 0.8), ("beta", 3.0)):
        assert abs(np.mean([np.log(m.parameters[name] / true) for m in models])) < 0.03
        assert 0.90 <= np.mean([m.interval(name)[0] < true < m.interval(name)[1] for m in models]) <= 0.99


def test_contracts_seen_late_give_the_same_parameters():
    # A wave of customers of all ages, watched for three periods only: those gone before are not in the data.
    rng = np.random.default_rng(5)
    life = rng.geometric(np.maximum(rng.beta(0.8, 3.0, 60_000), 1e-12))
    entry = rng.integers(0, 20, 60_000)
    there = life > entry
    life, entry = life[there], entry[there]
    duration, ended = np.minimum(life, entry + 3), life <= entry + 3
    model = fit_sbg(duration, ended, entry=entry)
    assert model.parameters["alpha"] == pytest.approx(0.8, rel=0.1)
    assert model.parameters["beta"] == pytest.approx(3.0, rel=0.1)
    assert fit_sbg(duration, ended).survival(20) > 1.2 * model.survival(20)


def test_contracts_counted_in_days_are_fitted_as_well():
    for seed in range(10):
        rng = np.random.default_rng(seed)
        life = np.minimum(rng.geometric(rng.beta(0.8, 300.0, 500)), 3000)
        assert fit_sbg(life, np.ones(500)).parameters["beta"] > 100


def test_several_cohorts_at_once_are_all_their_contracts():
    first, second = lives_of_cohort(HIGH_END), lives_of_cohort(HIGH_END[:5])
    both = fit_sbg(*(np.concatenate(pair) for pair in zip(first, second, strict=True)))
    assert both.n == 2000


def test_counted_rows_say_the_same_as_rows_one_by_one():
    duration, ended, counts = lives_of_cohort([100, 70, 60, 55])
    counts = counts.astype(int)
    counted = fit_sbg(duration, ended, counts)
    plain = fit_sbg(np.repeat(duration, counts), np.repeat(ended, counts))
    assert counted.parameters == pytest.approx(plain.parameters)


def test_the_lifetime_is_the_hypergeometric_function():
    model = fit_sbg(*lives_of_cohort(HIGH_END))
    alpha, beta = model.parameters.values()
    age = np.array([0.0, 1.0, 7.0, 60.0])
    closed = hyp2f1(1, beta + age, alpha + beta + age, 1 / 1.1)
    assert model.discounted_expected_lifetime(0.1, age) == pytest.approx(closed, rel=1e-10)
    residual = (
        (beta + age) / (alpha + beta + age) * hyp2f1(1, beta + age + 1, alpha + beta + age + 1, 1 / 1.1)
    )
    assert model.discounted_residual_lifetime(0.1, age) == pytest.approx(residual, rel=1e-10)


def test_the_variance_is_that_of_simulated_lives():
    model = fit_sbg(*lives_of_cohort(HIGH_END))
    rng = np.random.default_rng(1)
    life = np.minimum(rng.geometric(rng.beta(*model.parameters.values(), 200_000)), 24)
    worth = (1 - 1.01 ** -life.astype(float)) / (1 - 1 / 1.01)
    assert model.discounted_expected_lifetime(0.01, 0, 24) == pytest.approx(worth.mean(), rel=0.01)
    assert model.variance_of_lifetime(0.01, 0, 24) == pytest.approx(worth.var(), rel=0.02)


def test_an_old_contract_still_gives_a_number():
    model = fit_sbg(*lives_of_cohort(HIGH_END))
    found = model.discounted_expected_lifetime(0.01, [0, 6000, 90_000], 60)
    assert np.all((found > 1) & (found < 60))


@pytest.mark.parametrize(
    ("duration", "ended", "says"),
    [
        ([3, 3, 2], [False, False, False], "none of 3 contracts ended"),
        ([1, 1, 1], [True, True, True], "first period"),
        ([2], [True], "one contract"),
        ([86400 * 30, 86400 * 60], [True, False], "renewed"),
    ],
)
def test_what_cannot_be_estimated_is_refused_in_words(duration, ended, says):
    with pytest.raises(EstimateError, match=says) as refusal:
        fit_sbg(duration, ended)
    assert refusal.value.remedy


def test_a_rising_risk_is_refused_and_the_other_model_named():
    with pytest.raises(EstimateError, match=r"differ|runs away|flat") as refusal:
        fit_sbg(*lives_of_cohort([1000, 980, 900, 750, 500, 200]))
    assert "beta-discrete-Weibull" in refusal.value.remedy
