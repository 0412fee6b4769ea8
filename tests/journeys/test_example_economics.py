"""The example company's costs: what was put in comes out to the cent, and the account closes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from custrata.build import build
from custrata.engine.duckdb import DuckDBEngine
from custrata.engine.export import write_tables
from custrata.settings import Settings
from custrata.snapshot import Snapshot
from custrata.sources.example import ExampleCompany, example_company, plan


@dataclass(frozen=True)
class Journey:
    """The company, and what the product made of its exports."""

    firm: ExampleCompany
    snapshot: Snapshot
    customers: dict[str, dict[str, Any]]

    def value(self, measure: str, *segment: tuple[str, str]) -> float | None:
        found = self.snapshot.reading(measure, segment, "all")
        assert found is not None, f"{measure} was not read"
        return found.value

    def lines(self, measure: str) -> dict[str, float | None]:
        return {
            r.segment[-1][1]: r.value
            for r in self.snapshot.readings
            if r.measure == measure and len(r.segment) == 1 and r.period.name == "all"
        }


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    firm = example_company()
    place = tmp_path_factory.mktemp("firm")
    write_tables(firm.tables, place / "data")
    engine = DuckDBEngine(place / "scratch")
    built = build(place / "data", Settings(), engine)
    customers = {row["customer_id"]: row for row in engine.rows(engine.table("customers"))}
    yield Journey(firm, built.snapshot, customers)
    engine.close()


def cents(value: float | int | Decimal) -> Any:
    return pytest.approx(float(value) / 100, abs=0.001)


def test_every_customers_cost_to_serve_is_the_truth(journey: Journey) -> None:
    true = {
        row["account_id"]: row["cost_to_serve"] for row in journey.firm.true_tables["accounts"].to_pylist()
    }
    found = {
        key: row["cost_to_serve"] for key, row in journey.customers.items() if row["status"] == "customer"
    }
    assert found == true


def test_every_driver_and_the_shared_platform_stand_in_the_account(journey: Journey) -> None:
    lines = journey.lines("profit_and_loss")
    accounts = journey.firm.true_tables["accounts"].to_pylist()
    for driver, column in (
        ("Support minutes", "support_minutes"),
        ("Hosted seats", "hosted_seat_months"),
        ("Onboarding sessions", "onboarding_sessions"),
    ):
        units = sum(row[column] for row in accounts)
        assert lines[driver] == cents(-units * plan.UNIT_COSTS_CENTS[driver])
    assert lines["unallocated"] == cents(-journey.firm.truth["shared_cost_cents"])
    assert journey.value("unallocated_cost") == cents(journey.firm.truth["shared_cost_cents"])
    assert journey.value("cost_to_serve") == cents(journey.firm.truth["figures"]["cost_to_serve_cents"])


def test_the_account_closes_on_the_books(journey: Journey) -> None:
    lines = {name: value or 0.0 for name, value in journey.lines("profit_and_loss").items()}
    tables = journey.firm.tables
    cost = {row["Product Code"]: row["Unit Cost"] for row in tables["products"].to_pylist()}
    sold = sum(
        row["Net Amount"] - row["Quantity"] * cost[row["Product Code"]]
        for row in tables["invoices"].to_pylist()
    )
    spent = sum(tables["marketing_spend"].column("Spend").to_pylist())
    serving = sum(tables["serving_costs"].column("Amount").to_pylist())
    assert lines["profit"] == pytest.approx(float(sold - spent - serving), abs=0.001)
    counted = sum(value for name, value in lines.items() if name not in ("profit", "memo: discounts given"))
    assert lines["profit"] == pytest.approx(counted, abs=1e-6)


def test_a_customer_costs_what_its_channel_spent_to_win_it(journey: Journey) -> None:
    floor = 500
    for row in journey.customers.values():
        if row["status"] == "customer":
            least = plan.CHANNEL_COST_CENTS.get(row["acquisition_channel"], 0) / 100
            assert float(row["acquisition_cost"]) >= least
            # A month's floor, and those of the months before it that won nobody.
            assert float(row["acquisition_cost"]) <= least + (6 * floor if least else 0)
    spent = sum(journey.firm.tables["marketing_spend"].column("Spend").to_pylist())
    assert journey.value("customer_acquisition_cost") == pytest.approx(float(spent) / 400)


def test_contribution_adds_up_over_customers(journey: Journey) -> None:
    own = sum(row["contribution"] for row in journey.customers.values() if row["contribution"] is not None)
    assert journey.value("contribution") == pytest.approx(float(own), abs=0.001)
