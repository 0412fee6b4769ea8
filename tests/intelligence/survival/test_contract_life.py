"""How long the contracts of each group run."""

from __future__ import annotations

import csv
import zlib

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.survival.contract_life import contract_lives


def company(n=3000, seed=1, upto=24):
    """Two groups: customers who differ, and customers who all leave at one rate."""
    rng = np.random.default_rng(seed)
    group = np.where(rng.random(n) < 0.5, "monthly", "yearly")
    risk = np.where(group == "monthly", np.maximum(rng.beta(0.8, 3.0, n), 1e-12), 0.04)
    life = rng.geometric(risk)
    return group, np.minimum(life, upto), life <= upto, rng.random(n) < 1 / 3


@pytest.fixture(scope="module")
def found():
    return contract_lives(*company())


def test_each_group_has_the_simplest_model_that_tells_it(found):
    assert found.lives["yearly"].model.name == "constant rate"
    assert found.lives["monthly"].model.name in {"sBG", "BdW"}
    assert found.refused == {}
    assert found.sentences == ()


def test_the_sentence_says_which_model_and_how_it_did(found):
    sentence = str(found.lives["monthly"])
    assert sentence.startswith("monthly: ")
    assert "held out" in sentence
    assert "would end" in sentence
    assert found.lives["monthly"].check.holds


def test_periods_to_come_carry_chance_and_doubt(found):
    life = found.lives["yearly"]
    periods = life.periods([0, 3], 0.01, 24)
    risk = np.random.default_rng(1).geometric(0.04, 200_000)
    worth = (1 - 1.01 ** -np.minimum(risk, 24.0)) / (1 - 1 / 1.01)
    assert periods.mean == pytest.approx([worth.mean()] * 2, rel=0.08)
    assert periods.variance == pytest.approx([worth.var()] * 2, rel=0.1)
    doubt = np.sqrt(np.sum(periods.shifts**2, axis=0))
    assert periods.shifts.shape == (1, 2)
    assert np.all((doubt > 0.1) & (doubt < 1.5))


def test_the_doubt_holds_the_truth_about_as_often_as_it_says():
    truth = np.sum(0.96 ** np.arange(24) / 1.01 ** np.arange(24))
    held = 0
    for seed in range(30):
        life = contract_lives(*company(800, seed)).lives["yearly"]
        periods = life.periods(0, 0.01, 24)
        held += abs(periods.mean - truth) < 1.96 * np.sqrt(np.sum(periods.shifts**2))
    assert held >= 26


def test_counted_rows_say_the_same_as_rows_one_by_one(found):
    group, duration, ended, held_out = company()
    rows: dict[tuple, int] = {}
    for row in zip(group.tolist(), duration.tolist(), ended.tolist(), held_out.tolist(), strict=True):
        rows[row] = rows.get(row, 0) + 1
    columns = list(zip(*rows, strict=True))
    counted = contract_lives(*columns, counts=list(rows.values()))
    for name, life in found.lives.items():
        assert counted.lives[name].sentence == life.sentence
        assert counted.lives[name].model.parameters == pytest.approx(life.model.parameters, rel=1e-9)


def test_one_period_only_is_said_and_measured_by_age():
    rng = np.random.default_rng(2)
    n = 20_000
    age = rng.integers(0, 40, n)
    ended = rng.random(n) < np.where(age < 5, 0.3, 0.05)
    found = contract_lives(np.full(n, "all"), age + 1, ended, rng.random(n) < 0.3, window=1)
    assert "fall in the last period" in found.sentences[0]
    assert "those that are old today" in found.sentences[0]
    life = found.lives["all"]
    assert 1 - life.model.retention([2, 20]) == pytest.approx([0.3, 0.05], abs=0.03)


def test_few_ends_give_one_rate_and_say_so():
    found = contract_lives(["a"] * 60, [5] * 60, [True] * 8 + [False] * 52, [False, True] * 30)
    assert found.lives["a"].model.name == "constant rate"
    assert "too few to try models" in found.lives["a"].sentence
    assert found.lives["a"].check.n == 30


def test_a_group_in_which_nothing_ended_is_refused_beside_the_others():
    group, duration, ended, held_out = company(400)
    found = contract_lives(
        np.append(group, ["new"] * 3),
        np.append(duration, [1, 2, 3]),
        np.append(ended, [False] * 3),
        np.append(held_out, [False, True, False]),
    )
    assert "none of 3 contracts ended" in found.refused["new"]
    assert set(found.lives) == {"monthly", "yearly"}


def test_columns_of_different_length_are_refused():
    with pytest.raises(EstimateError, match="one length") as refusal:
        contract_lives(["a", "b"], [1], [True], [False])
    assert refusal.value.remedy


@pytest.mark.real_data
def test_a_phone_company_that_shows_one_month_only(real_data):
    path = real_data / "telco_ibm" / "Telco-Customer-Churn.csv"
    with path.open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if int(row["tenure"]) > 0]
    held_out = [zlib.crc32(row["customerID"].encode()) % 3 == 0 for row in rows]
    found = contract_lives(
        [row["Contract"] for row in rows],
        [int(row["tenure"]) for row in rows],
        [row["Churn"] == "Yes" for row in rows],
        held_out,
        window=1,
    )
    assert "All 1,869 known ends fall in the last period" in found.sentences[0]
    assert all(life.check.holds for life in found.lives.values())
    months = [found.lives[name].periods(12, 0.01, 36) for name in ("Month-to-month", "One year", "Two year")]
    low, middle, high = (float(m.mean) for m in months)
    assert low < middle / 2 < high / 4
    assert all(np.sum(m.shifts**2) > 0 for m in months)


def test_contracts_that_fit_no_candidate_are_refused_with_the_reason():
    count = 60
    found = contract_lives(["a"] * count, [1] * count, [True] * count, np.arange(count) % 2 == 0)
    assert not found.lives
    assert "ended" in found.refused["a"]


def test_a_watch_of_half_a_period_is_refused():
    found = contract_lives(["a"] * 2, [3, 5], [True, False], [False, False], window=2.5)
    assert "one period or more" in found.refused["a"]


def test_no_prediction_is_more_than_all():
    duration = np.concatenate([np.full(100, 20), np.full(14, 60)])
    found = contract_lives(["a"] * 114, duration, [True] * 114, np.arange(114) >= 100)
    assert "contracts held out it expected" in str(found.lives["a"])
    assert "which the prediction misses" in str(found.lives["a"])
