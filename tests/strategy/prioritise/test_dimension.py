from __future__ import annotations

import pytest

from custrata.strategy.parts.steering.scoring import Criterion, Polarity, Scored, Scoring, Weight
from custrata.strategy.prioritise.dimension import (
    GOAL_DIMENSIONS,
    INITIATIVE_DIMENSIONS,
    dimensions_of,
    weight_of,
)

REGION = Criterion(id="region", title="How many regions agree?", scores=Scored.BOTH)
RISK = Criterion(id="risk", title="How risky is it?", polarity=Polarity.WORSE)


@pytest.mark.parametrize("dimension", [*GOAL_DIMENSIONS, *INITIATIVE_DIMENSIONS], ids=lambda d: d.id)
def test_every_built_in_dimension_says_what_one_four_and_seven_mean(dimension):
    assert dimension.title.endswith("?")
    assert len({dimension.low, dimension.middle, dimension.high}) == 3
    assert not dimension.turned


def test_what_asks_for_effort_is_marked_so():
    named = {d.id for d in (*GOAL_DIMENSIONS, *INITIATIVE_DIMENSIONS) if d.effort}
    assert named == {
        "time_horizon",
        "resource_intensity",
        "complexity",
        "time_to_results",
        "investment",
        "resource_use",
    }


def test_dimensions_of_ones_own_come_after_the_built_in_ones():
    scoring = Scoring(criteria=(REGION, RISK))
    assert [d.id for d in dimensions_of(scoring, Scored.GOALS)][5:] == ["region"]
    assert [d.id for d in dimensions_of(scoring, Scored.INITIATIVES)][5:] == ["region", "risk"]


def test_a_criterion_named_like_a_built_in_dimension_stands_in_its_place():
    own = Criterion(id="impact", title="How many members gain?", scores=Scored.GOALS)
    found = dimensions_of(Scoring(criteria=(own,)), Scored.GOALS)
    assert [d.id for d in found] == [d.id for d in GOAL_DIMENSIONS]
    assert found[1].title == "How many members gain?"
    assert not any(d.own for d in dimensions_of(Scoring(criteria=(own,)), Scored.INITIATIVES))


def test_a_dimension_asked_the_other_way_round_is_turned():
    *_, risk = dimensions_of(Scoring(criteria=(RISK,)), Scored.INITIATIVES)
    assert [risk.counted(given) for given in (1, 4, 7)] == [7, 4, 1]


def test_a_weight_that_nobody_gave_is_one():
    scoring = Scoring(weights=(Weight(id="w1", dimension="impact", weight=0.1),))
    alignment, impact, *_ = GOAL_DIMENSIONS
    assert weight_of(scoring, alignment) == 1
    assert 10 * weight_of(scoring, impact) == 1
