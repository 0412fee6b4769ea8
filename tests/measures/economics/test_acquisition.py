import pytest
from tests.served import pool, sale, served, spent

from custrata.measures.economics.acquisition import payback, worth_to_cost

PEOPLE = [
    {"customer_id": c, "acquisition_channel": ch} for c, ch in (("a", "Fair"), ("b", "Fair"), ("c", "Word"))
]
SALES = [
    sale("a", "2024-01-02", 10, cost=4),
    sale("a", "2024-03-02", 10, cost=4),
    sale("b", "2024-01-20", 10, cost=4),
    sale("c", "2024-02-20", 10, cost=9),
]
SPEND = [spent("fair", "2024-01-01", 14), spent("posters", "2024-02-01", 6), spent("word", "2024-02-01", 4)]


@pytest.fixture
def shop(tmp_path):
    return served(tmp_path, customers=PEOPLE, transactions=SALES, spend=SPEND, as_of="2024-04-30")


def test_cost_of_winning_is_all_spend_over_the_customers_won(shop):
    found = shop.one("customer_acquisition_cost")
    assert (found.value, found.n, found.unit) == (8, 3, "EUR")
    by_channel = {r.segment[0][1]: r for r in shop.read("customer_acquisition_cost", "acquisition_channel")}
    assert {c: r.value for c, r in by_channel.items()} == {"Fair": 7, "Word": 4, "posters": None}
    assert by_channel["posters"].reason == "nobody was won in the period"


def test_a_cohort_is_paid_back_in_the_month_that_covers_its_cost_or_not_yet(shop):
    found = {r.segment[0][1]: r for r in shop.read("payback_months")}
    assert (found["2024-01"].value, found["2024-01"].n) == (3, 2)
    assert found["2024-02"].reason == "not yet: 25% is paid back after 3 months"
    assert "gross margin pays back" in found["2024-01"].definition


def test_cost_to_serve_delays_the_payback(tmp_path):
    costs = [pool("Visits", "2024-01-01", 5, 1, "a")]
    found = served(
        tmp_path, customers=PEOPLE, transactions=SALES, spend=SPEND, costs=costs, as_of="2024-04-30"
    )
    assert found.values("payback_months")["2024-01"] is None


def test_without_spend_nothing_is_said_of_winning(tmp_path):
    found = served(tmp_path, customers=PEOPLE, transactions=SALES)
    for name in ("customer_acquisition_cost", "ltv_to_cac", "payback_months"):
        assert "needs" in found.one(name).reason


def test_worth_stands_to_cost_or_says_why_not():
    assert worth_to_cost({"won": 2, "spent": 10, "worth": 60, "valued": 2}).value == 6
    assert worth_to_cost({"won": 0, "spent": 10}).reason == "nobody was won in the period"
    assert "cost nothing" in worth_to_cost({"won": 2, "spent": 0}).reason
    assert "no lifetime value" in worth_to_cost({"won": 2, "spent": 9, "valued": 0}).reason
    assert "cost nothing" in payback({"won": 2, "spent": 0}).reason
