from __future__ import annotations

import random

import pytest

from custrata.strategy.revision.order import merged_order


def test_who_changed_the_order_is_followed():
    assert merged_order("abc", "abc", "cba", frozenset("abc")) == (["c", "b", "a"], False)
    assert merged_order("abc", "cba", "abc", frozenset("abc")) == (["c", "b", "a"], False)


def test_two_different_orders_are_a_conflict_that_keeps_mine():
    assert merged_order("abc", "bac", "acb", frozenset("abc")) == (["b", "a", "c"], True)


def test_what_is_new_stands_behind_its_neighbour():
    assert merged_order("ab", "xab", "aby", frozenset("abxy")) == (["x", "a", "b", "y"], False)


def test_what_is_kept_against_a_deletion_is_not_lost():
    assert merged_order("ab", "b", "ab", frozenset("ab"))[0] == ["a", "b"]


@pytest.mark.parametrize("seed", range(200))
def test_nothing_is_lost_and_both_ways_round_agree(seed):
    dice = random.Random(seed)
    base = dice.sample("abcdef", 5)
    mine, theirs = (dice.sample("abcdefgh", dice.randint(0, 8)) for _ in range(2))
    kept = frozenset(dice.sample("abcdefgh", 6)) & (set(mine) | set(theirs))
    order, fought = merged_order(base, mine, theirs, kept)
    other, also = merged_order(base, theirs, mine, kept)
    assert sorted(order) == sorted(kept)
    assert fought == also
    assert fought or order == other
