import datetime as dt
import shutil

import pytest

from custrata.drafting.draft import draft
from custrata.economics.scenario.form import Scenario
from custrata.errors import ScenarioError, SnapshotError
from custrata.project.economics.scenario import play_strategy, proposed_scenario, run_scenario
from custrata.project.place import locate
from custrata.project.project import Project


def scenario(**fields):
    return Scenario.model_validate({"name": "plan", "draws": 60, **fields})


def test_a_scenario_is_played_on_the_latest_snapshot(shop):
    intents = [{"name": "x", "group": {"tier": "gold", "region": "West"}, "effects": {"spend": 0.1}}]
    result = run_scenario(shop, scenario(intents=intents))
    assert result.outcome.customers == 60
    assert result.as_of.year == 2024
    assert result.backtest is None
    assert result.outcome.plans[1].figures["revenue"].difference.median > 0
    assert result.outcome.said


def test_nothing_is_written_by_a_scenario(shop):
    before = sorted(p.as_posix() for p in shop.rglob("*"))
    run_scenario(shop, scenario(), backtest=True)
    assert sorted(p.as_posix() for p in shop.rglob("*")) == before


def test_a_past_day_is_rebuilt_and_held_against_what_came(shop):
    result = run_scenario(shop, scenario(backtest=dt.date(2023, 12, 31)))
    assert result.as_of == dt.date(2023, 12, 31)
    assert result.days == pytest.approx(365, abs=35)
    measures = [(line.measure, line.tier) for line in result.backtest.lines]
    assert measures[:2] == [("revenue", ""), ("buyers", "")]
    whole, tiers = result.backtest.lines[0], result.backtest.lines[2:]
    assert sum(line.actual for line in tiers) == pytest.approx(whole.actual)
    assert whole.actual > 0


def test_a_day_that_leaves_no_time_is_refused(shop):
    with pytest.raises(ScenarioError, match="28 days after its day"):
        run_scenario(shop, scenario(backtest=dt.date(2030, 1, 1)))
    with pytest.raises(ScenarioError, match="28 days after its day"):
        run_scenario(shop, scenario(backtest=dt.date(1990, 1, 1)))


def test_a_group_of_an_unknown_dimension_is_refused_with_those_there_are(shop):
    with pytest.raises(ScenarioError, match="tier"):
        run_scenario(shop, scenario(intents=[{"name": "x", "group": {"planet": "Mars"}}]))


def test_the_strategy_proposes_a_scenario_that_can_be_played(shop):
    proposed = proposed_scenario(shop)
    assert proposed.intents
    result = run_scenario(shop, proposed.model_copy(update={"draws": 60}))
    assert all("assumed, not measured" in line for line in result.outcome.plans[1].assumed)


def test_a_strategy_at_hand_is_played_as_its_scenario_would_be(shop):
    snapshot = Project(shop).snapshot
    played = play_strategy(locate(shop), snapshot, draft(snapshot))
    assert repr(played) == repr(run_scenario(shop, proposed_scenario(shop)))


def test_what_is_at_hand_is_played_whatever_was_saved_or_built_since(shop, tmp_path):
    folder = shutil.copytree(shop, tmp_path / "copy")
    place, snapshot = locate(folder), Project(folder).snapshot
    before = play_strategy(place, snapshot, draft(snapshot))
    place.strategy.write_text("no strategy", encoding="utf-8")
    assert Project(folder).build(as_of="2023-12-31").manifest.fingerprint != snapshot.manifest.fingerprint
    assert repr(play_strategy(place, snapshot, draft(snapshot))) == repr(before)


def test_without_a_snapshot_there_is_no_scenario(tmp_path):
    (tmp_path / "orders.csv").write_text("a\n1\n", encoding="utf-8")
    with pytest.raises(SnapshotError, match="no snapshot yet"):
        run_scenario(tmp_path, scenario())


@pytest.mark.real_data
def test_a_year_of_a_real_shop_lies_where_it_was_said_to(real_data, tmp_path):
    shutil.copy(real_data / "superstore" / "superstore.csv", tmp_path / "orders.csv")
    Project(tmp_path).build()
    result = run_scenario(tmp_path, scenario(draws=200, backtest=dt.date(2016, 12, 30)))
    whole = result.backtest.lines[0]
    # Added up from the file: sales after that day to customers who had bought by then.
    assert whole.actual == pytest.approx(726_435.2182, abs=0.01)
    assert whole.inside_95
    # No model passed the exam: the rule says the same of every customer, so tiers are told badly by it.
    inside, n = result.backtest.covered(95)
    assert (inside >= 4, n) == (True, 6)
