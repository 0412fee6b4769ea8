import numpy as np
import pytest

from custrata.economics.scenario.basis.movement import (
    BANDS,
    MOST_ERROR,
    classes,
    movement,
    quarters,
    years_apart,
)


def test_a_movement_by_hand():
    before = np.array([100.0] * 4 + [0.0] * 4)
    now = np.array([50.0, 100.0, 150.0, 0.0, 0.0, 0.0, 30.0, 10.0])
    known = np.array([True] * 8)
    found = movement(before, now, np.zeros(8, bool), known)
    assert found.n == 4
    assert found.back == 0.5
    assert found.back_amount == 20
    # All four stand in one class; beside them stand ten average ones, so that the class says what all say.
    kind = classes(np.array([100.0]), np.zeros(1, bool), found.cuts)[0]
    assert found.kept[kind] == pytest.approx(0.75)
    assert found.left[kind] == pytest.approx((1 + 10 * 1.5 / 5) / 14)


def test_rates_of_classes_are_recovered_from_generated_customers():
    chance, n = np.random.default_rng(4), 60_000
    before = chance.gamma(2, 50, n)
    quarter = classes(before, np.zeros(n, bool), quarters(before))
    leaves = np.array([0.5, 0.3, 0.2, 0.1])[quarter]
    now = np.where(chance.uniform(size=n) < leaves, 0.0, before * chance.gamma(4, 0.3, n))
    found = movement(before, now, np.zeros(n, bool), np.ones(n, bool))
    assert found.left[:BANDS] == pytest.approx([0.5, 0.3, 0.2, 0.1], abs=0.02)
    assert found.kept[:BANDS] == pytest.approx(1.2 * (1 - np.array([0.5, 0.3, 0.2, 0.1])), abs=0.03)


def test_the_stated_errors_cover_what_they_promise():
    true_rate, inside = -np.log(0.8), 0
    for seed in range(200):
        chance = np.random.default_rng(seed)
        now = np.where(chance.uniform(size=800) < 0.2, 0.0, 1.0)
        found = movement(np.ones(800), now, np.zeros(800, bool), np.ones(800, bool))
        kind = classes(np.ones(1), np.zeros(1, bool), found.cuts)[0]
        off = abs(np.log(-np.log1p(-found.left[kind]) / true_rate)) / found.left_error[kind]
        inside += off < 1.96
    assert 0.9 <= inside / 200 <= 0.99


def test_new_customers_are_a_class_of_their_own():
    amount, cuts = np.array([1.0, 1.0]), np.array([5.0, 6.0, 7.0])
    assert classes(amount, np.array([False, True]), cuts).tolist() == [0, BANDS]


def test_nobody_to_look_at_gives_numbers_that_say_little():
    found = movement(np.zeros(3), np.zeros(3), np.zeros(3, bool), np.ones(3, bool))
    assert found.n == 0
    assert np.isfinite(found.left).all()
    assert np.isfinite(found.kept).all()
    assert found.back == 0


def test_two_years_alike_are_not_apart_and_two_unlike_are_at_most_so_far():
    ones = np.ones(5)
    assert years_apart(ones, ones, ones) == 0
    assert years_apart(ones, ones * 100, ones) == MOST_ERROR
    assert years_apart(np.zeros(5), ones, ones) is None
