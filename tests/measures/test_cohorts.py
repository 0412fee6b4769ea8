import pytest
from tests.companies import Company, sale, spell

from custrata.measures import Request
from custrata.settings import Settings


@pytest.fixture(scope="module")
def shop():
    rows = [
        sale("a", "2024-01-05", 10),
        sale("a", "2024-02-05", 20),
        sale("a", "2024-02-06", -5),
        sale("b", "2024-01-31", 30),
        sale("c", "2024-02-01", 40),
        sale("c", "2024-04-10", 50),
        sale(None, "2024-01-01", 999),
    ]
    return Company().has("transactions", rows)


@pytest.fixture(scope="module")
def base(shop):
    return shop.base()


def test_each_cohort_is_followed_by_age_and_months_that_are_not_over_are_left_out(shop, base):
    found = shop.values(base, "cohort_retention")
    assert found == {"2024-01 0": 1, "2024-01 1": 0.5, "2024-01 2": 0, "2024-02 0": 1, "2024-02 1": 0}


def test_n_is_the_size_of_the_cohort_and_the_rate_has_an_interval(shop, base):
    found = {r.segment: r for r in shop.read(base, Request("cohort_retention"))}
    reading = found[(("cohort", "2024-01"), ("age", "1"))]
    assert (reading.n, reading.method) == (2, "Wilson, 95%")
    assert reading.low < 0.5 < reading.high


def test_revenue_of_a_cohort_is_net_of_refunds(shop, base):
    assert shop.values(base, "cohort_revenue") == {
        "2024-01 0": 40,
        "2024-01 1": 15,
        "2024-01 2": 0,
        "2024-02 0": 40,
        "2024-02 1": 0,
    }


def test_a_month_that_ends_on_the_day_of_the_cut_is_over(shop):
    found = shop.values(shop.base(as_of="2024-02-29"), "cohort_retention")
    assert found == {"2024-01 0": 1, "2024-01 1": 0.5, "2024-02 0": 1}


def test_long_histories_have_quarters(company):
    rows = [sale("a", "2022-02-01"), sale("a", "2022-06-01"), sale("b", "2023-12-31")]
    found = company.values(company.has("transactions", rows).base(), "cohort_retention")
    assert [found[f"2022-Q1 {age}"] for age in range(3)] == [1, 1, 0]
    assert found["2023-Q4 0"] == 1
    assert "2023-Q4 1" not in found


def test_cohorts_of_contracts_are_there_while_one_runs_at_the_end_of_the_month(company):
    spells = [
        spell("a", "2024-01-10", 5),
        spell("b", "2024-01-20", 5, "2024-02-10"),
        spell("c", "2024-04-01", 5),
    ]
    found = company.values(company.has("subscriptions", spells).base(), "cohort_retention")
    assert found == {"2024-01 0": 1, "2024-01 1": 0.5, "2024-01 2": 0.5}


def test_cohorts_are_kept_apart_by_attribute(company):
    company.has(
        "customers", [{"customer_id": "a", "region": "north"}, {"customer_id": "b", "region": "south"}]
    )
    rows = [
        sale("a", "2024-01-01"),
        sale("b", "2024-01-02"),
        sale("b", "2024-02-02"),
        sale("b", "2024-02-29"),
    ]
    found = company.values(company.has("transactions", rows).base(), "cohort_retention", "region")
    assert found == {"north 2024-01 0": 1, "north 2024-01 1": 0, "south 2024-01 0": 1, "south 2024-01 1": 1}


def test_cohorts_by_quarter_begin_where_the_fiscal_quarter_begins(company):
    days = (("a", "2022-02-01"), ("a", "2022-06-01"), ("b", "2022-04-30"), ("b", "2023-12-31"))
    rows = [sale(*pair) for pair in days]
    base = company.has("transactions", rows).base(settings=Settings(fiscal_year_start=2))
    found = company.values(base, "cohort_retention")
    # February to April are one quarter of a year that begins in February; in the calendar’s they are two.
    assert [found[f"FY2023-Q1 {age}"] for age in range(3)] == [1, 0.5, 0]
    assert {key.split()[0] for key in found} == {"FY2023-Q1"}


def test_the_last_quarter_counts_only_where_it_is_over(company):
    rows = [sale("a", "2022-02-01"), sale("a", "2023-12-31"), sale("b", "2023-11-02")]
    company.has("transactions", rows)
    settings = Settings(fiscal_year_start=2)
    assert "FY2024-Q4 0" not in company.values(company.base(settings=settings), "cohort_retention")
    rows.append(sale("a", "2024-01-31"))
    later = company.has("transactions", rows).base(settings=settings)
    assert company.values(later, "cohort_retention")["FY2024-Q4 0"] == 1
