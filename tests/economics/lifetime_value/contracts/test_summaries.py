import datetime as dt

import pytest
from tests.companies import Company, spell

from custrata.economics.lifetime_value.contracts.summaries import (
    EVERY,
    OTHER,
    contract_counts_query,
    contract_facts_query,
    contracts_query,
    known_months,
    plans_query,
)

DAY = dt.date(2024, 6, 15)


def _company():
    rows = [
        spell("a", "2024-01-15", 10, "2024-03-15", plan="small"),
        spell("a", "2024-03-15", 30, plan="big"),
        spell("b", "2024-01-15", 20, "2024-05-20", plan="small"),
        spell("c", "2024-05-15", 5, plan=None),
        spell("d", "2024-06-15", 7, plan="big"),
        spell("e", "2024-02-01", 9, "2024-02-01", plan="big"),
    ]
    return Company().has("subscriptions", rows)


def _contracts(company, plans=("big", "small")):
    return contracts_query(company.base("2024-06-15").tables["subscriptions"], DAY, plans)


def test_a_customers_spells_are_one_contract_until_none_of_them_runs():
    company = _company()
    rows = {row["customer_id"]: row for row in company.rows(_contracts(company))}
    assert rows["a"]["plan"] == "big"
    assert (rows["a"]["months"], rows["a"]["ended"], rows["a"]["mrr"]) == (5, False, 30)
    assert (rows["b"]["months"], rows["b"]["ended"], rows["b"]["mrr"]) == (5, True, 0)


def test_months_are_those_of_the_calendar():
    company = _company()
    rows = {row["customer_id"]: row["months"] for row in company.rows(_contracts(company))}
    # c has survived one month, d none; e ended in its first, b (four months and five days) in its fifth.
    assert (rows["c"], rows["d"], rows["e"], rows["b"]) == (1, 0, 1, 5)


def test_plans_that_are_not_told_apart_are_one_group():
    company = _company()
    rows = {row["customer_id"]: row["plan"] for row in company.rows(_contracts(company, ("big",)))}
    assert (rows["b"], rows["c"], rows["d"]) == (OTHER, OTHER, "big")
    assert {row["plan"] for row in company.rows(_contracts(company, ()))} == {EVERY}


def test_contracts_are_counted_by_plan_age_and_end():
    company = _company()
    rows = company.rows(contract_counts_query(_contracts(company)))
    assert sum(row["people"] for row in rows) == 5
    assert sum(row["people"] for row in rows if row["ended"]) == 2
    (facts,) = company.rows(contract_facts_query(_contracts(company)))
    assert (facts["first_start"], facts["first_end"]) == (dt.date(2024, 1, 15), dt.date(2024, 2, 1))
    assert (facts["ended"], facts["months"]) == (2, 12)


def test_the_plans_most_customers_hold_come_first():
    company = _company()
    rows = company.rows(plans_query(company.base("2024-06-15").tables["subscriptions"]))
    assert [(row["plan"], row["people"]) for row in rows] == [("big", 3), ("small", 2)]


@pytest.mark.parametrize(
    ("first_end", "ended", "months"),
    [("2024-06-15", 9, 1), ("2024-04-30", 9, 2), ("2023-01-01", 9, None), (None, 0, None)],
)
def test_ends_that_all_fall_late_say_how_long_contracts_were_watched(first_end, ended, months):
    end = dt.date.fromisoformat(first_end) if first_end else None
    facts = {"first_start": dt.date(2020, 1, 1), "first_end": end, "ended": ended}
    assert known_months(facts, DAY) == months
