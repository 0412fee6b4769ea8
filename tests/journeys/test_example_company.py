"""The example company, exported as files and built without a word of help: its truth comes out again."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from custrata.build import build
from custrata.economics.portfolio import tier_limits
from custrata.engine.duckdb import DuckDBEngine
from custrata.engine.export import write_tables
from custrata.settings import Settings, TierShares
from custrata.snapshot import Snapshot
from custrata.sources.example import ExampleCompany, example_company
from custrata.vocabulary import Reading, Relationship, Stage


@dataclass(frozen=True)
class Journey:
    """The company, and what the product made of its exports."""

    firm: ExampleCompany
    snapshot: Snapshot
    customers: list[dict[str, Any]]

    @property
    def figures(self) -> dict[str, Any]:
        return dict(self.firm.truth["figures"])

    def reading(self, measure: str, period: str = "all") -> Reading:
        found = self.snapshot.reading(measure, (), period)
        assert found is not None, f"{measure} was not read for {period}"
        return found

    def rows(self, table: str) -> list[dict[str, Any]]:
        return list(self.firm.tables[table].to_pylist())


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    firm = example_company()
    place = tmp_path_factory.mktemp("firm")
    write_tables(firm.tables, place / "data")
    engine = DuckDBEngine(place / "scratch")
    built = build(place / "data", Settings(), engine)
    yield Journey(firm, built.snapshot, engine.rows(engine.table("customers")))
    engine.close()


def test_every_table_is_recognised_and_every_row_loaded(journey: Journey) -> None:
    wanted = {
        "customers": 533,
        "people": journey.firm.tables["contacts"].num_rows,
        "transactions": journey.firm.tables["invoices"].num_rows,
        "products": 5,
        "subscriptions": journey.firm.tables["subscriptions"].num_rows,
        "usage": journey.firm.tables["product_events"].num_rows,
        "tickets": journey.firm.tables["tickets"].num_rows,
        "feedback": journey.firm.tables["survey_nps"].num_rows + journey.firm.tables["survey_needs"].num_rows,
        "campaigns": 2,
        "touches": journey.firm.tables["campaign_members"].num_rows,
        "opportunities": journey.firm.tables["opportunities"].num_rows,
        "referrals": journey.firm.tables["referrals"].num_rows,
        "costs": journey.firm.tables["serving_costs"].num_rows,
        "spend": journey.firm.tables["marketing_spend"].num_rows,
        "targets": journey.firm.tables["targets"].num_rows,
        "exchange_rates": journey.firm.tables["fx_rates"].num_rows,
    }
    assert {name: journey.snapshot.manifest.tables.get(name) for name in wanted} == wanted


def test_the_base_is_cut_on_the_last_day_and_held_by_contract(journey: Journey) -> None:
    manifest = journey.snapshot.manifest
    assert manifest.as_of == dt.date.fromisoformat(journey.firm.truth["as_of"])
    assert manifest.relationship is Relationship.CONTRACTUAL
    assert manifest.currency == journey.firm.truth["currency"]


def test_customers_and_prospects_are_counted(journey: Journey) -> None:
    assert journey.reading("customers").value == journey.figures["customers"]
    status = Counter(row["status"] for row in journey.customers)
    assert status == {"customer": journey.figures["customers"], "prospect": journey.figures["prospects"]}


def test_every_customer_stands_since_the_day_its_contract_began(journey: Journey) -> None:
    since = {row["Account ID"]: row["Customer Since"] for row in journey.rows("crm_accounts")}
    found = {row["customer_id"]: row["acquired_on"] for row in journey.customers}
    assert found == since


def test_money_comes_out_to_the_cent(journey: Journey) -> None:
    assert journey.reading("revenue").value == pytest.approx(journey.figures["revenue_cents"] / 100, abs=1e-6)
    assert journey.reading("refunds").value == pytest.approx(journey.figures["refunds_cents"] / 100, abs=1e-6)
    assert journey.reading("mrr").value == pytest.approx(journey.figures["mrr_cents"] / 100, abs=1e-6)


def test_margin_is_revenue_without_licences(journey: Journey) -> None:
    cost = {row["Product Code"]: row["Unit Cost"] for row in journey.rows("products")}
    lines = journey.rows("invoices")
    margin = sum(row["Net Amount"] - row["Quantity"] * cost[row["Product Code"]] for row in lines)
    assert journey.reading("gross_margin").value == pytest.approx(float(margin), abs=1e-6)


@pytest.mark.parametrize("measure", ["net_revenue_retention", "gross_revenue_retention", "logo_retention"])
def test_what_was_kept_is_the_truth(journey: Journey, measure: str) -> None:
    assert journey.reading(measure, "current").value == pytest.approx(journey.figures[measure], abs=1e-9)


def test_churn_is_what_was_not_kept(journey: Journey) -> None:
    reading = journey.reading("customer_churn_rate", "current")
    assert reading.value == pytest.approx(1 - journey.figures["logo_retention"], abs=1e-9)
    whole = journey.reading("customer_churn_rate")
    assert whole.value == pytest.approx(1 - journey.figures["customers_under_contract"] / 400, abs=1e-9)


def test_the_bridge_runs_from_the_opening_to_the_closing_truth(journey: Journey) -> None:
    names = ("opening", "new", "expansion", "reactivated", "contraction", "lost", "closing")
    money = {name: journey.reading(_MOVEMENT.get(name, f"{name}_revenue"), "current").value for name in names}
    values = {name: value for name, value in money.items() if value is not None}
    assert values["opening"] == pytest.approx(journey.figures["opening_mrr_cents"] / 100)
    assert values["closing"] == pytest.approx(journey.figures["mrr_cents"] / 100)
    gained = values["new"] + values["expansion"] + values["reactivated"]
    assert values["opening"] + gained - values["contraction"] - values["lost"] == pytest.approx(
        values["closing"]
    )


_MOVEMENT = {"contraction": "contraction_revenue", "lost": "lost_revenue"}


def test_the_win_rate_is_that_of_decided_opportunities(journey: Journey) -> None:
    stages = Counter(row["Stage"] for row in journey.rows("opportunities"))
    won, lost = stages["Closed Won"], stages["Closed Lost"]
    reading = journey.reading("win_rate")
    assert reading.value == pytest.approx(won / (won + lost))
    assert reading.n == won + lost


def test_the_recommendation_is_the_truth_with_its_interval(journey: Journey) -> None:
    reading = journey.reading("nps")
    assert reading.value == pytest.approx(journey.figures["nps"])
    assert reading.n == journey.figures["nps_answers"]
    assert reading.low is not None
    assert reading.high is not None
    assert reading.low < journey.figures["nps"] < reading.high


def test_tiers_partition_the_customers(journey: Journey) -> None:
    tiers = Counter(row["tier"] for row in journey.customers if row["status"] == "customer")
    limits = tier_limits(TierShares(), 400)
    sizes = [
        last - before for (_, last), before in zip(limits, (0, *(last for _, last in limits)), strict=False)
    ]
    assert tiers == {tier.value: size for (tier, _), size in zip(limits, sizes, strict=True)}
    assert all(row["tier"] is None for row in journey.customers if row["status"] == "prospect")


def test_every_customer_stands_at_one_stage(journey: Journey) -> None:
    stages = {row["customer_id"]: row["stage"] for row in journey.customers}
    assert set(stages.values()) <= set(Stage)
    running = {row["account_id"] for row in journey.rows("subscriptions") if row["end_date"] is None}
    held = {row["account_id"] for row in journey.rows("subscriptions")}
    assert {key for key, stage in stages.items() if stage == Stage.LAPSED} == held - running
    assert {key for key, stage in stages.items() if stage == Stage.ACQUISITION} == set(stages) - held


def test_countries_spelt_otherwise_are_kept_as_they_came(journey: Journey) -> None:
    spelt = {row["Account ID"]: row["Billing Country"] for row in journey.rows("crm_accounts")}
    assert {row["customer_id"]: row["country"] for row in journey.customers} == spelt


def test_accounts_without_an_owner_stay_without(journey: Journey) -> None:
    unowned = sorted(row["customer_id"] for row in journey.customers if row["owner"] is None)
    assert unowned == journey.firm.truth["faults"]["accounts without owner"]
