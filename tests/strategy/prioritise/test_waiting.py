from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.errors import InputError
from custrata.strategy.prioritise.waiting import DAYS_A_MONTH, points_of_days


def test_the_three_anchors_are_met():
    assert points_of_days(30) == 7
    assert points_of_days(6 * DAYS_A_MONTH) == pytest.approx(4)
    assert points_of_days(18 * DAYS_A_MONTH) == pytest.approx(1)


def test_between_two_anchors_the_middle_of_the_logarithm_is_the_middle_of_the_points():
    assert points_of_days((30 * 6 * DAYS_A_MONTH) ** 0.5) == pytest.approx(5.5)


@given(st.floats(0, 5000), st.floats(0, 5000))
def test_a_longer_wait_never_has_more_points(one, other):
    near, far = sorted((one, other))
    assert 7 >= points_of_days(near) >= points_of_days(far) >= 1


@pytest.mark.parametrize("days", [-1.0, float("nan")])
def test_a_wait_that_is_none_is_refused(days):
    with pytest.raises(InputError, match="0 days or more"):
        points_of_days(days)
