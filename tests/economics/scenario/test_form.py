import pytest
from pydantic import ValidationError

from custrata.economics.scenario.form import (
    Acquire,
    Effects,
    IntentPlan,
    Move,
    Plan,
    Scenario,
    Spread,
    Target,
)


def refused(model, **fields):
    with pytest.raises(ValidationError) as caught:
        model.model_validate(fields)
    return str(caught.value)


def test_one_number_stands_for_three():
    assert Spread.model_validate(3) == Spread(low=3, likely=3, high=3)
    assert Spread.model_validate(3).certain


def test_low_likely_and_high_stand_in_this_order():
    assert "low must not be above likely" in refused(Spread, low=2, likely=1, high=3)


def test_an_effect_takes_no_more_than_everything():
    assert "leaving must lie between" in refused(Effects, leaving=-1.5)
    assert "margin must lie between" in refused(Effects, margin=1.5)
    assert "price must stay above" in refused(Effects, price=-1)


def test_a_field_that_does_not_exist_is_refused():
    assert "extra" in refused(Scenario, name="x", bugdet=3).lower()


def test_a_value_of_a_group_may_be_written_as_a_number():
    assert IntentPlan.model_validate({"name": "x", "group": {"segment": 3}}).group == {"segment": "3"}


def test_costs_and_hours_are_not_below_nothing():
    assert "cost must not be below 0" in refused(IntentPlan, name="x", cost={"per_customer": -1})
    assert "hours must not be below 0" in refused(IntentPlan, name="x", hours=-1)
    assert "cost must not be below 0" in refused(Acquire, per_month=5, cost=-9)


def test_a_move_leads_to_another_tier():
    assert "another tier" in refused(Move, **{"from": "gold", "to": "gold", "share": 0.5})


def test_two_intents_of_one_name_are_refused():
    assert "two intents" in refused(Plan, name="p", intents=[{"name": "x"}, {"name": "x"}])


def test_plans_are_told_apart_from_each_other_and_from_as_now():
    assert "two plans" in refused(Scenario, name="as now")
    assert "two plans" in refused(Scenario, name="a", alternatives=[{"name": "A"}])


def test_a_target_is_a_rise_or_an_amount():
    assert "either rise or amount" in refused(Target, measure="revenue")
    assert "either rise or amount" in refused(Target, measure="revenue", rise=0.1, amount=5)


def test_the_plan_of_a_scenario_comes_before_those_beside_it():
    scenario = Scenario.model_validate({"name": "a", "budget": 5, "alternatives": [{"name": "b"}]})
    assert [(p.name, p.budget) for p in scenario.plans] == [("a", 5), ("b", None)]


def test_a_move_is_written_from_and_to():
    scenario = Scenario.model_validate(
        {"name": "a", "moves": [{"from": "bronze", "to": "silver", "share": 0.05}]}
    )
    assert scenario.moves[0].origin == "bronze"
