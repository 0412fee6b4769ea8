import numpy as np
import pytest
from tests.economics.scenario.standings import made

from custrata.economics.scenario.choice.target import AT_ALL
from custrata.economics.scenario.form import Scenario
from custrata.economics.scenario.running import run

INTENT = {
    "name": "sell",
    "effects": {"spend": {"low": 0.0, "likely": 0.1, "high": 0.2}},
    "cost": {"per_customer": 3},
}


def mix(base=None, budget=None, **target):
    text = {"name": "p", "draws": 200, "budget": budget, "intents": [INTENT], "target": target}
    return run(base or made(400), Scenario.model_validate(text)).mix


def test_what_is_to_hold_more_often_takes_more_customers_and_costs_more():
    likely = mix(measure="revenue", rise=0.02)
    often = mix(measure="revenue", rise=0.02, probability=0.8)
    assert likely.probability < 0.75
    assert often.reached
    assert often.probability >= 0.8
    assert often.cost > likely.cost
    assert often.needed == likely.needed


def test_what_cannot_hold_so_often_is_not_reached():
    found = mix(measure="revenue", rise=0.09, probability=0.95)
    assert not found.reached
    assert found.probability < 0.95
    assert found.gain > 0


def test_a_budget_bounds_what_can_be_made_sure():
    likely = mix(measure="revenue", rise=0.02)
    found = mix(measure="revenue", rise=0.02, probability=0.95, budget=likely.cost)
    assert not found.reached
    assert found.cost <= likely.cost + 1e-6


def test_an_amount_is_asked_for_as_it_stands():
    found = mix(measure="margin", amount=100.0)
    assert found.needed == 100
    assert found.gain >= 100


def test_every_customer_is_counted_once():
    found = mix(base=made(90), measure="revenue", rise=0.09)
    assert sum(line.customers for line in found.chosen) <= 90
    assert found.cost == pytest.approx(sum(line.cost for line in found.chosen))
    assert np.isfinite(found.gain)


def test_what_is_paid_once_has_a_line_so_that_the_lines_add_up_to_the_cost():
    intent = {**INTENT, "cost": {"per_customer": 0.3333, "total": 40.5}}
    text = {"name": "p", "draws": 50, "intents": [intent], "target": {"rise": 0.02}}
    found = run(made(400), Scenario.model_validate(text)).mix
    assert [line.cost for line in found.chosen if line.part == AT_ALL] == [40.5]
    assert round(sum(line.cost for line in found.chosen), 2) == found.cost
    assert found.cost > 40.5
