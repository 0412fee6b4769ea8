import json

import pytest

from custrata.economics.scenario.form import Scenario
from custrata.errors import ScenarioError
from custrata.project.economics.scenario_file import (
    proposed_text,
    read_scenario,
    scenario_of,
    scenario_text,
    write_results,
)

TEXT = """\
name: Call before renewal
horizon_months: 6
draws: 100
target: {measure: margin, rise: 0.05}
moves:
  - {from: bronze, to: silver, share: 0.05, who: nearest, cost: {per_customer: 20}}
intents:
  - name: Call
    group: {tier: gold, region: 3}
    intent: grow
    share: 0.5
    effects:
      leaving: {low: -0.2, likely: -0.1, high: 0}
    cost: {per_customer: {low: 10, likely: 15, high: 25}, total: 100}
    hours: 0.5
    measured: the test of spring
acquire: {per_month: 5, cost: 80}
budget: 5000
alternatives:
  - name: Do less
    budget: 10
"""


def refused(text):
    with pytest.raises(ScenarioError) as caught:
        scenario_of(text, "plan.yaml")
    return str(caught.value)


def test_what_is_written_is_read_again_as_the_same():
    scenario = scenario_of(TEXT)
    assert scenario.intents[0].group == {"tier": "gold", "region": "3"}
    assert scenario.intents[0].hours.likely == 0.5
    text = scenario_text(scenario)
    assert scenario_of(text) == scenario
    assert "from: bronze" in text
    assert "effects_last" not in text


def test_an_error_names_line_field_and_what_to_do():
    told = refused(TEXT.replace("share: 0.5\n", "share: 5\n"))
    assert "plan.yaml, line 11: intents.1.share" in told
    assert "To do" in told


def test_a_field_that_does_not_exist_is_named_with_its_line():
    told = refused("name: x\nbugdet: 3\n")
    assert "line 2: bugdet" in told
    assert "mend its spelling" in told


def test_more_than_one_error_is_counted():
    assert "2 in all" in refused("name: x\nbudget: -1\nseed: -1\n")


@pytest.mark.parametrize("text", ["", "- a list\n", "just a word\n"])
def test_what_holds_no_scenario_is_refused(text):
    assert "holds no scenario" in refused(text)


def test_what_is_no_yaml_is_refused_with_the_line():
    assert "line 2" in refused("name: x\n  intents: [\n")
    assert "a scenario cannot hold an alias" in refused("name: x\nmoves: *a\n")


def test_a_file_that_is_not_there_is_refused_with_a_start(tmp_path):
    with pytest.raises(ScenarioError, match="--propose"):
        read_scenario(tmp_path / "no.yaml")


def test_a_file_is_read(tmp_path):
    (tmp_path / "a.yaml").write_text("name: x\n", encoding="utf-8")
    assert read_scenario(tmp_path / "a.yaml") == Scenario(name="x")


def test_results_are_written_whole(tmp_path):
    write_results(tmp_path / "out" / "results.json", {"a": [1]})
    assert json.loads((tmp_path / "out" / "results.json").read_text(encoding="utf-8")) == {"a": [1]}


def test_a_proposal_says_that_effects_and_costs_are_assumed_and_is_read_again():
    scenario = scenario_of(TEXT)
    text = proposed_text(scenario)
    assert text.startswith("# Effects and costs are assumed")
    assert "effects:  # assumed" in text
    assert scenario_of(text) == scenario
