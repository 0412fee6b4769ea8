from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from custrata.sources.example import ExampleCompany, plan
from custrata.sources.example.exports.costs import SHARED


def test_costs_add_up_to_those_of_customers_and_the_shared_platform(firm: ExampleCompany) -> None:
    total = 100 * sum(firm.tables["serving_costs"]["Amount"].to_pylist())
    assert total == firm.truth["figures"]["cost_to_serve_cents"] + firm.truth["shared_cost_cents"]


def test_the_unit_costs_come_out_of_the_pools(firm: ExampleCompany) -> None:
    for row in firm.tables["serving_costs"].to_pylist():
        if row["Cost Driver"] == SHARED:
            assert row["Quantity"] is None
        else:
            assert 100 * row["Amount"] == row["Quantity"] * plan.UNIT_COSTS_CENTS[row["Cost Driver"]]


def test_pooled_minutes_are_the_minutes_of_the_tickets_of_the_month(firm: ExampleCompany) -> None:
    worked: dict[tuple[int, int], int] = defaultdict(int)
    for row in firm.tables["tickets"].to_pylist():
        worked[row["Created At"].year, row["Created At"].month] += row["Handling Minutes"]
    for row in firm.tables["serving_costs"].to_pylist():
        if row["Cost Driver"] == "Support minutes":
            assert row["Quantity"] == worked[row["Month"].year, row["Month"].month]


def test_what_one_customer_caused_alone_carries_its_id(firm: ExampleCompany) -> None:
    rows = firm.tables["serving_costs"].to_pylist()
    assert all(
        (row["Account ID"] is not None) == (row["Cost Driver"] == "Onboarding sessions") for row in rows
    )
    truth = {
        row["account_id"]: row["onboarding_sessions"] for row in firm.true_tables["accounts"].to_pylist()
    }
    assert {row["Account ID"]: row["Quantity"] for row in rows if row["Account ID"]} == truth


def test_targets_and_rates_cover_every_quarter_and_month(firm: ExampleCompany) -> None:
    assert firm.tables["targets"].num_rows == 3 * 12
    rates = firm.tables["fx_rates"].to_pylist()
    assert len({(row["Currency"], row["Date"]) for row in rates}) == len(rates) == 3 * 36
    assert all(Decimal(str(row["Rate"])) > 0 for row in rates)
