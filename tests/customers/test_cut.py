import datetime as dt

import pytest
from tests.companies import at, day, sale, spell

from custrata.customers import cut

AS_OF = dt.date(2024, 6, 30)


def known(company, name):
    return company.rows(cut(company.loaded, company.provided, AS_OF)[name])


def test_rows_of_later_days_are_gone_and_those_of_the_day_itself_stay(company):
    company.has("transactions", [sale("a", "2024-06-30T23:59:59"), sale("a", "2024-07-01")])
    assert [r["occurred_at"].date() for r in known(company, "transactions")] == [AS_OF]


def test_a_contract_that_ended_later_runs_again_and_its_reason_is_not_known(company):
    ends = ["2024-06-30", "2024-07-01"]
    company.has("subscriptions", [spell("a", "2024-01-01", end=e, end_reason="price", plan=e) for e in ends])
    found = {r["plan"]: (r["ended_on"], r["end_reason"]) for r in known(company, "subscriptions")}
    assert found == {"2024-06-30": (AS_OF, "price"), "2024-07-01": (None, None)}


def test_a_ticket_resolved_later_is_open_with_its_first_answer_kept(company):
    ticket = {"customer_id": "a", "opened_at": at("2024-06-01"), "effort": 3}
    answered = {"first_response_at": at("2024-06-02"), "resolved_at": at("2024-07-02")}
    company.has("tickets", [{**ticket, **answered}])
    (row,) = known(company, "tickets")
    assert (row["resolved_at"], row["effort"]) == (None, None)
    assert row["first_response_at"] == answered["first_response_at"]


def test_an_opportunity_decided_later_shows_nothing_of_its_outcome(company):
    deal = {"customer_id": "a", "created_on": day("2024-01-01"), "stage": "Won", "amount": 5}
    company.has("opportunities", [{**deal, "closed_on": day("2024-07-01"), "won": True}])
    (row,) = known(company, "opportunities")
    assert [row[c] for c in ("closed_on", "won", "stage", "amount")] == [None] * 4


def test_an_open_opportunity_keeps_its_stage_and_amount(company):
    deal = {"customer_id": "a", "created_on": day("2024-01-01"), "stage": "Offer", "amount": 5}
    company.has("opportunities", [{**deal, "closed_on": day("2024-09-01")}, {**deal, "won": True}])
    assert {(r["stage"], int(r["amount"]), r["won"]) for r in known(company, "opportunities")} == {
        ("Offer", 5, None),
        ("Offer", 5, True),
    }


def test_customers_who_came_later_are_gone_and_their_neighbours_stay(company):
    company.has("customers", [{"customer_id": c, "acquired_on": None} for c in ("old", "late", "listed")])
    company.has("people", [{"customer_id": c} for c in ("old", "late")])
    company.has(
        "transactions", [sale("old", "2024-01-01"), sale("old", "2024-08-01"), sale("late", "2024-08-01")]
    )
    assert {r["customer_id"] for r in known(company, "customers")} == {"old", "listed"}
    assert {r["customer_id"] for r in known(company, "people")} == {"old"}


def test_a_customer_acquired_later_is_gone(company):
    company.has("customers", [{"customer_id": "a", "acquired_on": day("2024-07-01")}])
    assert known(company, "customers") == []


def test_rows_without_a_day_and_tables_without_days_stay(company):
    company.has("touches", [{"customer_id": "a", "campaign_id": "c"}])
    company.has("products", [{"product_id": "p"}])
    assert (len(known(company, "touches")), len(known(company, "products"))) == (1, 1)


@pytest.mark.parametrize("name", ["transactions", "subscriptions", "tickets", "opportunities", "customers"])
def test_the_cut_keeps_all_columns_and_their_types(company, name):
    company.has(name, [{"customer_id": "a"}])
    before = company.loaded[name].schema()
    assert cut(company.loaded, company.provided, AS_OF)[name].schema() == before
