from dataclasses import replace

import numpy as np
import pytest
from tests.economics.scenario.standings import made

from custrata.economics.scenario.basis.standing import averages
from custrata.errors import ScenarioError


def test_rows_are_sorted_by_key_with_everything_they_hold():
    base = made(50)
    found = base.sorted()
    assert (np.diff(found.key.astype(object)) > 0).all()
    place = int(np.flatnonzero(base.key == found.key[7])[0])
    assert found.orders[7] == base.orders[place]
    assert found.labels["region"][1][7] == base.labels["region"][1][place]


def test_the_average_customer_of_a_part_brings_the_sum_of_the_part():
    base = made(200)
    gold = base.tier == 1
    average = base.average(gold)
    revenue = (base.alive * base.orders * base.order_value)[gold].sum()
    brings = average["alive"] * average["orders"] * average["order_value"]
    assert brings * gold.sum() == pytest.approx(revenue)


def test_a_cell_without_customers_has_no_nan():
    found = averages(made(10), np.zeros(10, np.int64), 3)
    assert all(np.isfinite(values).all() for values in found.values())


def test_a_part_without_customers_has_no_average():
    with pytest.raises(ScenarioError, match="no customers"):
        made(10).average(np.zeros(10, bool))


def test_what_is_no_number_is_refused():
    base = made(10)
    with pytest.raises(ScenarioError, match="order value of some customers is no number"):
        replace(base, order_value=np.full(10, np.nan))


def test_all_values_of_a_group_must_hold():
    base = made(100)
    both = base.has({"tier": "gold", "region": "West"})
    assert (both == (base.has({"tier": "gold"}) & base.has({"region": "West"}))).all()
    assert base.has({}).all()
