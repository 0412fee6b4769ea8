"""Survival by age without a model."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.survival.life_table import life_table

# Weeks of remission of 21 patients under 6-MP; True where the illness came back. Freireich and others (1963).
WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
BACK = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]


def test_the_textbook_case_of_kaplan_and_meier():
    table = life_table(WEEKS, BACK)
    found = table.survival([6, 7, 10, 13, 16, 22, 23]).round(4).tolist()
    assert found == [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]


def test_the_interval_is_greenwoods():
    low, high = life_table(WEEKS, BACK).interval([6, 23])
    # By hand at week 6: variance of log S is 3 / (21 × 18); log(-log S) moves by 1.96 √that / -log S.
    log = np.log(18 / 21)
    factor = np.exp(1.959964 * np.sqrt(3 / (21 * 18)) / -log)
    assert low[0] == pytest.approx(np.exp(log * factor), rel=1e-6)
    assert high[0] == pytest.approx(np.exp(log / factor), rel=1e-6)
    assert low[1] < 0.4482 < high[1]


def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    rng = np.random.default_rng(1)
    held = 0
    for _ in range(200):
        life = rng.geometric(0.1, 150)
        low, high = life_table(np.minimum(life, 12), life <= 12).interval(6)
        held += low < 0.9**6 < high
    assert 180 <= held <= 199


def test_before_anybody_ended_there_is_no_doubt_to_be_counted():
    table = life_table([3, 3, 4], [1, 0, 0])
    low, high = table.interval([0, 2])
    assert low.tolist() == high.tolist() == [1.0, 1.0]


def test_a_period_table_reads_old_age_from_those_who_are_old():
    # Watched for one period only: 100 new ones of whom 50 end, 10 of age 5 of whom 1 ends.
    duration, ended, counts = [1, 1, 6, 6], [1, 0, 1, 0], [50, 50, 1, 9]
    table = life_table(duration, ended, counts, entry=[0, 0, 5, 5])
    assert table.retention(1) == pytest.approx(0.5)
    assert table.oldest == 1
    with pytest.raises(EstimateError, match="0 to 1 whole periods"):
        table.survival(2)


def test_the_retention_is_what_survival_falls_by():
    table = life_table(WEEKS, BACK)
    assert table.retention([6, 7]) == pytest.approx(table.survival([6, 7]) / table.survival([5, 6]))
    with pytest.raises(EstimateError, match="before the first"):
        table.retention(0)


def test_a_table_that_cannot_begin_is_refused():
    with pytest.raises(EstimateError, match="first period") as refusal:
        life_table([6], [True], entry=[5])
    assert refusal.value.remedy
