import datetime as dt

from tests.served import pool, sale, served

from custrata.measures.economics.relations.accounts import banded, customer_costs_query, goods_costed
from custrata.measures.economics.relations.accounts import served as costs_in
from custrata.settings import Range, ServingRates, Settings
from custrata.vocabulary import Period


def test_a_window_of_a_year_has_the_costs_of_twelve_months(tmp_path):
    sales = [sale("a", "2022-01-05", 1), sale("a", "2024-12-31", 1)]
    costs = [pool("Rent", f"{y}-{m:02}-01", 1) for y in (2022, 2023, 2024) for m in range(1, 13)]
    found = served(tmp_path, transactions=sales, costs=costs)
    for start, end in (
        ("2024-01-01", "2024-12-31"),
        ("2023-01-02", "2024-01-01"),
        ("2023-06-20", "2024-06-18"),
    ):
        window = Period("current", dt.date.fromisoformat(start), dt.date.fromisoformat(end))
        assert len(found.engine.rows(costs_in(found.step.base, window))) == 12
    assert len(found.engine.rows(costs_in(found.step.base, found.step.base.windows["all"]))) == 36


def test_cost_of_anonymous_sales_is_no_unallocated_cost(tmp_path):
    settings = Settings(serving=ServingRates(order=Range(low=2, likely=2, high=2)))
    found = served(
        tmp_path, settings, transactions=[sale(None, "2024-01-05", 9), sale("a", "2024-02-05", 9)],
        costs=[pool("Rent", "2024-01-01", 5)],
    )  # fmt: skip
    assert found.one("cost_to_serve").value == 4
    assert found.one("unallocated_cost").value == 5
    assert found.values("profit_and_loss")["unallocated"] == -5


def test_costs_of_customers_are_those_of_all_months(tmp_path):
    found = served(tmp_path, costs=[pool("x", "2024-01-01", 1, 1, "a"), pool("x", "2024-02-01", 2, 1, "a")])
    (row,) = found.engine.rows(customer_costs_query(found.step.base))
    assert (row["customer_id"], row["driver"], row["amount"]) == ("a", "x", 3)
    assert not goods_costed(found.step.base)


def test_there_is_an_interval_only_where_rates_differ():
    assert banded(5.0, 2, 5.0, 5.0).method == "counted"
    found = banded(5.0, 2, 9.0, 4.0)
    assert (found.low, found.high, found.method) == (4.0, 9.0, "low to high rates")
