"""Contracts put together for one group."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.survival.contracts import contracts, period_entry
from custrata.intelligence.survival.exposure import exposure


def test_without_a_window_all_are_watched_from_their_start():
    found = contracts([1, 5], [1, 0], [0, 1], [2, 3], None)
    assert found.entry.tolist() == [0.0, 0.0]
    assert (found.n, found.ends) == (5.0, 2.0)
    assert found.where(found.held_out).n == 3.0


def test_with_a_window_of_one_period_everybody_is_at_risk_once():
    found = contracts([1, 5, 5], [1, 1, 0], [0, 0, 1], [2, 3, 4], 1)
    assert exposure(*found.columns).at_risk.tolist() == [2.0, 0.0, 0.0, 0.0, 7.0]
    assert found.n == 9.0


def test_who_ended_is_spread_over_a_longer_window():
    duration, ended, counts, entry = period_entry([5, 2, 9], [1, 1, 0], [3, 3, 1], 3)
    rows = sorted(zip(duration, ended, counts, entry, strict=True))
    assert rows == [
        *((2.0, 1.0, 1.0, e) for e in (0.0, 0.0, 1.0)),
        *((5.0, 1.0, 1.0, e) for e in (2.0, 3.0, 4.0)),
        (9.0, 0.0, 1.0, 6.0),
    ]


def test_a_period_finds_the_rates_that_a_cohort_cut_off_would_hide():
    rng = np.random.default_rng(1)
    life, entry = rng.geometric(0.1, 100_000), rng.integers(0, 30, 100_000)
    there = life > entry
    life, entry = life[there], entry[there]
    ended = life == entry + 1
    found = contracts(entry + 1, ended, np.zeros(len(entry)), np.ones(len(entry)), 1)
    at_risk = exposure(*found.columns)
    assert at_risk.ended.sum() / at_risk.at_risk.sum() == pytest.approx(0.1, abs=0.003)


def test_a_watch_of_no_period_is_refused():
    with pytest.raises(EstimateError, match="one period or more"):
        period_entry([1], [True], [1], 0)
