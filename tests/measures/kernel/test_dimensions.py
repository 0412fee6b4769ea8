from decimal import Decimal

import pytest
from tests.companies import Company, day, sale

from custrata.errors import MeasureError
from custrata.measures import Request
from custrata.measures.kernel import dimensions as d
from custrata.reckoning import Reckoning
from custrata.settings import Settings


@pytest.fixture(scope="module")
def shop():
    company = Company()
    company.has("customers", [{"customer_id": "a", "country": "SE", "age": "65+"}], age="string")
    company.has("products", [{"product_id": "p", "category": "tea"}, {"product_id": "q", "category": "ink"}])
    rows = [
        sale("a", "2024-01-05", 10, product_id="p", channel="web"),
        sale("b", "2024-01-06", 20, product_id="q", channel="shop"),
        sale(None, "2024-04-01", 5, product_id="p", channel="web"),
        sale("a", "2024-04-02", 2, product_id=None, channel=None),
    ]
    return company.has("transactions", rows)


@pytest.fixture(scope="module")
def base(shop):
    return shop.base()


@pytest.mark.parametrize(
    ("dimension", "expected"),
    [
        ("country", {"SE": 12, "not known": 25}),
        ("channel", {"web": 15, "shop": 20, "not known": 2}),
        ("category", {"tea": 15, "ink": 20, "not known": 2}),
        ("quarter", {"2024-Q1": 30, "2024-Q2": 7}),
        ("month", {"2024-01": 30, "2024-02": 0, "2024-03": 0, "2024-04": 7}),
        ("year", {"2024": 37}),
        ("cohort", {"2024-01": 32, "not known": 5}),
        ("age", {"65+": 12, "not known": 25}),
    ],
)
def test_revenue_is_broken_down_and_adds_up(shop, base, dimension, expected):
    assert shop.values(base, "revenue", dimension) == expected
    assert sum(expected.values()) == 37


def test_two_dimensions_give_each_combination_that_there_is(shop, base):
    found = shop.values(base, "revenue", "quarter", "channel")
    assert found == {"2024-Q1 shop": 20, "2024-Q1 web": 10, "2024-Q2 web": 5, "2024-Q2 not known": 2}


def test_an_unknown_dimension_names_those_that_are_near(shop, base):
    with pytest.raises(MeasureError, match="cannot be broken down by 'contry'") as caught:
        shop.read(base, Request("revenue", "all", ("contry",)))
    assert caught.value.remedy == "try country"
    assert "channel" in caught.value.facts["known"]


def test_a_figure_of_people_is_not_broken_down_by_a_column_of_sales(shop, base):
    with pytest.raises(MeasureError, match="'channel'"):
        shop.read(base, Request("customers", "all", ("channel",)))


def test_dimensions_that_are_known_are_those_with_data(shop, base):
    expected = {"category", "channel", "cohort", "country", "kind", "month", "quarter", "stated_age", "year"}
    assert set(d.known_dimensions(base)) == expected


def test_labels_stand_in_the_order_of_people():
    labels = ["not known", "silver", "10%", "platinum", "9%", "2024-Q1", "2023-Q4", "at risk", "onboarding"]
    ordered = [row["x"] for row in d.segments_in_order([{"x": label} for label in labels], ("x",))]
    assert ordered == [
        "platinum",
        "silver",
        "onboarding",
        "at risk",
        "9%",
        "10%",
        "2023-Q4",
        "2024-Q1",
        "not known",
    ]


@pytest.mark.parametrize(
    ("first", "last", "grain"),
    [
        ("2024-01-01", "2025-06-30", "month"),
        ("2022-01-01", "2025-06-30", "quarter"),
        ("2010-01-01", "2025-06-30", "year"),
    ],
)
def test_cohorts_are_longer_in_longer_histories(company, first, last, grain):
    base = company.has("transactions", [sale("a", first), sale("a", last)]).base()
    assert d.cohort_grain(base) == grain


@pytest.mark.parametrize("starts", range(1, 13))
def test_a_day_is_labelled_the_same_in_sql_and_in_python(company, starts):
    days = ["2023-12-31", "2024-01-01", "2024-02-29", "2024-10-01"]
    settings = Settings(fiscal_year_start=starts)
    base = company.has("transactions", [sale("a", x) for x in days]).base(settings=settings)
    reckoning = d.reckoning_of(base)
    assert reckoning == Reckoning(starts)
    for time in d.TIME:
        found = company.values(base, "orders", time)
        assert set(found) == set(d.time_labels(time, base.windows["all"], reckoning))
        assert {label for label, orders in found.items() if orders} == {
            reckoning.label(day(x), time) for x in days
        }


def test_quarters_and_years_begin_with_the_fiscal_year_and_months_stay_where_they_are(company):
    rows = [sale("a", "2025-03-31", 1), sale("a", "2025-04-01", 2), sale("a", "2025-12-31", 4)]
    base = company.has("transactions", rows).base(settings=Settings(fiscal_year_start=4))
    assert company.values(base, "revenue", "year") == {"FY2025": 1, "FY2026": 6}
    quarters = company.values(base, "revenue", "quarter")
    assert quarters == {"FY2025-Q4": 1, "FY2026-Q1": 2, "FY2026-Q2": 0, "FY2026-Q3": 4}
    assert {k for k, v in company.values(base, "revenue", "month").items() if v} == {
        "2025-03",
        "2025-04",
        "2025-12",
    }
    assert d.months_ahead(base, 12) == 9
    assert d.months_ahead(base, 3) == d.months_ahead(base, 1) == 0


def test_what_the_source_calls_like_a_made_group_or_a_time_does_not_take_its_place(company):
    stated = {"tier": "X", "month": "Jan", "cohort": Decimal("2020"), "size": Decimal("1.50")}
    kinds = {"tier": "string", "month": "string", "cohort": "decimal(18, 6)", "size": "decimal(18, 6)"}
    company.has("customers", [{"customer_id": "a", **stated}], **kinds)
    base = company.has("transactions", [sale("a", "2024-01-05", 10)]).base()
    for dimension, label in (
        ("stated_tier", "X"),
        ("month", "2024-01"),
        ("stated_month", "Jan"),
        ("cohort", "2024-01"),
        ("stated_cohort", "2020"),
        ("size", "1.5"),
    ):
        assert company.values(base, "revenue", dimension) == {label: 10}
