"""Rates of ending by bands of age."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.survival.exposure import exposure
from custrata.intelligence.survival.hazard_bands import fit_hazard_bands


def generated(n, seed, watched=24):
    rng = np.random.default_rng(seed)
    early, late = rng.geometric(0.2, n), 6 + rng.geometric(0.05, n)
    life = np.where(early <= 6, early, late)
    return np.minimum(life, watched), life <= watched


def test_one_rate_by_hand():
    # 2 ends in 4 + 3 + 2 contracts at risk.
    model = fit_hazard_bands([1, 2, 3, 3], [1, 1, 0, 0], bands=1)
    assert model.name == "constant rate"
    assert model.retention([1, 2, 50]) == pytest.approx([7 / 9] * 3)
    assert model.survival([0, 1, 2.5]) == pytest.approx([1, 7 / 9, (7 / 9) ** 2.5])
    assert model.log_likelihood == pytest.approx(2 * np.log(2 / 9) + 7 * np.log(7 / 9))


def test_rates_that_change_with_age_come_back():
    model = fit_hazard_bands(*generated(20_000, seed=1), bands=8)
    assert 1 - model.retention([2, 5]) == pytest.approx([0.2, 0.2], abs=0.02)
    assert 1 - model.retention([12, 20, 200]) == pytest.approx([0.05] * 3, abs=0.012)


def test_the_interval_of_a_rate_holds_the_truth():
    held = 0
    for seed in range(40):
        life = np.random.default_rng(seed).geometric(0.15, 400)
        low, high = fit_hazard_bands(np.minimum(life, 10), life <= 10, bands=1).interval("rate from 1")
        held += low < -np.log(0.85) < high
    assert held >= 35


def test_about_as_many_end_in_each_band_and_no_age_is_lost():
    duration, ended = generated(5000, seed=2)
    model = fit_hazard_bands(duration, ended, bands=5)
    found = exposure(duration, ended)
    place = np.searchsorted(model.starts, np.arange(1, 25), side="right") - 1
    assert model.starts[0] == 1
    assert np.bincount(place, found.ended).min() > found.ended.sum() / 15


def test_an_age_at_which_all_end_leaves_a_number():
    model = fit_hazard_bands([1, 1, 2, 2, 3, 3], [1, 0, 1, 1, 1, 1], [9, 3, 30, 1, 2, 1], bands=6)
    assert np.all(np.isfinite(model.log_survival([0, 1, 2, 3, 400])))
    assert np.all(np.isfinite(model.covariance))


def test_a_shift_moves_one_band_alone():
    model = fit_hazard_bands(*generated(2000, seed=3), bands=3)
    moved = model.shifted(2)
    early = np.arange(0, int(model.starts[2]))
    assert moved.survival(early) == pytest.approx(model.survival(early))
    assert moved.survival(24) < model.survival(24)


def test_nothing_ended_is_refused():
    with pytest.raises(EstimateError, match="none of 2") as refusal:
        fit_hazard_bands([2, 3], [0, 0])
    assert refusal.value.remedy
    with pytest.raises(EstimateError, match="one band"):
        fit_hazard_bands([1, 2, 3], [1, 1, 0], bands=0)
