import datetime as dt

import pytest
from tests.companies import Company, sale, spell

from custrata.economics.scenario.basis.columns import (
    dimensions,
    paid_since_query,
    since_query,
    standing_query,
)
from custrata.errors import ScenarioError


def shop():
    lines = [
        *(sale("a", f"{year}-01-15", 10, order_id=f"a{year}") for year in (2021, 2022, 2023)),
        sale("b", "2022-06-01", 40, order_id="b1"),
        sale("b", "2023-07-01", -5, order_id="b1"),
        sale("c", "2023-12-30", 7, order_id="c1"),
    ]
    people = [
        {"customer_id": "a", "region": "West", "status": "customer"},
        {"customer_id": "b", "region": "North", "status": "customer"},
        {"customer_id": "c", "status": "customer"},
        {"customer_id": "p", "region": "West", "status": "prospect"},
    ]
    return Company().has("customers", people, region="string").has("transactions", lines)


def test_customers_come_with_their_numbers_and_the_dimensions_named():
    company = shop()
    base = company.base("2023-12-31")
    rows = {r["customer_id"]: r for r in company.rows(standing_query(base, ["region"]))}
    assert set(rows) == {"a", "b", "c"}
    assert (rows["a"]["region"], rows["c"]["region"]) == ("West", "not known")
    assert rows["a"]["current_revenue"] == 10.0
    assert rows["b"]["current_revenue"] == -5.0
    assert rows["b"]["previous_revenue"] == 40.0
    assert rows["a"]["earlier_revenue"] == 10.0
    assert rows["a"]["days_known"] == (dt.date(2023, 12, 31) - dt.date(2021, 1, 15)).days
    assert rows["a"]["lifetime_value"] is None


def test_an_unknown_dimension_is_refused_with_those_there_are():
    base = shop().base("2023-12-31")
    assert dimensions(base) == ("region",)
    with pytest.raises(ScenarioError, match="choose one of region"):
        standing_query(base, ["planet"])


def test_what_came_after_a_day_is_added_up_by_customer():
    company = shop()
    base = company.base("2023-12-31")
    rows = {r["customer_id"]: r for r in company.rows(since_query(base, dt.date(2022, 12, 31), base.as_of))}
    assert {k: (r["revenue"], r["buys"]) for k, r in rows.items()} == {
        "a": (10.0, True),
        "b": (-5.0, False),
        "c": (7.0, True),
    }


def test_contracts_bring_what_they_cost_for_the_days_they_ran():
    company = Company().has(
        "subscriptions",
        [
            spell("a", "2022-01-01", 30.436875),
            spell("b", "2022-01-01", 30.436875, "2023-01-11"),
            spell("c", "2021-01-01", 5, "2022-02-01"),
        ],
    )
    base = company.base("2023-12-31")
    until = dt.date(2023, 12, 31)
    rows = {r["customer_id"]: r for r in company.rows(paid_since_query(base, dt.date(2022, 12, 31), until))}
    assert rows["a"]["revenue"] == pytest.approx(365.0)
    assert (rows["b"]["revenue"], rows["b"]["buys"]) == (pytest.approx(11.0), False)
    assert "c" not in rows


def test_what_contracts_brought_before_the_latest_window_stands_beside():
    company = Company().has(
        "subscriptions", [spell("a", "2020-01-01", 10), spell("b", "2020-01-01", 20, "2022-01-01")]
    )
    base = company.base("2023-12-31")
    rows = {r["customer_id"]: r for r in company.rows(standing_query(base, ()))}
    assert rows["a"]["opening_mrr"] == 10.0
    assert rows["b"]["opening_mrr"] == 0.0
