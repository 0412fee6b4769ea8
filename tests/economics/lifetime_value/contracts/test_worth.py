import datetime as dt

import pytest
from tests.companies import Company, sale, spell

from custrata.economics.lifetime_value.contracts.summaries import contracts_query
from custrata.economics.lifetime_value.contracts.worth import are_invoices, billed_query, contract_worth
from custrata.settings import ValueRules

BILLED = {"contracted": 1000.0, "ordered": 950.0, "costed": 900.0, "margin": 450.0, "serving": None}


@pytest.mark.parametrize(
    ("ordered", "invoices", "words"),
    [(950.0, True, "taken for the invoices"), (200.0, False, "something else"), (None, False, "")],
)
def test_orders_that_come_to_what_contracts_say_are_their_invoices(ordered, invoices, words):
    found, said = are_invoices(BILLED | {"ordered": ordered})
    assert found is invoices
    assert words in said


def test_contracts_without_revenue_have_no_invoices():
    assert are_invoices(BILLED | {"contracted": 0.0})[0] is False


def test_the_margin_of_invoices_is_that_of_the_contract():
    worth = contract_worth(BILLED, 100, True, ValueRules())
    assert (worth.basis, worth.rate) == ("margin", 0.5)
    assert contract_worth(BILLED, 100, False, ValueRules()).basis == "revenue"
    assert contract_worth(BILLED, 100, False, ValueRules(margin_rate=0.8)).rate == 0.8


def test_cost_to_serve_is_told_a_month():
    worth = contract_worth(BILLED | {"serving": 300.0}, 100, True, ValueRules())
    assert worth.of_month(10.0) == pytest.approx(5 - 3)
    assert "3.00 for each month" in worth.sentences[-1]
    plain = contract_worth(BILLED | {"serving": 300.0}, 100, True, ValueRules(basis="revenue"))
    assert plain.cost_to_serve is None


def test_only_what_holders_ordered_while_they_held_a_contract_is_compared():
    company = Company().has(
        "subscriptions", [spell("a", "2023-01-01", 10, "2024-01-01"), spell("b", "2023-12-31", 5)]
    )
    rows = [sale("a", "2023-02-01", 60, cost=20), sale("a", "2024-02-01", 99), sale("c", "2023-02-01", 50)]
    base = company.has("transactions", rows).base("2024-03-01")
    contracts = contracts_query(base.tables["subscriptions"], dt.date(2024, 3, 1), ())
    (row,) = company.rows(billed_query(base, contracts))
    assert row["contracted"] == pytest.approx(10 * 365 / 30.4375 + 5 * 61 / 30.4375)
    assert (row["ordered"], row["costed"], row["margin"], row["serving"]) == (60, 60, 40, None)
