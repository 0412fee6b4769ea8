import datetime as dt

import pytest
from tests.companies import day, sale, spell

from custrata.customers import last_day_query, read_history, windows


def history(company):
    return read_history(company.rows(last_day_query(company.loaded, company.provided))[0])


def test_the_history_runs_from_the_first_to_the_last_thing_in_any_table(company):
    company.has("transactions", [sale("a", "2024-03-01T23:59:59"), sale("b", "2024-01-05")])
    company.has("subscriptions", [spell("a", "2023-12-01", end="2024-06-30")])
    found = history(company)
    assert (found.first, found.last, found.caveats) == (day("2023-12-01"), day("2024-06-30"), ())


def test_the_day_an_open_opportunity_is_expected_to_close_is_not_in_the_history(company):
    deal = {"customer_id": "a", "created_on": day("2024-01-01")}
    company.has(
        "opportunities",
        [{**deal, "closed_on": day("2026-01-01")}, {**deal, "closed_on": day("2024-02-01"), "won": False}],
    )
    assert history(company).last == day("2024-02-01")


def test_a_few_dates_a_year_after_all_others_do_not_move_the_last_day(company):
    rows = [sale("a", f"2024-01-{n % 28 + 1:02}") for n in range(2000)]
    company.has("transactions", [*rows, sale("a", "2099-01-01")])
    found = history(company)
    assert found.last == day("2024-01-28")
    assert [c.code for c in found.caveats] == ["lonely-late-dates"]
    assert found.caveats[0].how_many == 1
    assert "2099-01-01" in found.caveats[0].text


def test_a_last_order_in_a_small_table_is_no_typing_error_but_asked_about(company):
    company.has("transactions", [sale("a", "2020-01-01"), sale("a", "2024-01-01")])
    found = history(company)
    assert found.last == day("2024-01-01")
    assert [c.code for c in found.caveats] == ["lonely-last-day"]
    assert "--as-of 2020-01-01" in found.caveats[0].text


@pytest.mark.parametrize("never", ["2099-12-31", "9999-12-31"])
def test_an_end_that_stands_for_no_end_is_no_day_of_the_history(company, never):
    open_ends = [spell("a", "2023-01-01", end=never), spell("b", "2023-02-01", end=never)]
    found = history(company.has("subscriptions", [*open_ends, spell("c", "2023-01-01", end="2023-11-30")]))
    assert found.last == day("2023-11-30")
    assert found.caveats == ()


def test_the_answer_to_a_ticket_belongs_to_the_history(company):
    at = {
        n: dt.datetime.combine(day(d), dt.time())
        for n, d in (("opened_at", "2024-01-01"), ("resolved_at", "2024-02-01"))
    }
    company.has("tickets", [{"ticket_id": "t", "customer_id": "a", **at}])
    assert history(company).last == day("2024-02-01")


def test_data_without_dates_have_no_history(company):
    company.has("customers", [{"customer_id": "a"}])
    assert (history(company).first, history(company).last) == (None, None)


def test_columns_that_hold_no_data_are_not_asked(company):
    company.has("transactions", [sale("a", "2024-01-01")]).has("customers", [{"customer_id": "a"}])
    assert history(company).first == day("2024-01-01")


@pytest.mark.parametrize(
    ("days", "length"), [(730, 365), (1000, 365), (729, 364), (57, 28), (56, 28), (55, None), (1, None)]
)
def test_windows_are_a_year_or_half_of_a_short_history_or_none(days, length):
    last = day("2024-12-31")
    found = windows(last - dt.timedelta(days=days - 1), last)
    assert found["all"].days == days
    if length is None:
        assert set(found) == {"all"}
    else:
        assert (found["current"].days, found["previous"].days) == (length, length)
        assert found["current"].end == last
        assert found["previous"].end + dt.timedelta(days=1) == found["current"].start
        assert found["previous"].start >= found["all"].start


def test_a_history_that_begins_after_the_cut_is_that_one_day():
    assert windows(day("2024-02-01"), day("2024-01-01"))["all"].days == 1


def test_a_campaign_planned_before_the_first_sale_begins_no_history(company):
    touch = {
        "customer_id": "a",
        "campaign_id": "c1",
        "occurred_at": dt.datetime.combine(day("2023-11-01"), dt.time()),
    }
    company.has("touches", [touch]).has("transactions", [sale("a", "2024-01-01"), sale("a", "2024-03-01")])
    assert history(company).first == day("2024-01-01")


def test_without_sales_and_contracts_anything_that_happened_begins_the_history(company):
    touch = {
        "customer_id": "a",
        "campaign_id": "c1",
        "occurred_at": dt.datetime.combine(day("2023-11-01"), dt.time()),
    }
    company.has("touches", [touch])
    assert history(company).first == day("2023-11-01")
