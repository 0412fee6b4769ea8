import numpy as np
import pytest

from custrata.economics.scenario.basis.behaviour import annuity, exposure
from custrata.economics.scenario.basis.by_value import NEXT_YEAR, from_value, implied_leaving


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
