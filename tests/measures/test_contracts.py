import pytest
from tests.companies import Company, day, sale, spell, twelve

from custrata.settings import Settings


@pytest.fixture(scope="module")
def shop():
    spells = [
        spell("stays", "2023-01-01", 100),
        spell("grows", "2023-01-01", 50, "2024-03-01"),
        spell("grows", "2024-03-01", 80),
        spell("leaves", "2023-06-01", 40, "2024-06-01"),
        spell("left", "2023-01-01", 10, "2023-06-30"),
        spell("comes", "2024-12-30", 5),
    ]
    return Company().has("subscriptions", spells)


@pytest.fixture(scope="module")
def base(shop):
    return shop.base()


@pytest.mark.parametrize(
    ("measure", "period", "value", "n"),
    [
        ("mrr", "all", 185, 3),
        ("mrr", "current", 185, 3),
        ("mrr", "previous", 190, 3),
        ("average_mrr", "all", twelve(185 / 3), 3),
        ("contracts", "all", 3, 3),
        ("spell_end_rate", "all", 0.5, 6),
        ("spell_end_rate", "current", 0.4, 5),
        ("customer_churn_rate", "all", 0.4, 5),
        ("customer_churn_rate", "current", twelve(1 / 3), 3),
    ],
)
def test_contracts_are_counted_on_days_and_ends_in_periods(shop, base, measure, period, value, n):
    found = shop.one(base, measure, period)
    assert (found.value, found.n) == (value, n)


def test_a_change_of_price_is_no_churn(shop, base):
    found = shop.one(base, "customer_churn_rate")
    assert found.value * found.n == pytest.approx(2, abs=1e-9)
    assert found.low < found.value < found.high


def test_a_contract_runs_on_its_first_day_and_no_longer_on_the_day_it_ended(company):
    rows = [spell("a", "2024-01-31", 1), spell("b", "2024-01-01", 10, "2024-01-31")]
    assert company.one(company.has("subscriptions", rows).base(), "mrr").value == 1


def test_revenue_by_contract_is_the_monthly_revenue_for_the_days_it_ran(company):
    base = company.has("subscriptions", [spell("a", "2023-01-01", 100), spell("b", "2023-12-31", 0)]).base()
    assert company.one(base, "revenue").value == twelve(100 * 365 * 12 / 365.25)
    assert "Computed from contracts" in company.one(base, "revenue").definition


def test_revenue_by_contract_of_the_months_adds_up_to_the_whole(shop, base):
    whole = shop.one(base, "revenue").value
    for time in ("month", "quarter", "year"):
        assert sum(shop.values(base, "revenue", time).values()) == pytest.approx(whole, abs=1e-6)


def test_monthly_revenue_over_time_is_that_at_the_end_of_each_month(shop, base):
    found = shop.values(base, "mrr", "month")
    assert [found[m] for m in ("2023-01", "2023-06", "2024-02", "2024-03", "2024-06", "2024-12")] == [
        160,
        190,
        190,
        220,
        180,
        185,
    ]


def test_a_spell_that_ended_on_the_day_it_began_still_was_a_contract(company):
    rows = [
        spell("a", "2024-01-01", 5, "2024-01-01"),
        spell("b", "2024-01-01", 5),
        spell("c", "2024-02-01", 5),
    ]
    found = company.one(company.has("subscriptions", rows).base(), "customer_churn_rate")
    assert (found.value, found.n) == (twelve(1 / 3), 3)


def test_reported_revenue_stands_in_and_says_so(company):
    company.has(
        "customers", [{"customer_id": "a", "reported_revenue": 70, "region": "north"}, {"customer_id": "b"}]
    )
    base = company.has("subscriptions", [spell("a", "2023-01-01", 5), spell("b", "2024-12-31", 5)]).base()
    found = company.one(base, "revenue")
    assert (found.value, found.n) == (70, 1)
    assert "source reports" in found.definition
    assert company.values(base, "revenue", "region") == {"north": 70}
    assert company.one(base, "revenue", "current").value == twelve(5 * (365 + 1) * 12 / 365.25)


def test_transactions_come_before_contracts_for_revenue(company):
    company.has("subscriptions", [spell("a", "2024-01-01", 5)])
    base = company.has("transactions", [sale("a", "2024-01-05", 99)]).base()
    assert company.one(base, "revenue").value == 99


def test_churn_is_not_told_where_nobody_has_a_contract(company):
    base = company.has("transactions", [sale("a", "2024-01-05")]).base()
    assert company.one(base, "customer_churn_rate").reason.startswith("needs subscriptions.started_on")


def test_a_base_cut_earlier_knows_nothing_of_later_ends(shop):
    found = shop.one(shop.base(as_of="2024-05-31"), "customer_churn_rate")
    assert (found.value, found.n, found.period.end) == (0.25, 4, day("2024-05-31"))


def test_parts_of_time_follow_the_fiscal_year_and_add_up_to_the_same_whole(company):
    spells = [spell("a", "2024-01-15", 10, "2024-05-15"), spell("b", "2024-03-01", 20)]
    base = company.has("subscriptions", spells).base(
        as_of="2024-12-31", settings=Settings(fiscal_year_start=3)
    )
    whole = company.values(base, "revenue")[""]
    for time in ("month", "quarter", "year"):
        assert sum(company.values(base, "revenue", time).values()) == pytest.approx(whole)
    mrr = company.values(base, "mrr", "quarter")
    # At the end of February only one contract runs; at the end of May only the other.
    assert (mrr["FY2024-Q4"], mrr["FY2025-Q1"]) == (10, 20)
