import pytest
from tests.companies import sale, spell

from custrata.customers import detect, relationship_query
from custrata.vocabulary import Relationship


def relationship(company):
    return detect(company.rows(relationship_query(company.loaded))[0])


def test_contracts_alone_are_contractual(company):
    company.has(
        "subscriptions", [spell("a", "2024-01-01"), spell("a", "2024-02-01"), spell("b", "2024-01-01")]
    )
    kind, reason = relationship(company)
    assert kind is Relationship.CONTRACTUAL
    assert "2 customers have contracts" in reason


def test_purchases_at_will_are_non_contractual(company):
    days = ("2024-01-01", "2024-01-09", "2024-03-30", "2024-04-02")
    company.has(
        "transactions", [sale("a", d) for d in days] + [sale("b", "2024-01-01"), sale(None, "2024-01-01")]
    )
    kind, reason = relationship(company)
    assert kind is Relationship.NON_CONTRACTUAL
    assert reason.startswith("2 customers order when they like, 1 of them on more than one day")


def test_a_purchase_log_of_equal_monthly_amounts_is_a_contract_in_fact(company):
    company.has("transactions", [sale(c, f"2024-{m:02}-05", 20) for c in "ab" for m in range(1, 7)])
    kind, reason = relationship(company)
    assert kind is Relationship.CONTRACTUAL
    assert "2 of 2 customers with at least 4 purchases pay the same amount every month" in reason


def test_monthly_purchases_of_changing_amounts_are_not(company):
    company.has("transactions", [sale(c, f"2024-{m:02}-05", 20 + m * 5) for c in "ab" for m in range(1, 7)])
    assert relationship(company)[0] is Relationship.NON_CONTRACTUAL


@pytest.mark.parametrize(
    ("buyers", "expected"), [("ab", Relationship.CONTRACTUAL), ("abcd", Relationship.MIXED)]
)
def test_contracts_beside_purchases_are_mixed_unless_the_same_customers_have_both(company, buyers, expected):
    company.has("subscriptions", [spell(c, "2024-01-01") for c in "ab"])
    company.has("transactions", [sale(c, "2024-01-01") for c in buyers])
    kind, reason = relationship(company)
    assert kind is expected
    assert f"2 of {len(buyers)} buyers also have contracts (2 customers have one)" in reason


def test_neither_contracts_nor_purchases_leave_it_unknown(company):
    company.has("customers", [{"customer_id": "a"}])
    assert relationship(company)[0] is Relationship.UNKNOWN


def test_purchases_on_notional_days_are_not_said_to_come_once(company):
    company.has("transactions", [sale(c, "2000-01-01") for c in "abc"])
    kind, reason = detect(company.rows(relationship_query(company.loaded))[0], dated=False)
    assert kind is Relationship.NON_CONTRACTUAL
    assert reason == "3 customers have orders, whose days are not known, and no table holds contracts"
