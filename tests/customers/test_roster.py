from tests.companies import at, day, sale, spell

from custrata.customers import customers_query
from custrata.sources.contract import CUSTOMERS


def roster(company):
    return {r["customer_id"]: r for r in company.rows(customers_query(company.loaded))}


def statuses(company):
    return {name: row["status"] for name, row in roster(company).items()}


def deal(customer, won=None):
    return {"customer_id": customer, "created_on": day("2024-01-01"), "won": won}


def test_everyone_whom_any_table_knows_is_there_once(company):
    company.has("customers", [{"customer_id": "listed"}, {"customer_id": "b"}])
    company.has("transactions", [sale("b", "2024-01-01"), sale("b", "2024-01-02"), sale(None, "2024-01-03")])
    company.has("subscriptions", [spell("s", "2024-01-01")])
    company.has("usage", [{"customer_id": "u", "occurred_at": at("2024-01-01"), "event": "login"}])
    company.has("feedback", [{"customer_id": None, "answered_at": at("2024-01-01")}])
    assert statuses(company) == dict.fromkeys(("listed", "b", "s", "u"), "customer")


def test_who_only_shows_opportunities_that_are_not_won_is_a_prospect(company):
    company.has("customers", [{"customer_id": "listed"}, {"customer_id": "courted"}])
    company.has(
        "opportunities", [deal("won", True), deal("won", False), deal("lost", False), deal("courted")]
    )
    expected = {"won": "customer", "lost": "prospect", "courted": "prospect", "listed": "customer"}
    assert statuses(company) == expected


def test_who_was_only_contacted_is_a_prospect_unless_the_source_lists_them(company):
    company.has("customers", [{"customer_id": "listed"}])
    company.has("touches", [{"customer_id": c, "campaign_id": "x"} for c in ("listed", "stranger")])
    assert statuses(company) == {"listed": "customer", "stranger": "prospect"}


def test_a_purchase_makes_a_customer_whatever_the_source_says(company):
    rows = [{"customer_id": c, "status": "prospect"} for c in ("buyer", "other")]
    company.has("customers", rows).has("transactions", [sale("buyer", "2024-01-01")])
    assert statuses(company) == {"buyer": "customer", "other": "prospect"}


def test_first_seen_is_the_earliest_trace_and_first_contract_the_earliest_spell(company):
    company.has("customers", [{"customer_id": "a", "acquired_on": day("2024-02-01")}, {"customer_id": "b"}])
    company.has("transactions", [sale("a", "2024-01-15"), sale("a", "2024-03-01")])
    company.has("subscriptions", [spell("a", "2024-05-01"), spell("a", "2024-04-01")])
    found = roster(company)
    assert (found["a"]["first_seen_on"], found["a"]["first_contract_on"]) == (
        day("2024-01-15"),
        day("2024-04-01"),
    )
    assert (found["b"]["first_seen_on"], found["b"]["first_contract_on"]) == (None, None)


def test_the_base_has_all_columns_of_the_contract_also_without_a_list_of_customers(company):
    company.has("transactions", [sale("a", "2024-01-01")])
    (row,) = roster(company).values()
    assert {c.name for c in CUSTOMERS.columns} <= set(row)


def test_an_attribute_with_the_name_of_a_computed_column_is_kept_as_stated(company):
    company.has(
        "customers", [{"customer_id": "a", "age": "65+", "income": "low"}], age="string", income="string"
    )
    (row,) = roster(company).values()
    assert (row["stated_age"], row["income"]) == ("65+", "low")
    assert "age" not in row
