from __future__ import annotations

import pytest

from custrata.drafting.running.power import per_arm, smallest_found


def test_the_number_of_a_textbook_is_found():
    # Fleiss 1981, table A.3: shares of 0.10 and 0.20, 5% two-sided, power 80%: 199 without continuity.
    assert per_arm(0.10, 0.20) == 199


@pytest.mark.parametrize(("base", "hoped"), [(0.5, 0.5), (0.0, 0.1), (0.9, 1.0)])
def test_no_number_says_anything_at_an_end_or_without_a_change(base, hoped):
    assert per_arm(base, hoped) is None


def test_a_smaller_change_takes_more_customers():
    assert per_arm(0.6, 0.62) > per_arm(0.6, 0.65) > per_arm(0.6, 0.7)


def test_what_a_number_of_customers_shows_needs_no_more_than_that_number():
    effect = smallest_found(0.6, 500, True)
    assert per_arm(0.6, 0.6 + effect) <= 500 < per_arm(0.6, 0.6 + effect - 0.001)
    assert smallest_found(0.2, 500, False) is not None


def test_a_share_near_its_end_leaves_no_room():
    assert smallest_found(0.98, 200, True) is None
    assert smallest_found(0.5, 2, True) is None
