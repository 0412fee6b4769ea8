import pytest
from tests.companies import Company, day, sale, spell, twelve

from custrata.settings import Settings


@pytest.fixture(scope="module")
def shop():
    listed = [("a", "ads"), ("b", "ads"), ("c", "fair"), ("idle", None)]
    company = Company().has("customers", [{"customer_id": c, "acquisition_channel": ch} for c, ch in listed])
    rows = [
        sale("a", "2023-01-01"),
        sale("a", "2024-06-01"),
        sale("b", "2024-03-01"),
        sale("c", "2023-06-01"),
        sale("c", "2024-12-30", -5),
    ]
    prospect = {"customer_id": "p", "created_on": day("2023-05-01")}
    return company.has("transactions", rows).has("opportunities", [prospect])


@pytest.fixture(scope="module")
def base(shop):
    return shop.base()


@pytest.mark.parametrize(
    ("measure", "whole", "previous", "current"),
    [("customers", 4, 3, 4), ("new_customers", 4, 2, 1), ("active_customers", 3, 2, 2)],
)
def test_customers_are_counted_by_the_end_of_a_period_and_new_ones_within_it(
    shop, base, measure, whole, previous, current
):
    periods = ("all", "previous", "current")
    assert [shop.one(base, measure, p).value for p in periods] == [whole, previous, current]


def test_a_prospect_is_no_customer(shop, base):
    assert shop.one(base, "customers").n == 4


def test_new_customers_by_month_add_up_to_all_with_a_known_day(shop, base):
    found = {k: v for k, v in shop.values(base, "new_customers", "month").items() if v}
    assert found == {"2023-01": 1, "2023-06": 1, "2024-03": 1, "not known": 1}


def test_the_acquisition_mix_adds_up_to_1_over_the_known_channels(shop, base):
    found = shop.values(base, "acquisition_mix")
    assert found == {"ads": twelve(2 / 3), "fair": twelve(1 / 3)}
    assert shop.values(base, "acquisition_mix", period="current") == {"ads": 1}


def test_a_contract_running_in_the_period_makes_an_active_customer(company):
    spells = [spell("a", "2023-01-01", end="2023-12-31"), spell("b", "2023-06-01"), spell("b", "2024-12-31")]
    base = company.has("subscriptions", spells).base()
    assert company.one(base, "active_customers", "current").value == 1
    assert company.one(base, "active_customers", "previous").value == 2
    months = company.values(base, "active_customers", "month")
    assert (months["2023-01"], months["2023-06"], months["2024-01"]) == (1, 2, 1)


def test_buyers_and_holders_of_contracts_are_counted_once(company):
    company.has("subscriptions", [spell("a", "2024-01-01")])
    base = company.has("transactions", [sale("a", "2024-01-05"), sale("b", "2024-01-05")]).base()
    assert company.one(base, "active_customers").value == 2


def test_who_is_active_in_a_fiscal_quarter_is_counted_once(company):
    days = ("2024-02-10", "2024-03-10", "2024-04-10", "2024-05-10")
    base = company.has("transactions", [sale("a", on) for on in days]).base(
        settings=Settings(fiscal_year_start=2)
    )
    assert company.values(base, "active_customers", "quarter") == {"FY2025-Q1": 1, "FY2025-Q2": 1}
    assert company.values(base, "active_customers", "year") == {"FY2025": 1}
