"""Histories of occasions and the ways in which they can have come about."""

from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.buying.occasions import (
    chances,
    histories,
    likelihood,
    refuse_without_choice,
    ways_of,
)

ROWS = np.array([[0, 0, 3], [1, 2, 4], [2, 2, 2], [3, 5, 6], [0, 0, 1]])
CUSTOMERS = np.array([5.0, 3.0, 2.0, 4.0, 1.0])


def test_a_history_without_choice_has_one_way():
    assert ways_of(np.array([[2, 2, 2]])).lengths.tolist() == [1]


def test_one_occasion_not_taken_by_hand():
    # Stopped before it, or there and not buying: all four parameters 1 make θ and p uniform.
    logs, shares = chances(ways_of(np.array([[0, 0, 1]])), np.ones(4))
    assert np.exp(logs) == pytest.approx([1 / 2 + 1 / 2 * 1 / 2])
    assert shares == pytest.approx([2 / 3, 1 / 3])


def test_the_chances_of_all_histories_add_up_to_one():
    rows = np.array([[0, 0, 4]] + [[x, t, 4] for t in range(1, 5) for x in range(1, t + 1)])
    logs, _ = chances(ways_of(rows), np.array([0.7, 1.9, 0.4, 2.6]))
    # Of x occasions up to the last at t, the others lie anywhere before it.
    from math import comb

    many = [1] + [comb(t - 1, x - 1) for x, t, _ in rows[1:].tolist()]
    assert float(np.exp(logs) @ many) == pytest.approx(1.0)


def test_the_derivatives_are_those_of_the_value():
    ways, at = ways_of(ROWS), np.log([0.7, 1.9, 0.4, 2.6])
    curve = likelihood(ways, CUSTOMERS, at)
    assert curve.value == pytest.approx(float(chances(ways, np.exp(at))[0] @ CUSTOMERS))
    for i, step in enumerate(1e-4 * np.eye(4)):
        up, down = (likelihood(ways, CUSTOMERS, at + sign * step) for sign in (1, -1))
        assert curve.gradient[i] == pytest.approx((up.value - down.value) / 2e-4, rel=1e-6)
        assert curve.hessian[i] == pytest.approx((up.gradient - down.gradient) / 2e-4, rel=1e-5, abs=1e-7)


@pytest.mark.parametrize(
    "history", [(1, 0, 3), (0, 2, 3), (3, 2, 3), (1, 4, 3), (-1, 0, 3), (0.5, 1, 3), (1, 1, np.nan)]
)
def test_an_impossible_history_is_refused(history):
    with pytest.raises(EstimateError) as refusal:
        histories(*history)
    assert refusal.value.remedy


def test_too_many_moments_are_refused():
    with pytest.raises(EstimateError, match="coarser"):
        ways_of(np.array([[0, 0, 86_400 * 365]]))


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([[0, 0, 4], [0, 0, 3]], "none of 4"),
        ([[4, 4, 4], [2, 2, 2]], "took every occasion"),
        ([[0, 0, 0], [0, 0, 0]], "fewer than two"),
    ],
)
def test_histories_that_are_all_alike_are_refused(rows, says):
    with pytest.raises(EstimateError, match=says):
        refuse_without_choice(np.array(rows), np.array([3.0, 1.0]), "wait")
