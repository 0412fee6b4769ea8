from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal

from custrata.sources.example import ExampleCompany, plan


def months_between(begins: dt.date, ends: dt.date) -> int:
    """Monthly invoices from one day up to but without another; contracts begin on day 28 at the latest."""
    return (ends.year - begins.year) * 12 + ends.month - begins.month + (ends.day > begins.day)


def test_invoices_reconcile_with_subscriptions_for_every_account(firm: ExampleCompany) -> None:
    after = dt.date.fromisoformat(firm.truth["as_of"]) + dt.timedelta(days=1)
    owed: dict[str, Decimal] = defaultdict(Decimal)
    for row in firm.tables["subscriptions"].to_pylist():
        months = months_between(row["start_date"], row["end_date"] or after)
        owed[row["account_id"]] += months * row["mrr"]
    billed: dict[str, Decimal] = defaultdict(Decimal)
    for row in firm.tables["invoices"].to_pylist():
        if row["Document Type"] == "Invoice" and row["Product Code"] != "SVC-SETUP":
            billed[row["Account ID"]] += row["Net Amount"]
    assert billed == owed


def test_a_discount_is_what_the_list_price_has_more(firm: ExampleCompany) -> None:
    prices = {f"PLAN-{name.upper()}": price for name, price in plan.PLAN_PRICES.items()}
    prices |= {"ADD-API": plan.ADD_ON_PRICE, "SVC-SETUP": plan.SETUP_FEE}
    for row in firm.tables["invoices"].to_pylist():
        if row["Document Type"] == "Invoice":
            listed = row["Quantity"] * prices[row["Product Code"]]
            assert row["Net Amount"] + row["Discount Amount"] == listed


def test_credit_notes_give_back_money_and_units_later(firm: ExampleCompany) -> None:
    notes = [row for row in firm.tables["invoices"].to_pylist() if row["Document Type"] == "Credit Note"]
    assert notes
    assert all(row["Net Amount"] < 0 and row["Quantity"] < 0 for row in notes)
    assert all(row["Invoice Number"].startswith("CN-") for row in notes)


def test_numbers_of_invoices_rise_with_their_days_and_belong_to_one_account(firm: ExampleCompany) -> None:
    rows = firm.tables["invoices"].to_pylist()
    numbers = [int(row["Invoice Number"].split("-")[1]) for row in rows]
    assert numbers == sorted(numbers)
    assert [row["Invoice Date"] for row in rows] == sorted(row["Invoice Date"] for row in rows)
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        owners[row["Invoice Number"]].add(row["Account ID"])
    assert all(len(accounts) == 1 for accounts in owners.values())


def test_every_product_sold_is_listed_once_with_its_cost(firm: ExampleCompany) -> None:
    listed = firm.tables["products"]["Product Code"].to_pylist()
    assert set(firm.tables["invoices"]["Product Code"].to_pylist()) == set(listed)
    assert len(set(listed)) == len(listed)
    assert all(cost > 0 for cost in firm.tables["products"]["Unit Cost"].to_pylist())
