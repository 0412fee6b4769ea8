from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.drafting.chapters.intents import Economics, emphasised, propose, targeted
from custrata.vocabulary import Intent

GROW, MAINTAIN, REPAIR, RETIRE = Intent.GROW, Intent.MAINTAIN, Intent.RE_ENGINEER, Intent.RETIRE
TIERS = (Economics(0.05, 0.24), Economics(0.2, 0.39), Economics(0.5, 0.33), Economics(0.25, 0.04))


def test_tiers_are_maintained_at_the_top_grown_below_it_and_repaired_at_the_foot():
    assert propose(TIERS) == (MAINTAIN, GROW, MAINTAIN, REPAIR)


def test_a_group_that_loses_money_is_retired_when_small_and_repaired_when_not():
    small, large = Economics(0.05, 0.02, margin=-5.0), Economics(0.3, 0.3, margin=-5.0)
    assert propose([small, large, Economics(0.65, 0.68, margin=9.0)])[:2] == (RETIRE, REPAIR)


def test_without_cost_nobody_is_retired():
    assert RETIRE not in propose([Economics(0.5, 0.01), Economics(0.5, 0.99)])


def test_who_leaves_much_faster_is_repaired_and_who_stays_much_longer_is_grown():
    month, year, two = (
        Economics(0.55, 0.5, left=0.43, left_all=0.27),
        Economics(0.21, 0.23, left=0.11, left_all=0.27),
        Economics(0.24, 0.27, left=0.03, left_all=0.27),
    )
    assert propose([month, year, two]) == (REPAIR, GROW, GROW)


def test_what_is_left_after_service_decides_before_margin():
    group = Economics(0.3, 0.3, margin=5.0, contribution=-5.0)
    assert propose([group, Economics(0.7, 0.7)])[0] is REPAIR
    assert propose([Economics(0.3, 0.3, margin=-5.0, contribution=2.0), Economics(0.7, 0.7)])[0] is MAINTAIN


def test_who_brings_little_for_their_number_and_is_dear_or_over_served_is_repaired():
    rest = Economics(0.5, 0.7)
    for known in ({"serving_ratio": 0.4, "serving_ratio_all": 0.2}, {"over_served": 0.5}):
        assert propose([rest, Economics(0.5, 0.3, **known)])[1] is REPAIR
        assert propose([Economics(0.1, 0.2), Economics(0.4, 0.4, **known)])[1] is not REPAIR


def test_who_has_most_value_ahead_or_gets_too_little_is_grown():
    first, second = Economics(0.4, 0.45), Economics(0.2, 0.2, left=0.1, left_all=0.2)
    for known in ({"lifetime_share": 0.5}, {"under_served": 0.6}):
        assert propose([first, second, Economics(0.4, 0.35, **known)]) == (MAINTAIN, GROW, GROW)
    assert propose([first, second, Economics(0.4, 0.35, lifetime_share=0.4)]) == (MAINTAIN, GROW, MAINTAIN)


def test_where_nothing_is_known_but_numbers_one_group_is_still_to_grow():
    assert propose([Economics(0.6), Economics(0.4)]) == (MAINTAIN, GROW)
    assert propose([]) == ()


def test_two_groups_come_first_at_most():
    intents = propose(TIERS)
    assert emphasised(TIERS, intents) == (True, True, False, False)


def test_a_group_that_loses_money_comes_first_however_small():
    groups = (*TIERS[:3], Economics(0.25, 0.04, margin=-1.0))
    assert emphasised(groups, (MAINTAIN, GROW, MAINTAIN, REPAIR)) == (False, True, False, True)


def test_what_groups_to_grow_gain_is_given_by_those_that_bring_least():
    aims = targeted(TIERS, (MAINTAIN, GROW, MAINTAIN, REPAIR))
    assert aims == (0.24, 0.43, 0.29, 0.04)


def test_nothing_is_aimed_at_where_value_is_not_known():
    assert targeted([Economics(0.5, 0.5), Economics(0.5)], (GROW, MAINTAIN)) == (None, None)


def test_nothing_is_aimed_at_where_a_group_brings_less_than_nothing():
    assert targeted([Economics(0.5, 1.08), Economics(0.5, -0.08)], (GROW, REPAIR)) == (None, None)


SHARES = st.lists(st.floats(0.01, 1), min_size=1, max_size=6)


@given(SHARES, st.data())
def test_aims_add_up_to_all_in_whole_hundredths(weights, data):
    whole = sum(weights)
    groups = [Economics(data.draw(st.floats(0.01, 1)), w / whole) for w in weights]
    intents = [data.draw(st.sampled_from(Intent)) for _ in weights]
    aims = targeted(groups, intents)
    assert sum(aims) == pytest.approx(1)
    assert all(a >= 0 and a == round(a, 2) for a in aims)


@given(SHARES, st.data())
def test_intents_and_emphasis_exist_for_every_group(weights, data):
    whole = sum(weights)
    optional = st.none() | st.floats(0, 1)
    groups = [
        Economics(w / whole, data.draw(optional), data.draw(optional), data.draw(optional)) for w in weights
    ]
    intents = propose(groups)
    assert len(intents) == len(groups)
    assert sum(emphasised(groups, intents)) <= 2
