from decimal import Decimal

import pytest
from tests.companies import Company, day, sale, twelve

from custrata.measures import Request, purchase_summary_query


@pytest.fixture(scope="module")
def shop():
    rows = [
        sale("a", "2024-01-01", 10, cost=4),
        sale("a", "2024-01-01T20:00", 20),
        sale("a", "2024-01-11", 30, cost=40),
        sale("a", "2024-01-21", -5),
        sale("b", "2024-01-05", 50),
        sale("refunded", "2024-01-06", -7),
        sale(None, "2024-01-07", 9),
        sale("d", "2024-01-31", 0),
    ]
    return Company().has("customers", [{"customer_id": "idle"}]).has("transactions", rows)


@pytest.fixture(scope="module")
def base(shop):
    return shop.base()


@pytest.fixture(scope="module")
def summary(shop, base):
    return {r["customer_id"]: r for r in shop.rows(purchase_summary_query(base))}


def test_the_summary_has_a_row_for_each_customer_with_a_transaction(summary):
    assert set(summary) == {"a", "b", "refunded", "d"}


def test_days_are_distinct_days_with_a_sale(summary):
    a = summary["a"]
    assert (a["first_order_on"], a["last_order_on"]) == (day("2024-01-01"), day("2024-01-11"))
    assert [
        a[c] for c in ("order_days", "repeat_orders", "last_order_age", "age", "days_since_last_order")
    ] == [
        2,
        1,
        10,
        30,
        20,
    ]


def test_money_of_the_summary_is_net_and_value_per_order_is_of_sales(summary):
    a = summary["a"]
    assert (a["revenue"], a["refunds"], a["value_per_order"]) == (Decimal(55), Decimal(5), Decimal(30))


def test_margin_counts_only_lines_whose_cost_is_known(summary):
    assert summary["a"]["gross_margin"] == Decimal(-4)
    assert summary["b"]["gross_margin"] is None


def test_who_only_got_refunds_has_no_order(summary):
    row = summary["refunded"]
    assert (row["orders"], row["order_days"], row["repeat_orders"], row["refunds"]) == (0, 0, 0, Decimal(7))
    assert [row[c] for c in ("first_order_on", "age", "days_since_last_order", "value_per_order")] == [
        None
    ] * 4


def test_an_order_of_value_0_is_an_order(summary):
    assert (summary["d"]["orders"], summary["d"]["age"], summary["d"]["value_per_order"]) == (
        1,
        0,
        Decimal(0),
    )


def test_a_history_too_short_for_windows_has_no_revenue_of_windows(summary):
    assert summary["a"]["current_revenue"] is None


def test_revenue_of_the_windows_is_0_for_those_who_bought_at_another_time(company):
    rows = [sale("a", "2024-01-01", 10), sale("b", "2024-12-31", 5), sale("b", "2024-02-01", 7)]
    base = company.has("transactions", rows).base()
    found = {r["customer_id"]: r for r in company.rows(purchase_summary_query(base))}
    assert (found["a"]["current_revenue"], found["a"]["previous_revenue"]) == (Decimal(0), Decimal(10))
    assert (found["b"]["current_revenue"], found["b"]["previous_revenue"]) == (Decimal(5), Decimal(7))


@pytest.mark.parametrize(
    ("measure", "value", "n"),
    [
        ("repeat_rate", twelve(1 / 3), 3),
        ("repeat_orders", 1, 3),
        ("last_order_age", 10, 1),
        ("customer_age", 26, 3),
        ("value_per_order", 30, 3),
        ("days_since_last_order", 20, 3),
        ("inter_purchase_days", 10, 1),
        ("inter_purchase_days_p90", 10, 1),
    ],
)
def test_habits_are_read_over_customers_who_ordered(shop, base, measure, value, n):
    found = shop.one(base, measure)
    assert (found.value, found.n) == (value, n)


def test_nobody_repeating_is_said_and_not_0(company):
    base = company.has("transactions", [sale("a", "2024-01-01"), sale("b", "2024-01-01")]).base()
    assert company.one(base, "last_order_age").reason == "no customer ordered on a second day"
    assert company.one(base, "inter_purchase_days").value is None
    assert company.one(base, "repeat_rate").value == 0


def test_habits_are_broken_down_by_cohort_and_attribute(company):
    company.has("customers", [{"customer_id": c, "region": r} for c, r in (("a", "north"), ("b", "south"))])
    rows = [sale("a", "2024-01-01"), sale("a", "2024-02-01"), sale("b", "2024-02-01")]
    base = company.has("transactions", rows).base()
    assert company.values(base, "repeat_rate", "region") == {"north": 1, "south": 0}
    assert company.values(base, "customer_age", "cohort") == {"2024-01": 31, "2024-02": 0}


def test_category_breadth_is_the_mean_number_of_categories_a_buyer(company):
    company.has(
        "products", [{"product_id": p, "category": c} for p, c in (("p", "tea"), ("q", "ink"), ("r", "ink"))]
    )
    bought = [("a", "p"), ("a", "q"), ("a", "r"), ("b", "r"), ("c", "unlisted")]
    base = company.has("transactions", [sale(c, "2024-01-01", product_id=p) for c, p in bought]).base()
    found = company.one(base, "category_breadth")
    assert (found.value, found.n) == (1.5, 2)


@pytest.mark.real_data
def test_the_sample_of_the_music_shop_has_the_published_summary(real_data):
    (file,) = [p for p in (real_data / "cdnow_sample").iterdir() if "sample" in p.name.lower()]
    lines = [line.split() for line in file.read_text().splitlines() if line.strip()]
    rows = [sale(c, f"{d[:4]}-{d[4:6]}-{d[6:]}", m) for _, c, d, _, m in lines]
    company = Company().has("transactions", rows)
    base = company.base(as_of="1997-09-30")
    found = {r.measure: r.value for r in company.read(base, Request("customers"), Request("repeat_orders"))}
    assert found == {"customers": 2357, "repeat_orders": 2457}
    assert company.one(base, "repeat_rate").value == twelve(946 / 2357)
