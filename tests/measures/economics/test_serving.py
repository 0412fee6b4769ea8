import pytest
from tests.served import pool, sale, served, spell, ticket

from custrata.settings import Range, ServingRates, Settings

RATES = Settings(serving=ServingRates(support_minute=Range(low=0.5, likely=1, high=2)))
SALES = [sale("a", "2024-01-02", 100, cost=40), sale("b", "2024-02-02", 100, cost=70)]
TICKETS = [ticket("a", "2024-01-05", 10), ticket("b", "2024-02-05", 50)]


@pytest.fixture
def shop(tmp_path):
    return served(tmp_path, RATES, transactions=SALES, tickets=TICKETS, costs=[pool("Rent", "2024-02-01", 7)])


def test_cost_to_serve_and_contribution_have_the_interval_of_the_rates(shop):
    cost, earned = shop.one("cost_to_serve"), shop.one("contribution")
    assert (cost.value, cost.low, cost.high, cost.n, cost.unit) == (60, 30, 120, 2, "EUR")
    assert (earned.value, earned.low, earned.high, earned.n) == (30, -30, 60, 2)
    assert cost.method == earned.method == "low to high rates"
    ratio, rate = shop.one("cost_to_serve_ratio"), shop.one("contribution_rate")
    assert (ratio.value, ratio.low, ratio.high) == (0.3, 0.15, 0.6)
    assert (rate.value, rate.low, rate.high) == (0.15, -0.15, 0.3)
    assert shop.one("unallocated_cost").value == 7


def test_cost_is_told_by_driver_and_by_month(shop):
    assert shop.values("cost_to_serve", "driver") == {"Rent": 0, "support minutes": 60}
    assert shop.values("cost_to_serve", "month") == {"2024-01": 10, "2024-02": 50}


def test_where_no_cost_to_serve_is_known_contribution_is_margin_and_says_so(tmp_path):
    found = served(tmp_path, transactions=SALES).one("contribution")
    assert found.value == 90
    assert "No cost to serve is known" in found.definition


def test_contribution_is_refused_where_no_margin_is_known(tmp_path):
    found = served(
        tmp_path,
        RATES,
        subscriptions=[spell("a", "2024-01-01", mrr=100)],
        tickets=TICKETS,
        as_of="2024-12-31",
    )
    assert found.one("contribution").value is None
    ratio = found.one("cost_to_serve_ratio")
    assert ratio.value == pytest.approx(60 / (100 * 366 * 12 / 365.25))
    assert "by contract" in ratio.definition


def test_a_period_without_revenue_has_no_ratio(tmp_path):
    sales = [sale("a", "2024-01-02", 100, cost=1), sale("a", "2024-01-02", -100, cost=-1)]
    found = served(tmp_path, RATES, transactions=sales, tickets=TICKETS)
    assert found.one("cost_to_serve_ratio").reason == "no revenue in the period"
    assert found.one("contribution_rate").reason == "no revenue in the period"
