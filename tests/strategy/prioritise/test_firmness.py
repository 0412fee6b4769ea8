from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from custrata.strategy.prioritise.firmness import (
    firm_heads,
    one_off_anywhere,
    own_off_by_one,
    places,
    weights_changed,
)

WEIGHTS = st.lists(st.integers(1, 5).map(Fraction), min_size=2, max_size=2)
ROWS = st.dictionaries(st.sampled_from("abcde"), st.tuples(st.integers(1, 7), st.integers(1, 7)), min_size=1)


def every_change(rows):
    """The rows with each single score a point higher or lower, as far as the scale allows."""
    for name, row in rows.items():
        for position, by in product(range(len(row)), (-1, 1)):
            if 1 <= row[position] + by <= 7:
                yield rows | {name: (*row[:position], row[position] + by, *row[position + 1 :])}


def test_equals_share_a_place_and_the_next_is_further_down():
    assert places({"a": (5, 5), "b": (6, 4), "c": (1, 1)}, (Fraction(1),) * 2) == {"a": 1, "b": 1, "c": 3}


def test_weights_of_a_tenth_make_no_false_difference():
    tenths = tuple(Fraction(n, 10) for n in (1, 2, 7))
    assert places({"a": (7, 4, 4), "b": (3, 6, 4)}, tenths) == {"a": 1, "b": 1}


@given(ROWS, WEIGHTS)
def test_the_range_is_what_every_single_change_gives(rows, weights):
    found = [places(rows, weights), *(places(changed, weights) for changed in every_change(rows))]
    for name, (best, worst) in one_off_anywhere(rows, weights).items():
        assert best == min(ranks[name] for ranks in found)
        assert worst == max(ranks[name] for ranks in found)


@given(ROWS, WEIGHTS)
def test_the_own_range_is_what_every_change_of_ones_own_scores_gives(rows, weights):
    for name, row in rows.items():
        steps = product(*([m for m in (mark - 1, mark, mark + 1) if 1 <= m <= 7] for mark in row))
        found = [places(rows | {name: own}, weights)[name] for own in steps]
        assert own_off_by_one(rows, weights)[name] == (min(found), max(found))


@given(ROWS, WEIGHTS)
def test_a_firm_head_leads_through_every_single_change(rows, weights):
    def leads(head, changed):
        now = places(changed, weights)
        return all(now[name] <= len(head) for name in head) and all(
            now[name] > len(head) for name in rows if name not in head
        )

    now = places(rows, weights)
    heads = {k: [n for n, place in now.items() if place <= k] for k in range(1, len(rows))}
    wanted = [
        k
        for k, head in heads.items()
        if len(head) == k and leads(head, rows) and all(leads(head, c) for c in every_change(rows))
    ]
    assert list(firm_heads(rows, weights)) == wanted


@given(ROWS, WEIGHTS)
def test_the_range_of_weights_is_what_each_weight_left_out_or_doubled_gives(rows, weights):
    found = [places(rows, weights)]
    for position, factor in product(range(2), (0, 2)):
        changed = list(weights)
        changed[position] *= factor
        found.append(places(rows, changed))
    for name, (best, worst) in weights_changed(rows, weights).items():
        assert best == min(ranks[name] for ranks in found)
        assert worst == max(ranks[name] for ranks in found)


def test_the_only_weight_is_not_left_out():
    assert weights_changed({"a": (7,), "b": (1,)}, (Fraction(1),)) == {"a": (1, 1), "b": (2, 2)}
