from tests.companies import sale

from custrata.customers.buying_days import BUYING_DAYS, buying_days_of, buying_days_query


def found(company):
    return company.rows(buying_days_query(company.loaded["transactions"]))


def test_gaps_are_days_between_purchase_days(company):
    days = ("2024-01-01", "2024-01-01", "2024-01-11", "2024-01-18")
    company.has("transactions", [*(sale("a", d) for d in days), sale("b", "2024-01-04")])
    rows = sorted((row["customer_id"], row["bought_on"].day, row["gap_days"]) for row in found(company))
    assert rows == [("a", 1, None), ("a", 11, 10), ("a", 18, 7), ("b", 4, None)]


def test_refunds_fees_and_anonymous_sales_make_no_gap(company):
    lines = [sale("a", "2024-01-01"), sale("a", "2024-01-06", -5), sale("a", "2024-01-07", kind="fee")]
    company.has("transactions", [*lines, sale(None, "2024-01-09")])
    assert [row["gap_days"] for row in found(company)] == [None]


def test_a_line_whose_kind_is_not_known_is_a_sale(company):
    company.has("transactions", [sale("a", "2024-01-01", kind=None), sale("a", "2024-01-05", kind=None)])
    assert sorted(row["gap_days"] or 0 for row in found(company)) == [0, 4]


def test_the_sales_of_a_day_add_up(company):
    company.has("transactions", [sale("a", "2024-01-01"), sale("a", "2024-01-01"), sale("a", "2024-01-05")])
    assert sorted(int(row["amount"]) for row in found(company)) == [10, 20]


def test_what_the_engine_holds_is_not_made_again(company):
    company.has("transactions", [sale("a", "2024-01-01")])
    held = buying_days_query(company.loaded["transactions"]).view()
    assert buying_days_of({**company.loaded, BUYING_DAYS: held}) is held
