import json
import re
from dataclasses import replace

import pytest

from custrata.economics.scenario.form import Scenario
from custrata.project.economics.scenario import run_scenario
from custrata.project.economics.scenario_told import gained, scenario_json, sentences, tables


@pytest.fixture(scope="module")
def result(shop):
    text = {
        "name": "Sell more",
        "draws": 60,
        "budget": 20,
        "target": {"measure": "revenue", "rise": 0.01},
        "moves": [{"from": "bronze", "to": "silver", "share": 0.1}],
        "intents": [
            {"name": "Guides", "group": {"tier": "silver"}, "effects": {"spend": 0.1}, "cost": {"total": 50}}
        ],
    }
    return run_scenario(shop, Scenario.model_validate(text), backtest=True)


def test_there_is_a_table_a_plan_one_of_tiers_and_one_of_what_came(result):
    titles = [title for title, _ in tables(result)]
    assert titles[:2] == ["As now", "Sell more"]
    assert "Customers at the end, by tier" in titles
    assert titles[-1].startswith("What came in the")
    for _, (heads, rows) in tables(result):
        assert rows
        assert all(len(row) == len(heads) for row in rows)


def test_sentences_say_what_it_rests_on_what_is_assumed_and_what_is_exceeded(result):
    told = "\n".join(sentences(result))
    assert "60 customers as of" in told
    assert "Guides: spend +10.0% (assumed, not measured); cost 50 at all (assumed)." in told
    assert "The budget of 20 is exceeded in 100% of the draws, by 30 in the median." in told
    assert "Cheapest mix" in told
    assert "lie in their 80% interval" in told


def test_a_program_gets_every_number_with_its_definition(result):
    plain = json.loads(json.dumps(scenario_json(result), allow_nan=False))
    assert [plan["name"] for plan in plain["plans"]][:2] == ["As now", "Sell more"]
    figures = {figure["measure"]: figure for figure in plain["plans"][1]["figures"]}
    assert figures["revenue"]["value"]["low_95"] <= figures["revenue"]["value"]["median"]
    assert figures["revenue"]["definition"]
    assert figures["revenue"]["unit"] == "money"
    assert plain["backtest"]["lines"][0]["actual"] > 0
    assert plain["cheapest_mix"]["needed"] > 0


def test_what_a_plan_brings_is_one_sentence_with_interval_and_horizon(result, shop):
    number = r"−?[\d,.]+[km]?"
    ends = rf"\({number} to {number}(; chance alone may make it)?\)"
    wanted = f"Sell more: {number} (more|less) [a-z ]+ in 12 months than as now {ends}"
    assert re.fullmatch(wanted, gained(result))
    dollars = gained(replace(result, currency="USD"))
    assert re.search(r"Sell more: \$[\d.]+[km]? .* \(−?\$[\d.,]+[km]? to", dollars), (
        "money as in all sentences"
    )
    alone = run_scenario(shop, Scenario(name="x", draws=50))
    assert "12 months" in gained(alone)


def test_numbers_are_rounded_to_what_their_intervals_bear(result):
    plan = result.outcome.plans[1].figures["revenue"].value
    (_, (_, rows)) = next(t for t in tables(result) if t[0] == "Sell more")
    shown = float(next(r for r in rows if r[0] == "revenue")[1].replace(",", ""))
    half = (plan.high_95 - plan.low_95) / 2
    assert half > 0
    assert abs(shown - plan.median) <= max(half / 10, 1)
    assert len(str(int(shown)).rstrip("0")) <= len(str(int(half))) + 1


def test_without_a_backtest_none_is_told(shop):
    result = run_scenario(shop, Scenario(name="x", draws=50))
    assert scenario_json(result)["backtest"] is None
    assert not any(title.startswith("What came") for title, _ in tables(result))


def test_every_equity_says_when_it_is_how_far_it_looks_and_how_it_is_discounted(result):
    for title, (_, rows) in tables(result):
        names = [row[0] for row in rows if row[0].startswith("equity")]
        if title in ("As now", "Sell more"):
            assert len(names) == 1
            assert "months ahead at 10 % a year" in names[0]
    assert any("Monte Carlo standard error of the medians" in line for line in sentences(result))


def test_the_printed_lines_of_the_cheapest_mix_add_up_to_its_printed_cost(shop):
    cost = {"per_customer": 0.3333, "total": 40.5}
    intents = [{"name": "Guides", "effects": {"spend": 0.1}, "cost": cost}]
    text = {"name": "p", "draws": 50, "intents": intents, "target": {"rise": 0.02}}
    told = list(sentences(run_scenario(shop, Scenario.model_validate(text))))
    start = next(i for i, line in enumerate(told) if line.startswith("Cheapest mix for"))
    whole = float(re.search(r": ([\d,.]+) at likely costs", told[start])[1].replace(",", ""))
    lines = [re.search(r"; ([\d,.]+\d)", line)[1] for line in told[start + 1 :] if line.startswith("  ")]
    assert round(sum(float(line.replace(",", "")) for line in lines), 2) == whole


def test_shares_are_told_without_idle_digits_and_differ_in_points(result):
    (_, (_, rows)) = next(t for t in tables(result) if t[0] == "Sell more")
    row = next(r for r in rows if r[0] == "share of revenue from the ten largest")
    assert re.fullmatch(r"\d+(\.\d*[1-9])?%", row[1])
    assert row[4].endswith(" points")
