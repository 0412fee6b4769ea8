from __future__ import annotations

import pytest
from tests.strategies import places, strategy

from custrata.strategy.document import Horizon
from custrata.strategy.pitfalls.ho101_horizon_out_of_range import PITFALL


@pytest.mark.parametrize("months", [3, 11, 37, 120])
def test_a_horizon_out_of_range_is_found(months):
    assert places(PITFALL, strategy(horizon=Horizon(months=months))) == ["horizon.months"]


@pytest.mark.parametrize("years", [1, 2, 6, 20])
def test_a_vision_out_of_range_is_found(years):
    assert places(PITFALL, strategy(horizon=Horizon(vision_years=years))) == ["horizon.vision_years"]


@pytest.mark.parametrize(("months", "years"), [(12, 3), (24, 4), (36, 5), (12, None)])
def test_a_usual_horizon_and_a_vision_that_nobody_has_set_are_silent(months, years):
    assert places(PITFALL, strategy(horizon=Horizon(months=months, vision_years=years))) == []


def test_a_document_that_says_nothing_of_it_is_silent():
    assert places(PITFALL, strategy()) == []
