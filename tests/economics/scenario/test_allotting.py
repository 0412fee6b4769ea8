import numpy as np
import pytest
from tests.economics.scenario.standings import made

from custrata.economics.scenario.allotting import allot, some
from custrata.economics.scenario.form import Plan
from custrata.errors import ScenarioError


def plan(**fields):
    return Plan.model_validate({"name": "plan", **fields})


def test_a_share_of_a_group_is_reached_to_the_customer():
    base = made(400)
    found = allot(plan(intents=[{"name": "x", "group": {"tier": "gold"}, "share": 0.25}]), base, 7)
    gold = base.tier == 1
    assert found.reached.sum() == round(0.25 * gold.sum())
    assert not found.reached[0][~gold].any()


def test_a_larger_share_reaches_the_same_customers_and_more():
    base = made(400)
    everyone = np.ones(400, bool)
    few, many = some(everyone, 30, base, 7, "x"), some(everyone, 60, base, 7, "x")
    assert few.sum() == 30
    assert (many | ~few).all()


def test_moves_conserve_customers_and_take_whom_they_say():
    base = made(400)
    found = allot(plan(moves=[{"from": "bronze", "to": "silver", "share": 0.05}]), base, 7)
    assert len(found.move) == len(base)
    assert (found.move == 0).sum() == round(0.05 * (base.tier == 3).sum())
    assert (base.tier[found.move == 0] == 3).all()
    assert (found.moved_to[found.move == 0] == 2).all()


def test_nobody_moves_twice():
    base = made(400)
    moves = [{"from": "bronze", "to": "silver", "share": 0.7}, {"from": "bronze", "to": "gold", "share": 0.7}]
    found = allot(plan(moves=moves), base, 7)
    assert (found.move >= 0).sum() == (base.tier == 3).sum()


def test_the_nearest_to_a_higher_tier_are_the_best_and_to_a_lower_one_the_least():
    base = made(400)
    worth = base.alive * base.orders * base.order_value
    silver = base.tier == 2
    up = allot(plan(moves=[{"from": "silver", "to": "gold", "share": 0.1, "who": "nearest"}]), base, 7)
    down = allot(plan(moves=[{"from": "silver", "to": "bronze", "share": 0.1, "who": "nearest"}]), base, 7)
    assert worth[up.move == 0].min() >= worth[silver & (up.move < 0)].max()
    assert worth[down.move == 0].max() <= worth[silver & (down.move < 0)].min()


def test_who_is_reached_does_not_depend_on_the_order_of_rows():
    base = made(400)
    turned = made(400).sorted()
    wanted = plan(intents=[{"name": "x", "share": 0.3}])
    first = set(base.key[allot(wanted, base, 7).reached[0]].tolist())
    assert first == set(turned.key[allot(wanted, turned, 7).reached[0]].tolist())


def test_an_unknown_tier_group_or_value_is_refused_with_what_there_is():
    base = made(40)
    with pytest.raises(ScenarioError, match="platinum, gold, silver, bronze"):
        allot(plan(moves=[{"from": "brass", "to": "gold", "share": 0.1}]), base, 7)
    with pytest.raises(ScenarioError, match="region, tier"):
        allot(plan(intents=[{"name": "x", "group": {"planet": "Mars"}}]), base, 7)
    with pytest.raises(ScenarioError, match="North, West"):
        allot(plan(intents=[{"name": "x", "group": {"region": "South"}}]), base, 7)
