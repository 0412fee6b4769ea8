"""Figures that must come out of real data with nothing but the folder."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from custrata.engine.duckdb import DuckDBEngine
from custrata.settings import Settings
from custrata.sources.account import Caveat
from custrata.sources.load import accounts_of, caveats_of, plan
from custrata.sources.profile import profile_of, profile_query
from custrata.sources.recognise import guess, relate_query

pytestmark = pytest.mark.real_data


class Folder:
    """A real folder, read, recognised and loaded."""

    def __init__(self, engine: DuckDBEngine, place: Path) -> None:
        self.engine = engine
        folder = self.engine.read(place)
        profiles = tuple(profile_of(t, self.engine.rows(profile_query(t))) for t in folder.tables)
        related = {name: self.engine.rows(query) for name, query in relate_query(profiles).items()}
        self.plan = plan(guess(profiles, related, Settings()), folder, Settings())
        for name, rows in self.plan.staged.items():
            self.engine.keep(name, rows)
        for name, table in self.plan.tables.items():
            self.engine.keep(f"loaded_{name}", table)
        self.account = accounts_of(self.plan, {n: self.engine.rows(q) for n, q in self.plan.account.items()})
        answers = {n: self.engine.rows(q) for n, q in self.plan.caveat_queries.items()}
        self.caveats = {c.code: c for c in caveats_of(self.plan, answers)}

    def one(self, sql: str) -> tuple[Any, ...]:
        return self.engine.connection.execute(sql).fetchone()

    def caveat(self, code: str) -> Caveat:
        return self.caveats[code]


@pytest.fixture
def load(tmp_path, real_data):
    engine = DuckDBEngine(tmp_path, threads=2)

    def run(name: str) -> Folder:
        found = Folder(engine, real_data / name)
        assert found.account.closes
        return found

    yield run
    engine.close()


def test_online_retail_is_accounted_for_to_the_line_and_the_penny(load) -> None:
    found = load("online_retail")
    (account,) = found.account.used
    assert (account.rows_in, account.loaded, account.anonymous) == (541_909, 541_909, 135_080)
    assert account.money_in == account.money_loaded == Decimal("9747747.934")
    assert found.one("SELECT count(DISTINCT order_id) FROM loaded_transactions WHERE kind = 'refund'") == (
        3_836,
    )
    assert found.one("SELECT count(*) FROM loaded_customers") == (4_372,)
    assert found.caveat("anonymous-revenue").how_many == 135_080


def test_cdnow_gives_its_customers_and_money(load) -> None:
    sums = "SELECT count(DISTINCT customer_id), sum(amount) FROM loaded_transactions"
    assert load("cdnow").one(sums) == (23_570, Decimal("2500315.63"))


def test_the_sample_without_header_gives_its_customers(load) -> None:
    assert load("cdnow_sample").one(
        "SELECT count(DISTINCT customer_id), count(*) FROM loaded_transactions"
    ) == (2_357, 6_919)


@pytest.mark.parametrize(("name", "customers"), [("superstore", 793), ("saas_sales_aws", 99)])
def test_sales_and_profit_come_out_of_wide_orders(load, name: str, customers: int) -> None:
    found = load(name)
    assert found.one("SELECT sum(amount), round(sum(amount - cost), 2) FROM loaded_transactions") == (
        Decimal("2297200.8603"), Decimal("286397.02"),
    )  # fmt: skip
    assert found.one("SELECT count(*), count(DISTINCT customer_id) FROM loaded_customers") == (
        customers,
        customers,
    )


@pytest.mark.parametrize("name", ["telco_ibm", "telco_ibm_5tables"])
def test_churn_is_found_without_being_told(load, name: str) -> None:
    found = load(name)
    assert found.one("SELECT count(*), count(ended_on) FROM loaded_subscriptions") == (7_043, 1_869)
    assert found.plan.notional


def test_eleven_blanks_are_noted(load) -> None:
    blanks = load("telco_ibm").caveat("blank-cells")
    assert (blanks.how_many, blanks.where) == (11, "Telco-Customer-Churn.csv: TotalCharges")


def test_five_tables_give_the_total_revenue_once(load) -> None:
    assert load("telco_ibm_5tables").one("SELECT sum(reported_revenue), count(*) FROM loaded_customers") == (
        Decimal("21371131.69"), 7_043,
    )  # fmt: skip


def test_three_signs_of_churn_are_set_side_by_side(load) -> None:
    text = load("ravenstack").caveat("churn-signs").text
    assert all(figure in text for figure in ("22.0%", "9.72%", "352"))


def test_the_pipeline_is_won_and_lost_and_the_misspelled_product_noticed(load) -> None:
    found = load("crm_maven")
    counts = "SELECT count(*) FILTER (won), count(*) FILTER (NOT won), sum(amount) FILTER (won)"
    assert found.one(f"{counts} FROM loaded_opportunities") == (4_238, 2_473, Decimal(10_005_534))
    assert found.caveat("anonymous-opportunities").how_many == 1_425
    assert "GTXPro" in found.caveat("near-miss").text


def test_a_database_counts_its_sales_once(load) -> None:
    found = load("chinook")
    assert found.one("SELECT sum(amount), count(DISTINCT customer_id) FROM loaded_transactions") == (
        Decimal("2328.60"),
        59,
    )
    assert found.one("SELECT count(*) FROM loaded_customers") == (59,)


def test_a_grocer_is_paid_what_its_lines_say(load) -> None:
    found = load("completejourney")
    assert found.one("SELECT sum(amount), count(*), min(discount) >= 0 FROM loaded_transactions") == (
        Decimal("4596039.58"), 1_469_307, True,
    )  # fmt: skip
    assert found.one("SELECT count(DISTINCT customer_id) FROM loaded_touches WHERE kind = 'sent'") == (1_559,)


@pytest.mark.parametrize(
    ("name", "table", "rows"),
    [
        ("hillstrom", "customers", 64_000),
        ("wholesale", "customers", 440),
        ("mcdonalds", "customers", 1_453),
        ("customersat", "feedback", 18_110),
        ("helpdesk", "tickets", 4_580),
        ("marketing_campaign", "customers", 2_240),
        ("retentioneering", "usage", 31_106),
        ("support_tickets", "tickets", 8_469),
        ("splink", "customers", 1_000),
    ],
)
def test_other_folders_are_read_as_what_they_are(load, name: str, table: str, rows: int) -> None:
    assert load(name).one(f"SELECT count(*) FROM loaded_{table}") == (rows,)
