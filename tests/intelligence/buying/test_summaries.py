from __future__ import annotations

import numpy as np
import pytest

from custrata.errors import EstimateError
from custrata.intelligence.buying.summaries import MOST_ORDERS, Rows, checked_rows, coded, summaries, tallied


def test_one_time_buyers_are_counted_by_age_and_times_are_scaled():
    known = summaries([0, 0, 0, 2], [0, 0, 0, 5.0], [14.0, 14.0, 4.0, 8.0])
    assert known.once.T.tolist() == [0.4, 1.4]
    assert known.once.counts.tolist() == [1.0, 2.0]
    assert (known.repeat.t_x[0], known.repeat.T[0], known.unit) == (0.5, 0.8, 10.0)
    assert (known.customers, known.orders) == (4.0, 2.0)


def test_counts_stand_for_customers_and_a_count_of_nobody_changes_nothing():
    known = summaries([0, 1, 3], [0, 1, 2], [9, 9, 9], counts=[5, 0, 2])
    assert (known.customers, known.orders, len(known.repeat)) == (7.0, 6.0, 1)


def test_orders_beyond_counts_customers_with_more_than_j_orders():
    known = summaries([1, 3, 0], [1, 2, 0], [9, 9, 9], counts=[4, 2, 1])
    assert known.orders_beyond().tolist() == [6.0, 2.0, 2.0]


@pytest.mark.parametrize(
    ("x", "t_x", "age", "rule"),
    [
        ([0, 1.5], [0, 1], [9, 9], "whole numbers"),
        ([0, -1], [0, 1], [9, 9], "whole numbers"),
        ([0, MOST_ORDERS + 1], [0, 1], [9, 9], "a million"),
        ([0, np.nan], [0, 1], [9, 9], "whole numbers"),
        ([0, 1], [0, 10], [9, 9], "before the age"),
        ([0, 1], [0, np.nan], [9, 9], "ages are numbers"),
        ([0, 1], [0, 1], [9, np.inf], "ages are numbers"),
        ([0, 1], [0, 1], [9, np.nan], "ages are numbers"),
        ([0, 1], [0, -1], [9, 9], "ages are numbers"),
    ],
)
def test_impossible_histories_are_refused_with_the_rule(x, t_x, age, rule):
    with pytest.raises(EstimateError, match=rule) as refusal:
        checked_rows(x, t_x, age)
    assert refusal.value.how_many == 1


def test_counts_that_are_no_counts_are_refused():
    with pytest.raises(EstimateError, match="counts"):
        checked_rows([1, 1], [1, 1], [2, 2], [1, -1])


def test_tables_are_not_histories():
    with pytest.raises(EstimateError, match="columns"):
        checked_rows(np.ones((2, 2)), np.ones((2, 2)), np.ones((2, 2)))


@pytest.mark.parametrize(
    ("x", "t_x", "age", "words"),
    [
        ([], [], [], "too few"),
        ([3], [1], [2], "too few"),
        ([0, 0], [0, 0], [5, 9], "second time"),
        ([0, 0], [0, 0], [0, 0], "no time"),
    ],
)
def test_where_there_is_nothing_to_learn_it_says_so(x, t_x, age, words):
    with pytest.raises(EstimateError, match=words):
        summaries(x, t_x, age)


def test_ages_on_a_grid_and_others_are_coded_alike():
    chance = np.random.default_rng(1)
    grid = chance.integers(3, 500, 20_000) / 7.0
    for values in (grid, chance.random(20_000), np.ones(20_000), grid[:100]):
        distinct, places = coded(values)
        assert np.array_equal(distinct[places], values)
        assert np.array_equal(distinct, np.unique(values))


def test_a_value_beside_the_grid_is_not_lost():
    values = np.repeat(np.arange(1000.0), 20)
    values[7777] += 1e-7
    distinct, places = coded(values)
    assert np.array_equal(distinct[places], values)


def test_tallied_adds_the_weights():
    distinct, weights = tallied(np.array([2.0, 1.0, 2.0]), np.array([1.0, 5.0, 2.0]))
    assert (distinct.tolist(), weights.tolist()) == ([1.0, 2.0], [5.0, 3.0])


def test_in_order_counts_equal_rows_whatever_their_order():
    known = summaries([2, 1, 2, 0], [3, 1, 3, 0], [9, 9, 9, 9], counts=[1, 1, 4, 1]).in_order()
    assert known.repeat.x.tolist() == [1.0, 2.0]
    assert known.repeat.counts.tolist() == [1.0, 5.0]


def test_rows_of_parts_stand_one_after_the_other():
    one = Rows(*(np.array([value]) for value in (1.0, 2.0, 3.0, 4.0)))
    assert Rows.of(one, one).T.tolist() == [3.0, 3.0]


def test_thinning_keeps_the_share_of_one_time_buyers():
    x = np.r_[np.zeros(40), np.arange(1, 41)]
    known = summaries(x, x * 0.1, np.full(80, 10.0))
    part = known.thinned(4)
    assert (part.repeat.counts.sum(), part.once.counts.sum()) == (10.0, 10.0)


def test_columns_of_unequal_length_are_refused():
    with pytest.raises(EstimateError, match="not of one length"):
        checked_rows([1, 2, 3], [1, 2], [3, 3, 3])
    with pytest.raises(EstimateError, match="not of one length"):
        checked_rows([1, 2, 3], [1, 2, 3], [3, 3, 3], [1, 1])


@pytest.mark.parametrize("count", [np.inf, 1e300, np.nan, -1])
def test_counts_that_count_nothing_are_refused(count):
    with pytest.raises(EstimateError, match="counts are numbers"):
        checked_rows([1, 2], [1, 2], [3, 3], [count, 1.0])
