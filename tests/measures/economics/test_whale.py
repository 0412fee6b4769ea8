import pytest
from tests.served import sale, served, ticket

from custrata.settings import Range, ServingRates, Settings

RATES = Settings(serving=ServingRates(support_minute=Range(low=0.5, likely=1, high=1.25)))
SALES = [sale(c, "2024-01-02", 100, cost=cost) for c, cost in (("a", 40), ("b", 50), ("c", 90), ("d", 95))]
TICKETS = [ticket("b", "2024-01-05", 10), ticket("c", "2024-01-05", 20), ticket("d", "2024-01-05", 4)]


@pytest.fixture
def shop(tmp_path):
    return served(tmp_path, RATES, transactions=SALES, tickets=TICKETS)


def test_the_curve_adds_up_the_same_customers_at_all_rates(shop):
    # Contribution a 60, b 40, d 1, c -10 at likely rates; low rates 60 45 3 0; high rates 60 37.5 0 -15.
    found = {r.segment[0][1]: r for r in shop.read("contribution_curve")}
    assert len(found) == 101
    half = found["50%"]
    assert half.value == pytest.approx(100 / 91)
    assert half.low == pytest.approx(105 / 108)
    assert half.high == pytest.approx(97.5 / 82.5)
    assert (found["0%"].value, found["100%"].value, half.method) == (0, 1, "low to high rates")


def test_the_peak_is_what_everybody_with_a_gain_brings(shop):
    peak = shop.one("contribution_curve_peak")
    assert (peak.value, peak.low, peak.high) == pytest.approx((101 / 91, 1, 97.5 / 82.5))
    assert shop.one("contribution_curve_peak_at").value == 0.75


def test_loss_makers_are_counted_with_their_band(shop):
    losers, lost = shop.one("unprofitable_customers"), shop.one("unprofitable_contribution")
    assert (losers.value, losers.low, losers.high, losers.n) == (1, 0, 1, 4)
    assert (lost.value, lost.low, lost.high) == (-10, -15, 0)


def test_without_any_contribution_in_all_there_is_no_curve(tmp_path):
    found = served(tmp_path, RATES, transactions=[sale("a", "2024-01-02", 9, cost=9)], tickets=TICKETS[:1])
    assert "no whole to take shares of" in found.one("contribution_curve_peak").reason
    assert "no whole to take shares of" in found.one("contribution_curve_peak_at").reason


def test_where_high_rates_eat_the_whole_there_is_no_band(tmp_path):
    rates = Settings(serving=ServingRates(support_minute=Range(low=0, likely=1, high=100)))
    found = served(tmp_path, rates, transactions=SALES, tickets=TICKETS).one("contribution_curve_peak")
    assert (found.low, found.high, found.method) == (None, None, "no whole at high rates")


def test_without_cost_to_serve_the_curve_is_that_of_gross_margin(tmp_path):
    found = served(tmp_path, transactions=SALES).read("contribution_curve")
    assert [r.value for r in found if r.segment[0][1] == "50%"] == [pytest.approx(110 / 125)]
    assert all("No cost to serve is known" in r.definition for r in found)
