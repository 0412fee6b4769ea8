from itertools import count

import pytest

from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.together.kept import Kept


@pytest.fixture
def numbered():
    """A store of two values that numbers what it works out."""
    numbers, store = count(), Kept(2)

    def get(workspace, *beside):
        return store.get(strategy_of(workspace), scene_of(workspace), *beside, make=lambda: next(numbers))

    return get


def test_a_value_is_worked_out_once(workspace, numbered):
    assert numbered(workspace, "monday") == numbered(workspace, "monday")


def test_another_day_a_save_and_another_workspace_have_values_of_their_own(
    workspace, other_workspace, numbered
):
    first = numbered(workspace, "monday")
    assert numbered(workspace, "tuesday") != first
    assert numbered(other_workspace, "monday") != first
    set_value(strategy_of(workspace), "horizon.months", "30", 1, None)
    assert numbered(workspace, "monday") != first


def test_the_one_asked_for_longest_ago_goes_first(workspace, numbered):
    monday, tuesday = numbered(workspace, "monday"), numbered(workspace, "tuesday")
    assert numbered(workspace, "monday") == monday
    numbered(workspace, "wednesday")
    assert numbered(workspace, "monday") == monday
    assert numbered(workspace, "tuesday") != tuesday
