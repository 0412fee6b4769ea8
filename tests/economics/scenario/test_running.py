import pytest
from tests.economics.scenario.standings import made

from custrata.economics.scenario.form import Scenario
from custrata.economics.scenario.running import run
from custrata.errors import ScenarioError


def scenario(**fields):
    return Scenario.model_validate({"name": "plan", "draws": 50, **fields})


def test_as_now_comes_first_then_the_plans_then_the_mix():
    outcome = run(
        made(100),
        scenario(alternatives=[{"name": "other"}], target={"measure": "equity", "amount": 5}),
    )
    assert [p.plan.name for p in outcome.plans] == ["As now", "plan", "other", "Cheapest mix"]
    assert len(outcome.played) == 4
    assert outcome.customers == 100


def test_without_a_target_there_is_no_mix():
    assert run(made(60), scenario()).mix is None


def test_a_target_without_intents_cannot_be_reached():
    mix = run(made(60), scenario(target={"measure": "margin", "rise": 0.1})).mix
    assert not mix.reached
    assert mix.chosen == ()
    assert mix.probability == 0


def test_plans_are_compared_with_the_same_chance():
    intents = [{"name": "x", "effects": {"spend": 0.01}}]
    revenue = run(made(100), scenario(intents=intents)).plans[1].figures["revenue"]
    # A hundredth more is seen exactly, although the year itself is known within tenths only.
    assert revenue.better == 1
    spread = revenue.value.high_95 - revenue.value.low_95
    assert revenue.difference.high_95 - revenue.difference.low_95 < spread / 50


def test_an_unknown_group_is_refused():
    with pytest.raises(ScenarioError, match="no customer has this value"):
        run(made(60), scenario(intents=[{"name": "x", "group": {"tier": "brass"}}]))


def test_a_target_on_equity_takes_what_keeps_customers():
    intents = [
        {"name": "keep", "effects": {"leaving": -0.5}, "cost": {"per_customer": 1}},
        {"name": "sell", "effects": {"spend": 0.5}, "cost": {"per_customer": 1}},
    ]
    mix = run(made(200), scenario(intents=intents, target={"measure": "equity", "rise": 0.02})).mix
    assert {line.intent for line in mix.chosen} == {"keep"}
