from decimal import Decimal

import pytest
from tests.companies import Company, sale

from custrata.economics.lifetime_value.sales_worth import (
    margin_moments_query,
    own_margins,
    own_margins_query,
    sales_totals_query,
    sales_worth,
)
from custrata.errors import EstimateError
from custrata.settings import ValueRules

ROW = {"sales": 200.0, "revenue": 180.0, "costed": 90.0, "margin": 36.0, "order_days": 4.0, "serving": None}


def test_margin_is_the_rate_of_the_lines_with_a_cost_after_refunds():
    worth = sales_worth(ROW, ValueRules())
    assert (worth.basis, worth.net, worth.rate) == ("margin", 0.9, pytest.approx(0.36))
    assert "40.0% of revenue" in worth.sentences[0]
    assert "10.0% of sales" in worth.sentences[1]


def test_without_a_cost_the_setting_tells_the_margin_or_revenue_is_counted_and_said():
    row = ROW | {"costed": None, "margin": None}
    assert sales_worth(row, ValueRules(margin_rate=0.5)).rate == pytest.approx(0.45)
    plain = sales_worth(row, ValueRules())
    assert (plain.basis, plain.rate) == ("revenue", pytest.approx(0.9))
    assert "no cost is known" in plain.sentences[0]
    assert "though margin was asked for" in sales_worth(row, ValueRules(basis="margin")).sentences[0]


def test_revenue_is_counted_when_it_is_asked_for():
    assert sales_worth(ROW, ValueRules(basis="revenue")).rate == pytest.approx(0.9)


def test_cost_to_serve_is_in_where_it_is_known_and_margin_is_counted():
    worth = sales_worth(ROW | {"serving": 8.0}, ValueRules())
    assert worth.of_order(100.0) == pytest.approx(36 - 2)
    assert "Cost to serve is in it" in worth.sentences[-1]
    assert sales_worth(ROW | {"serving": 8.0}, ValueRules(basis="revenue")).cost_to_serve is None


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"sales": 0.0, "revenue": 0.0}, "nothing was sold"),
        ({"sales": None, "revenue": None}, "nothing was sold"),
        ({"revenue": -5.0}, "refunds are as large as sales"),
        ({"margin": -1.0}, "cost more than it brought"),
    ],
)
def test_what_has_no_value_is_refused_in_words(row, words):
    with pytest.raises(EstimateError, match=words):
        sales_worth(ROW | row, ValueRules())


def test_the_totals_are_those_of_customers_not_of_anonymous_sales():
    rows = [
        sale("a", "2024-01-01", 100, cost=40),
        sale("a", "2024-02-01", -10),
        sale(None, "2024-01-01", 7, cost=1),
        sale("b", "2024-01-05", 50),
    ]
    company = Company().has("transactions", rows)
    (row,) = company.rows(sales_totals_query(company.base()))
    assert row == {
        "sales": 150.0,
        "revenue": 140.0,
        "costed": 100.0,
        "margin": 60.0,
        "order_days": 2.0,
        "serving": None,
    }


def test_credibility_is_that_of_a_case_worked_by_hand():
    # Two customers, two orders of 100 each: margins 10 and 30, 50 and 70. Within: mean squared deviation
    # (100 + 100 + 100 + 100) / 100 / 2 = 2; between: 800 / 2 customers' spread 200.
    row = {
        "customers": 2.0,
        "orders": 4.0,
        "costed": 400.0,
        "margin": 160.0,
        "costed_squares": 80_000.0,
        "between": 40.0**2 / 200 + 120.0**2 / 200,
        "within": (10.0**2 + 30.0**2 + 50.0**2 + 70.0**2) / 100,
    }
    own = own_margins(row)
    assert own.share == 0.4
    assert own.weight == pytest.approx(2 * 200 / (80 - 64 - 2), abs=1e-6)
    assert own.of(200.0, 40.0) == pytest.approx((40 + 0.4 * own.weight) / (200 + own.weight))


def test_customers_who_differ_no_more_than_their_orders_have_one_margin():
    row = {"customers": 2.0, "orders": 4.0, "costed": 400.0, "margin": 160.0, "costed_squares": 80_000.0}
    assert own_margins(row | {"between": 64.0, "within": 84.0}) is None
    assert own_margins(row | {"customers": 1.0, "between": 64.0, "within": 84.0}) is None


def test_margins_of_customers_add_up_and_anonymous_sales_are_nobodys():
    cost = {"cost": Decimal("60")}
    rows = [
        sale("a", "2024-01-01", 100, **cost),
        sale("a", "2024-01-05", 80, **cost),
        sale("b", "2024-01-01", 50, **cost),
        sale(None, "2024-01-01", 500, **cost),
        sale("b", "2024-02-01", 70),
    ]
    company = Company().has("transactions", rows)
    found = {row["customer_id"]: row for row in company.rows(own_margins_query(company.base()))}
    assert {k: (float(v["costed"]), float(v["margin"]), v["orders"]) for k, v in found.items()} == {
        "a": (180.0, 60.0, 2),
        "b": (50.0, -10.0, 1),
    }
    assert float(found["a"]["squares"]) == pytest.approx(1600 / 100 + 400 / 80)
    kept = company.keep("margins", own_margins_query(company.base()))
    (moments,) = company.rows(margin_moments_query(kept))
    assert moments["between"] == pytest.approx(3600 / 180 + 100 / 50)
    assert (moments["customers"], moments["orders"], moments["costed"]) == (2.0, 3.0, 230.0)
