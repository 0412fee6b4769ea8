import numpy as np
import pytest

from custrata.intelligence.exam.marks import Mark, correlation, gain, marks_of, poisson_deviance

CAME = np.array([0.0, 1.0, 0.0, 3.0])


def test_marks_by_hand():
    found = marks_of(CAME, np.array([0.5, 0.5, 0.5, 2.5]))
    deviance = 2 * (0.5 + (np.log(2) - 0.5) + 0.5 + (3 * np.log(3 / 2.5) - 0.5)) / 4
    assert found["deviance"].value == pytest.approx(deviance, abs=1e-12)
    assert found["mae"].value == 0.5
    assert found["rmse"].value == 0.5
    assert found["total_error"].value == 0
    assert found["correlation"].value == pytest.approx(np.corrcoef(CAME, [0.5, 0.5, 0.5, 2.5])[0, 1])


def test_the_deviance_is_that_of_scikit_learn():
    metrics = pytest.importorskip("sklearn.metrics")
    chance = np.random.default_rng(1)
    came, expected = chance.poisson(1.3, 500).astype(float), chance.gamma(2.0, 1.0, 500)
    theirs = metrics.mean_poisson_deviance(came, expected)
    assert poisson_deviance(came, expected).mean() == pytest.approx(theirs, rel=1e-12)


def test_a_prediction_of_nothing_is_very_wrong_but_a_number():
    found = poisson_deviance(np.array([0.0, 1.0]), np.zeros(2))
    assert np.isfinite(found).all()
    assert found[1] > 20


def test_intervals_hold_the_truth_about_95_times_in_100():
    chance, hits = np.random.default_rng(2), 0
    for _ in range(200):
        mean = chance.gamma(0.5, 2.0, 400)
        came = chance.poisson(mean).astype(float)
        found = marks_of(came, mean)["total_error"]
        hits += found.low <= 0 <= found.high
    assert 180 <= hits <= 199


def test_a_gain_is_sure_only_where_the_paired_interval_is_above_0():
    chance = np.random.default_rng(3)
    mean = chance.gamma(0.5, 2.0, 2000)
    came = chance.poisson(mean).astype(float)
    assert gain(came, mean, np.full(2000, 1.0)).low > 0.2
    same = gain(came, mean, mean)
    assert (same.value, same.low, same.high) == (0, 0, 0)
    assert gain(came, np.full(2000, 1.0), mean).high < 0


def test_what_is_not_defined_is_none():
    assert correlation(CAME, np.ones(4)) == Mark(None)
    assert marks_of(np.zeros(3), np.ones(3))["total_error"] == Mark(None)
