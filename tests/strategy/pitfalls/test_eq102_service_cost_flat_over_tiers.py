from __future__ import annotations

from tests.strategies import (
    PERSON,
    goal,
    places,
    strategy,
)
from tests.told import Told, known

from custrata.strategy.pitfalls.eq102_service_cost_flat_over_tiers import PITFALL

AGREED = (goal(owner=PERSON),)
PEOPLE = {"platinum": 50, "gold": 200, "silver": 500, "bronze": 250}


def told(cost: dict[str, float], value: dict[str, float]) -> Told:
    found = Told()
    found.by("customers", "tier", "customers", **PEOPLE)
    found.by("cost_to_serve", "tier", "EUR", **{t: PEOPLE[t] * c for t, c in cost.items()})
    return found.by("gross_margin", "tier", "EUR", **{t: PEOPLE[t] * v for t, v in value.items()})


FLAT = {"platinum": 110, "gold": 105, "silver": 100, "bronze": 95}
STEEP = {"platinum": 3000, "gold": 900, "silver": 300, "bronze": -20}


def test_a_flat_cost_under_a_steep_value_is_found():
    assert places(PITFALL, strategy(goals=AGREED), known(told(FLAT, STEEP))) == ["tiers"]


def test_cost_that_follows_value_and_value_that_is_flat_are_silent():
    follows = {"platinum": 400, "gold": 200, "silver": 90, "bronze": 20}
    assert places(PITFALL, strategy(goals=AGREED), known(told(follows, STEEP))) == []
    assert places(PITFALL, strategy(goals=AGREED), known(told(FLAT, FLAT))) == []


def test_a_strategy_that_steers_it_a_draft_and_missing_data_are_silent():
    steered = (goal(owner=PERSON, leading=("cost_to_serve_ratio",)),)
    assert places(PITFALL, strategy(goals=steered), known(told(FLAT, STEEP))) == []
    assert places(PITFALL, strategy(goals=(goal(),)), known(told(FLAT, STEEP))) == []
    assert places(PITFALL, strategy(goals=AGREED), known(Told())) == []
    assert places(PITFALL, strategy(goals=AGREED), known()) == []


def test_a_cost_that_was_allotted_by_head_shows_nothing():
    by_head = dict.fromkeys(FLAT, 100)
    assert places(PITFALL, strategy(goals=AGREED), known(told(by_head, STEEP))) == []
