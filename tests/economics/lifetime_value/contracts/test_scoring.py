import datetime as dt
from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np
import pytest

from custrata.economics.lifetime_value.contracts.scoring import at_odds, score_contracts
from custrata.economics.lifetime_value.terms import Terms
from custrata.intelligence.survival import contract_lives

TERMS = Terms(dt.date(2024, 1, 1), 24, 0.1)


@dataclass
class Steady:
    """A month at a time, each survived by the same share; one direction of doubt that moves it by a tenth."""

    share: float
    model: object = field(default_factory=lambda: SimpleNamespace(directions=1))

    def periods(self, age, rate, horizon):
        kept = self.share / (1 + rate)
        mean = (1 - kept**horizon) / (1 - kept) * np.ones(len(age))
        return SimpleNamespace(mean=mean, variance=mean, shifts=np.array([mean / 10]))


def test_each_plan_and_age_is_scored_once():
    plans, months = np.array(["a", "a", "b", "x"], dtype=object), np.array([1, 1, 2, 3])
    found = score_contracts({"a": Steady(0.9), "b": Steady(0.5)}, plans, months, TERMS)
    assert list(zip(found["plan"], found["months"], strict=True)) == [("a", 1), ("b", 2)]
    assert found["ahead"] == pytest.approx([(1 - 0.9**24) / 0.1, (1 - 0.5**24) / 0.5])
    assert np.all(found["discounted"] < found["ahead"])
    assert np.all(found["year"] < found["ahead"])
    assert np.all(found["beyond"] > 0)


def test_doubts_of_plans_have_nothing_in_common():
    plans, months = np.array(["a", "b"], dtype=object), np.array([1, 1])
    found = score_contracts({"a": Steady(0.9), "b": Steady(0.5)}, plans, months, TERMS)
    assert found["year_shift_1"][1] == found["year_shift_2"][0] == 0
    assert found["year_shift_1"][0] == pytest.approx(found["year"][0] / 10)


def test_without_a_discount_nothing_is_said_beyond_the_horizon():
    found = score_contracts(
        {"a": Steady(0.9)}, np.array(["a"], dtype=object), np.array([1]), Terms(TERMS.as_of, 24, 0)
    )
    assert np.isnan(found["beyond"][0])


def test_the_lives_of_the_estimator_are_taken_as_they_are():
    group, months = ["a"] * 4, [1, 5, 9, 3]
    lives = contract_lives(group, months, [True, False, False, True], [False] * 4).lives
    found = score_contracts(lives, np.array(group, dtype=object), np.array(months), TERMS)
    assert list(found["months"]) == [1, 3, 5, 9]
    # One constant rate: every age has the same months to come.
    assert np.ptp(found["ahead"]) == pytest.approx(0, abs=1e-9)


def test_contracts_far_older_than_they_are_expected_to_last_are_named():
    counts = {
        "plan": np.array(["a", "a", "b", "c"], dtype=object),
        "months": np.array([20, 1, 4, 9]),
        "ended": np.array([False, True, False, True]),
        "people": np.array([5, 9, 5, 5]),
    }
    (said,) = at_odds({"a": Steady(0.5), "b": Steady(0.5), "c": Steady(0.5)}, counts)
    assert said.startswith("a: running contracts are 20 months old on average and expected to last 2 more.")
