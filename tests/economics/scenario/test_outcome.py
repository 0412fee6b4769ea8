from dataclasses import replace

import numpy as np
import pytest
from tests.economics.scenario.standings import made

from custrata.economics.scenario.form import Plan, Scenario
from custrata.economics.scenario.outcome import Band, assumed, band, borne, figure, loses
from custrata.economics.scenario.running import run
from custrata.errors import ScenarioError


def test_a_band_holds_four_fifths_and_nineteen_of_twenty():
    found = band(np.arange(1_001.0))
    assert (found.median, found.low_80, found.high_80) == (500, 100, 900)
    assert (found.low_95, found.high_95) == (25, 975)


def test_better_is_less_where_less_is_better():
    now = np.zeros(100)
    assert figure("top_10_share", now - 1, now).better == 1
    assert figure("revenue", now - 1, now).better == 0


def test_where_nothing_differs_nothing_is_better():
    found = figure("revenue", np.ones(10), np.ones(10))
    assert found.better is None
    assert found.difference == band(np.zeros(10))


def test_what_is_used_is_neither_better_nor_worse():
    assert figure("budget_used", np.ones(10), np.zeros(10)).better is None


def test_an_effect_says_whether_it_is_assumed_or_measured():
    plan = Plan.model_validate(
        {
            "name": "p",
            "intents": [
                {"name": "Call", "effects": {"leaving": -0.1}},
                {
                    "name": "Mail",
                    "effects": {"spend": {"low": 0, "likely": 0.1, "high": 0.2}},
                    "measured": "C7",
                },
                {"name": "Wait"},
            ],
        }
    )
    told = assumed(plan)
    assert told[0] == "Call: leaving -10.0% (assumed, not measured)."
    assert told[1] == "Mail: spend +0.0% to +20.0%, likely +10.0% (measured by C7)."
    assert "no effect" in told[2]


def test_a_limit_that_is_exceeded_is_said_with_by_how_much():
    plan = {"name": "p", "budget": 100, "capacity": 1e6, "intents": [{"name": "x", "cost": {"total": 150}}]}
    outcome = run(made(50), Scenario.model_validate({**plan, "draws": 50}))
    assert outcome.plans[1].limits == (
        "The budget of 100 is exceeded in 100% of the draws, by 50 in the median.",
    )


def test_without_money_spent_nothing_returns_on_it():
    outcome = run(made(50), Scenario.model_validate({"name": "p", "draws": 50}))
    assert outcome.plans[1].figures["return_on_budget"].value is None
    assert "no money is spent" in outcome.plans[1].figures["return_on_budget"].reason


def test_the_return_is_what_is_gained_beyond_the_cost_for_each_unit_of_it():
    intents = [{"name": "x", "effects": {"spend": 0.1}, "cost": {"total": 50}}]
    outcome = run(made(200), Scenario.model_validate({"name": "p", "draws": 50, "intents": intents}))
    plan = outcome.plans[1].figures
    gained = outcome.played[1].totals["margin"] - outcome.played[0].totals["margin"]
    assert plan["return_on_budget"].value.median == pytest.approx(np.median(gained / 50 - 1), abs=1e-6)


def test_where_no_costs_are_known_neither_margin_nor_return_is_told_but_the_reason():
    intents = [{"name": "x", "effects": {"spend": 0.1}, "cost": {"total": 50}}]
    base = replace(made(200), margin_known=False)
    outcome = run(base, Scenario.model_validate({"name": "p", "draws": 50, "intents": intents}))
    for name in ("gross_margin", "margin", "contribution", "return_on_budget"):
        found = outcome.plans[1].figures[name]
        assert (found.value, found.difference, found.reason) == (None, None, "not known: no costs")
    assert outcome.plans[1].figures["revenue"].value is not None


def test_a_plan_that_costs_more_than_all_it_brings_loses_money_even_without_known_costs():
    intents = [{"name": "x", "effects": {"spend": 0.01}, "cost": {"per_customer": 500}}]
    base = replace(made(100), margin_known=False)
    outcome = run(base, Scenario.model_validate({"name": "Too dear", "draws": 50, "intents": intents}))
    assert loses(outcome.plans[1]).startswith("Too dear loses money, even if all of its revenue were margin:")
    assert loses(outcome.plans[0]) == ""


def test_a_target_of_margin_is_refused_where_no_costs_are_known():
    base = replace(made(100), margin_known=False)
    text = {"name": "p", "draws": 50, "target": {"measure": "margin", "rise": 0.1}}
    with pytest.raises(ScenarioError, match="margin is not known"):
        run(base, Scenario.model_validate(text))
    text["target"]["measure"] = "revenue"
    assert run(base, Scenario.model_validate(text)).mix is not None


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [(1_100_000, 1_300_000, 1_230_000), (1_234_000, 1_235_000, 1_234_570), (1.0, 1.5, 1_234_567)],
)
def test_a_number_keeps_the_digits_that_its_interval_bears(low, high, told):
    assert borne(1_234_567.0, Band(0, 0, 0, low, high)) == told


def test_a_cost_is_said_to_be_assumed():
    cost = {"per_customer": {"low": 1, "likely": 2.5, "high": 4}, "total": 1_000}
    plan = Plan.model_validate({"name": "p", "intents": [{"name": "Call", "cost": cost}]})
    assert assumed(plan)[0].endswith("; cost 1 to 4, likely 2.5, a customer and 1,000 at all (assumed).")


def test_a_plan_that_loses_money_in_most_draws_is_named_as_one():
    intents = [{"name": "x", "effects": {"spend": 0.01}, "cost": {"per_customer": 500}}]
    outcome = run(made(100), Scenario.model_validate({"name": "Too dear", "draws": 50, "intents": intents}))
    now, dear = outcome.plans
    assert loses(now) == ""
    assert loses(dear).startswith("Too dear loses money: in 100% of the draws")
