import pytest
from tests.companies import Company, at, day, sale


def deal(customer, created, closed=None, won=None, amount=None, **more):
    ended = {"closed_on": day(closed)} if closed else {}
    return {
        "customer_id": customer,
        "created_on": day(created),
        "won": won,
        "amount": amount,
        **ended,
        **more,
    }


@pytest.fixture(scope="module")
def team():
    rows = [
        deal("a", "2024-01-01", "2024-01-31", True, 100, stage="Won"),
        deal("b", "2024-01-01", "2024-02-20", True, 50, stage="Won"),
        deal("c", "2024-01-01", "2024-12-20", False, 70, stage="Lost"),
        deal("c", "2024-06-01", None, None, 30, stage="Offer"),
        deal("d", "2024-06-01", "2025-06-01", None, None, stage="Offer"),
    ]
    return Company().has("opportunities", rows)


@pytest.fixture(scope="module")
def base(team):
    return team.base()


def test_the_win_rate_is_of_decided_opportunities_with_its_interval(team, base):
    found = team.one(base, "win_rate")
    assert (round(found.value, 4), found.n, found.method) == (0.6667, 3, "Wilson, 95%")
    assert [team.one(base, "win_rate", p).value for p in ("previous", "current")] == [1, 0]


def test_won_revenue_pipeline_and_cycle(team, base):
    assert (team.one(base, "won_revenue").value, team.one(base, "won_revenue").n) == (150, 2)
    assert (team.one(base, "open_pipeline").value, team.one(base, "open_pipeline").n) == (30, 2)
    assert (team.one(base, "sales_cycle_days").value, team.one(base, "sales_cycle_days").n) == (40, 2)


def test_a_pipeline_without_amounts_is_not_known(company):
    rows = [deal("a", "2024-01-01"), deal("b", "2024-01-01", "2024-01-02", True, 5)]
    found = company.one(company.has("opportunities", rows).base(), "open_pipeline")
    assert (found.value, found.n, found.reason) == (None, 1, "no open opportunity has an amount")


def test_no_decision_in_the_period_is_said(company):
    base = company.has(
        "opportunities", [deal("a", "2024-01-01", "2024-01-02", True), deal("a", "2024-12-01")]
    ).base()
    assert company.one(base, "win_rate", "current").reason == "no opportunity was decided in the period"
    assert company.one(base, "sales_cycle_days", "current").value is None


def test_a_decision_without_a_day_counts_when_the_opportunity_was_opened(company):
    base = company.has("opportunities", [deal("a", "2024-01-01", None, True), deal("a", "2024-12-01")]).base()
    assert company.one(base, "win_rate", "previous").value == 1


def test_an_opportunity_without_a_customer_counts_for_the_team(company):
    rows = [deal(None, "2024-01-01", "2024-01-02", True), deal("a", "2024-01-01", "2024-01-02", False)]
    assert company.one(company.has("opportunities", rows).base(), "win_rate").value == 0.5


def test_reach_counts_customers_who_were_contacted_and_no_control_group(company):
    touches = [
        {"customer_id": "a", "campaign_id": "x", "occurred_at": at("2024-01-05"), "arm": "treated"},
        {"customer_id": "a", "campaign_id": "y", "occurred_at": at("2024-12-05")},
        {"customer_id": "b", "campaign_id": "x", "occurred_at": at("2024-01-05"), "arm": "control"},
        {"customer_id": "c", "campaign_id": "z", "arm": "email"},
        {"customer_id": "stranger", "campaign_id": "z", "occurred_at": at("2024-01-05")},
    ]
    company.has("transactions", [sale(c, "2024-01-01") for c in "abcd"])
    base = company.has("touches", touches).base()
    assert (company.one(base, "campaign_reach").value, company.one(base, "campaign_reach").n) == (0.5, 4)
    assert [company.one(base, "campaigns", p).value for p in ("all", "previous", "current")] == [3, 2, 1]
    assert company.one(base, "campaign_reach", "current").value == 0.25


@pytest.mark.real_data
def test_the_win_rate_of_the_pipeline_of_maven(real_data):
    company = Company()
    columns = {
        "opportunity_id": "opportunity_id",
        "customer_id": "account",
        "created_on": "coalesce(engage_date, date '2017-01-01')",
        "closed_on": "close_date",
        "amount": "close_value",
        "won": "case deal_stage when 'Won' then true when 'Lost' then false end",
    }
    company.scan("opportunities", f"read_csv('{real_data}/crm_maven/sales_pipeline.csv')", columns)
    base = company.base()
    assert round(company.one(base, "win_rate").value, 4) == 0.6315
    assert company.one(base, "won_revenue").value == 10005534
    assert company.one(base, "customers").value == 85
