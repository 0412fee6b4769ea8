"""Contracts at risk and ended by age."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.survival.exposure import exposure, lives_of_cohort


def test_at_risk_by_hand():
    # One ends in period 1, one in 3; one runs since 2 periods, one was only just begun.
    found = exposure([1, 3, 2, 0], [True, True, False, False])
    assert found.at_risk.tolist() == [3.0, 2.0, 1.0]
    assert found.ended.tolist() == [1.0, 0.0, 1.0]
    assert found.n == 4


def test_who_came_under_watch_later_is_not_at_risk_before():
    # Both are 5 periods old; the second has been seen since its third.
    found = exposure([5, 5], [False, True], entry=[0, 3])
    assert found.at_risk.tolist() == [1.0, 1.0, 1.0, 2.0, 2.0]
    assert found.ended.tolist() == [0.0, 0.0, 0.0, 0.0, 1.0]


def test_counts_stand_for_rows():
    rng = np.random.default_rng(1)
    age, counts = rng.integers(1, 9, 40), rng.integers(0, 4, 40)
    ended = rng.random(40) < 0.5
    counted = exposure(age, ended, counts)
    plain = exposure(np.repeat(age, counts), np.repeat(ended, counts))
    assert counted.at_risk[: len(plain.at_risk)].tolist() == plain.at_risk.tolist()
    assert counted.ended.sum() == plain.ended.sum()


def test_a_cohort_becomes_the_contracts_behind_it():
    found = exposure(*lives_of_cohort([1000, 869, 743]))
    assert found.at_risk.tolist() == [1000.0, 869.0]
    assert found.ended.tolist() == [131.0, 126.0]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (([], []), "no contracts"),
        (([1, 2], [True]), "one length"),
        (([1.5], [True]), "whole periods"),
        (([-1], [False]), "whole periods"),
        (([0], [True]), "duration of 0"),
        (([0, 0], [False, False]), "single period"),
        (([86400 * 365], [True]), "renewed"),
        (([2], [True], [-1]), "counts"),
        (([2], [True], None, [2]), "under watch after"),
    ],
)
def test_what_is_not_ages_of_contracts_is_refused(arguments, says):
    with pytest.raises(EstimateError, match=says) as refusal:
        exposure(*arguments)
    assert refusal.value.remedy


def test_a_rising_cohort_is_refused():
    with pytest.raises(EstimateError, match="falling"):
        lives_of_cohort([10, 12])


@pytest.mark.parametrize("count", [np.inf, 1e300, np.nan, -1])
def test_counts_that_count_nothing_are_refused(count):
    with pytest.raises(EstimateError, match="counts are negative, missing"):
        exposure([1, 2], [True, False], [count, 1.0])
