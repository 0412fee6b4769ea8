import numpy as np
import pytest

from custrata.economics.scenario.basis.behaviour import annuity, exposure
from custrata.economics.scenario.basis.by_value import (
    NEXT_YEAR,
    from_contract_value,
    from_rule,
    from_value,
    implied_leaving,
    years_of_rule,
)


@pytest.mark.parametrize("leaving", [0.0, 0.05, 0.4, 2.0, 3.5])
def test_the_rate_of_leaving_is_found_from_what_the_years_are_worth(leaving):
    rate = np.array([leaving])
    worth = annuity(rate, 0.0953, 3.0) / exposure(rate, NEXT_YEAR)
    assert implied_leaving(worth, 0.0953, 3.0)[0] == pytest.approx(leaving, abs=0.01)


def test_who_has_no_value_leaves_like_the_middle_one():
    found = implied_leaving(np.array([2.0, np.nan, 2.5]), 0.0953, 3.0)
    assert found[1] == pytest.approx(np.median(found[[0, 2]]))


def test_customers_bring_next_year_what_the_model_expects():
    found = from_value(
        lifetime_value=np.array([90.0, 200.0]),
        expected_orders=np.array([4.0, 8.0]),
        order_worth=np.array([10.0, 10.0]),
        probability_alive=np.array([0.5, np.nan]),
        revenue_per_order=np.array([25.0, 30.0]),
        orders=np.array([3.0, 9.0]),
        discount=0.0953,
        value_years=3.0,
    )
    expected = found["alive"] * found["orders"] * exposure(found["leaving"], NEXT_YEAR)
    assert expected == pytest.approx([4.0, 8.0])
    assert found["alive"].tolist() == [0.5, 1.0]
    worth = found["alive"] * found["orders"] * annuity(found["leaving"], 0.0953, 3.0) * 10
    assert worth == pytest.approx([90, 200], rel=0.01)


def test_who_is_expected_to_bring_nothing_gives_numbers():
    nothing, unknown = np.zeros(2), np.array([np.nan, 0.0])
    found = from_value(nothing, nothing, nothing, unknown, nothing, unknown, 0.1, 3.0)
    assert all(np.isfinite(values).all() for values in found.values())
    assert (found["orders"] == 0).all()


def test_contracts_bring_the_year_and_the_lifetime_that_are_expected():
    revenue, value = np.array([900.0, 1_150.0, 0.0]), np.array([1_500.0, 2_900.0, 0.0])
    found = from_contract_value(value, revenue, np.array([100.0, 100.0, 0.0]), 1.0, 0.0953, 3.0)
    yearly = found["alive"] * found["orders"] * found["order_value"]
    assert yearly * exposure(found["leaving"], NEXT_YEAR) == pytest.approx(revenue)
    assert yearly * annuity(found["leaving"], 0.0953, 3.0) == pytest.approx(value, rel=0.01)
    assert (found["alive"] <= 1).all()
    assert found["alive"][2] == 0


def test_a_rule_brings_its_next_year_whatever_the_rate_of_leaving():
    found = from_rule(np.array([3.0, np.nan]), np.array([50.0, 50.0]), np.array([2.0, 1.0]), np.full(2, 0.4))
    year = found["orders"] * exposure(found["leaving"], NEXT_YEAR)
    assert year == pytest.approx([3.0, 0.0])
    assert found["alive"].tolist() == [1.0, 0.0]


def test_the_years_of_a_rule_are_no_more_than_are_set_and_without_a_value_those():
    assert years_of_rule(1e9, 100.0, 0.0953, 3.0) == 3.0
    assert years_of_rule(0.0, 100.0, 0.0953, 3.0) == 3.0
    assert years_of_rule(200.0, 100.0, 0.0, 3.0) == pytest.approx(2.0)
