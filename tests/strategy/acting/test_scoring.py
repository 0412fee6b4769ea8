from __future__ import annotations

import pytest
from tests.strategies import goal, initiative, strategy

from custrata.errors import InputError
from custrata.strategy.acting.scoring import with_capacity, with_score, with_weight

BOTH = {"goals": (goal("stay"), goal("widen")), "initiatives": (initiative("call"), initiative("write"))}


def test_a_score_is_set_changed_and_taken_out_and_the_neighbour_stays():
    one = with_score(strategy(**BOTH), "call", "impact", 5)
    two = with_score(with_score(one, "call", "investment", 2), "call", "impact", 6)
    assert two.initiatives[0].scores == (("impact", 6), ("investment", 2))
    assert with_score(two, "call", "impact", None).initiatives[0].scores == (("investment", 2),)
    assert two.initiatives[1].scores == ()


def test_a_goal_is_scored_on_the_dimensions_of_goals():
    assert with_score(strategy(**BOTH), "stay", "expertise", 7).goals[0].scores == (("expertise", 7),)
    with pytest.raises(InputError, match="nothing is scored on this"):
        with_score(strategy(**BOTH), "stay", "complexity", 7)


@pytest.mark.parametrize(("item", "score"), [("call", 0), ("call", 8), ("nobody", 4)])
def test_no_such_item_and_no_such_score_are_refused(item, score):
    with pytest.raises(InputError):
        with_score(strategy(**BOTH), item, "impact", score)


def test_a_weight_is_kept_once_and_one_is_the_usual_that_nobody_writes_down():
    two = with_weight(with_weight(strategy(), "impact", 3), "impact", 2.5)
    assert [(w.dimension, w.weight) for w in two.scoring.weights] == [("impact", 2.5)]
    assert with_weight(two, "impact", 1).scoring.weights == ()


@pytest.mark.parametrize(("dimension", "weight"), [("impact", -1), ("impact", 101), ("colour", 1)])
def test_a_weight_out_of_range_or_of_nothing_is_refused(dimension, weight):
    with pytest.raises(InputError):
        with_weight(strategy(), dimension, weight)


def test_capacity_is_said_and_taken_back():
    said = with_capacity(strategy(), days=40, money=None)
    assert (said.scoring.capacity_days, said.scoring.capacity_money) == (40, None)
    assert with_capacity(said, days=None, money=None).scoring.capacity_days is None
    with pytest.raises(InputError):
        with_capacity(said, days=-1, money=None)
