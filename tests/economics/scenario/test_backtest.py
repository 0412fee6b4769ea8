import numpy as np
import pytest
from tests.economics.scenario.standings import made

from custrata.economics.scenario.backtest import held_against
from custrata.economics.scenario.form import Scenario
from custrata.economics.scenario.running import run


def backtest(revenue_each):
    base = made(100)
    played = run(base, Scenario(name="p", draws=200)).played[0]
    ids = np.array([f"c{i}" for i in range(100)] + ["new"], object)
    return held_against(base, played, ids, np.full(101, revenue_each), np.ones(101, bool)), played


def test_what_came_is_matched_by_customer_and_newcomers_stand_apart():
    held, _ = backtest(10.0)
    whole, buyers, *tiers = held.lines
    assert whole.actual == 1_000
    assert buyers.actual == 100
    assert sum(line.actual for line in tiers) == 1_000
    assert (held.new_customers, held.new_revenue) == (1, 10.0)


def test_what_lies_outside_its_interval_is_said():
    held, _ = backtest(0.01)
    assert not held.lines[0].inside_95
    assert held.lines[0].off > 1
    inside, n = held.covered(95)
    assert inside < n == 6


def test_a_world_that_goes_as_played_is_covered_as_often_as_promised():
    # Each draw of the scenario is taken for what came, in turn.
    _, played = backtest(1.0)
    low, high = np.quantile(played.totals["revenue"], [0.1, 0.9])
    other = run(made(100), Scenario(name="p", draws=400, seed=99)).played[0].totals["revenue"]
    assert np.mean((other >= low) & (other <= high)) == pytest.approx(0.8, abs=0.08)


def test_nothing_that_came_is_not_off_by_a_share():
    base = made(20)
    played = run(base, Scenario(name="p", draws=50)).played[0]
    held = held_against(base, played, np.zeros(0, object), np.zeros(0), np.zeros(0, bool))
    assert held.lines[0].off is None
    assert held.new_customers == 0


def test_of_contracts_those_that_run_at_the_end_are_counted():
    base = made(100, steady=True)
    played = run(base, Scenario(name="p", draws=50)).played[0]
    ids = np.array([f"c{i}" for i in range(100)], object)
    held = held_against(base, played, ids, np.full(100, 1.0), np.arange(100) < 80)
    assert (held.lines[1].measure, held.lines[1].actual) == ("customers", 80)
    assert held.lines[1].played.median < 100
