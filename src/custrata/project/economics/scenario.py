"""What if: a scenario on the latest snapshot, held against a past day, or proposed from the strategy."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from custrata.customers import Base
from custrata.economics.lifetime_value.sales_worth import SalesWorth, sales_totals_query, sales_worth
from custrata.economics.scenario.backtest import Backtest, held_against
from custrata.economics.scenario.basis.assembling import Terms, assemble
from custrata.economics.scenario.basis.columns import paid_since_query, since_query, standing_query
from custrata.economics.scenario.basis.standing import Standing
from custrata.economics.scenario.form import Scenario
from custrata.economics.scenario.proposal import MOST_MONTHS, Drafted, proposed
from custrata.economics.scenario.running import Outcome, run
from custrata.engine.snapshots import SnapshotStore
from custrata.errors import ScenarioError
from custrata.measures.kernel.estimates import Z95
from custrata.project.asking import opened
from custrata.project.building import build_project, scratch_folder
from custrata.project.place import Place, locate, settings_of
from custrata.project.strategy_file import strategy_or_draft
from custrata.settings import Settings
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.vocabulary import Relationship

if TYPE_CHECKING:
    from custrata.engine.duckdb import DuckDBEngine

LEAST_DAYS = 28
"""A backtest needs at least so many days after its day."""

DAYS_A_MONTH = 30.436875


@dataclass(frozen=True)
class ScenarioResult:
    """What a scenario gave.

    Attributes:
        outcome: The plans, their numbers, and what they rest on.
        as_of: The day on which it begins.
        currency: Code of the currency; empty when nothing says it.
        fingerprint: Of the snapshot it was played on.
        backtest: What came after the day; None when it begins on the latest.
        days: Days that were played, where it is held against what came.
    """

    outcome: Outcome
    as_of: dt.date
    currency: str
    fingerprint: str
    backtest: Backtest | None = None
    days: int | None = None


def run_scenario(path: Path, scenario: Scenario, *, backtest: bool = False) -> ScenarioResult:
    """Play a scenario on the latest snapshot of a project, or on a past day of it.

    Args:
        path: The project.
        scenario: What is supposed.
        backtest: Begin on the scenario's day of a backtest, or where it names none so long before the end of
            the data as the horizon lasts.

    Raises:
        SnapshotError: There is no snapshot yet.
        ScenarioError: The snapshot cannot give what the scenario asks for.
    """
    place = locate(path)
    store = SnapshotStore(place.state)
    snapshot = store.load()
    if backtest or scenario.backtest is not None:
        return _held(place, snapshot, scenario)
    with opened(store, snapshot.manifest) as (base, engine):
        standing = standing_of(base, engine, snapshot, _named(scenario), scenario.horizon_months / 12)
    return _played(standing, scenario, snapshot)


def play_strategy(place: Place, snapshot: Snapshot, document: Document) -> ScenarioResult:
    """Play what a strategy proposes on a snapshot, both as they are given; no file of a strategy is read.

    Args:
        place: The project.
        snapshot: What the build found.
        document: The strategy.

    Raises:
        SnapshotError: The tables of the snapshot are gone.
        ScenarioError: No group has an intent, or nothing says what customers bring.
    """
    standing, scenario = _proposed(SnapshotStore(place.state), snapshot, document)
    return _played(standing, scenario, snapshot)


def _played(standing: Standing, scenario: Scenario, snapshot: Snapshot) -> ScenarioResult:
    outcome, manifest = run(standing, scenario), snapshot.manifest
    return ScenarioResult(outcome, manifest.as_of, manifest.currency, manifest.fingerprint)


def standing_of(
    base: Base, engine: DuckDBEngine, snapshot: Snapshot, named: Collection[str], years: float
) -> Standing:
    """The base of a scenario from an open snapshot.

    Args:
        base: Its base.
        engine: The engine that holds it.
        snapshot: Its manifest and readings.
        named: Dimensions that groups name.
        years: The horizon.
    """
    columns = engine.arrays(standing_query(base, named))
    current = base.windows.get("current")
    contracts = base.has("subscriptions.mrr") and (
        base.relationship is Relationship.CONTRACTUAL or not base.has("transactions.amount")
    )
    rate = snapshot.reading("gross_margin_rate")
    terms = Terms(
        contractual=contracts,
        window_days=current.days if current else None,
        years=years,
        rules=base.settings.value,
        worth=_worth(base, engine),
        notional=snapshot.manifest.notional,
        year_error=_exam_error(snapshot),
        value_error=_value_error(snapshot),
        margin_rate=rate.value if rate else None,
        expected_revenue=_told(snapshot, "expected_revenue"),
        customer_equity=_told(snapshot, "customer_equity"),
    )
    return assemble(columns, named, terms)


def _worth(base: Base, engine: DuckDBEngine) -> SalesWorth | None:
    if not base.has("transactions.amount", "customers.lifetime_value"):
        return None
    (totals,) = engine.rows(sales_totals_query(base))
    return sales_worth(totals, base.settings.value)


def proposed_scenario(path: Path) -> Scenario:
    """The scenario that the saved strategy, or a fresh draft, proposes: its intents with assumed effects.

    Args:
        path: The project.

    Raises:
        SnapshotError: There is no snapshot yet.
        ScenarioError: No group has an intent, or nothing says what customers bring.
    """
    place = locate(path)
    store = SnapshotStore(place.state)
    snapshot = store.load()
    document, _ = strategy_or_draft(place, snapshot)
    return _proposed(store, snapshot, document)[1]


def _proposed(store: SnapshotStore, snapshot: Snapshot, document: Document) -> tuple[Standing, Scenario]:
    """What a strategy proposes, and the base that it was proposed on."""
    drafted = [
        Drafted(group.name, tuple(group.segment), group.intent.intent, group.intent.emphasised)
        for group in document.groups
        if group.intent and group.segment
    ]
    named = {dimension for group in drafted for dimension, _ in group.group}
    months = min(document.horizon.months, MOST_MONTHS)
    with opened(store, snapshot.manifest) as (base, engine):
        standing = standing_of(base, engine, snapshot, named, months / 12)
    return standing, proposed(standing, drafted, months)


def _named(scenario: Scenario) -> set[str]:
    return {name for plan in scenario.plans for intent in plan.intents for name in intent.group}


def _exam_error(snapshot: Snapshot) -> float | None:
    """How far the exam's holdout was off in all, at least a hundredth; None where there was no exam."""
    expected = [r.value for r in snapshot.points("tracking_expected", "month") if r.value is not None]
    actual = [r.value for r in snapshot.points("tracking_actual", "month") if r.value is not None]
    if not expected or not actual or sum(actual) <= 0:
        return None
    return min(max(abs(sum(expected) / sum(actual) - 1), 0.01), 0.5)


def _value_error(snapshot: Snapshot) -> float | None:
    """Relative standard error of the revenue that the model expects of all; the interval is one of 95%."""
    reading = snapshot.reading("expected_revenue")
    if reading is None or not reading.value or reading.low is None or reading.high is None:
        return None
    return (reading.high - reading.low) / (2 * Z95) / abs(reading.value)


def _told(snapshot: Snapshot, measure: str) -> float | None:
    reading = snapshot.reading(measure)
    return reading.value if reading else None


def _held(place: Place, latest: Snapshot, scenario: Scenario) -> ScenarioResult:
    end = latest.manifest.as_of
    months = dt.timedelta(days=round(scenario.horizon_months * DAYS_A_MONTH))
    day = scenario.backtest or end - months
    days = min(months, end - day).days
    if days < LEAST_DAYS or day <= latest.manifest.windows["all"].start:
        raise ScenarioError(
            f"a backtest needs {LEAST_DAYS} days after its day, and some before it",
            where=f"backtest: {day}",
            remedy=f"choose a day before {end - dt.timedelta(days=LEAST_DAYS)}",
        )
    years = days / DAYS_A_MONTH / 12
    with _rebuilt(place, day) as store:
        past = store.load()
        with opened(store, past.manifest) as (base, engine):
            standing = standing_of(base, engine, past, _named(scenario), years)
    outcome = run(standing, scenario, years)
    held = _since(place, latest, standing, outcome, day, day + dt.timedelta(days=days))
    manifest = past.manifest
    return ScenarioResult(outcome, day, manifest.currency, manifest.fingerprint, held, days)


def _since(
    place: Place, latest: Snapshot, standing: Standing, outcome: Outcome, day: dt.date, until: dt.date
) -> Backtest:
    store = SnapshotStore(place.state)
    with opened(store, latest.manifest) as (base, engine):
        query = paid_since_query if standing.steady else since_query
        came = engine.arrays(query(base, day, until))
    return held_against(
        standing, outcome.played[0], came["customer_id"], came["revenue"], came["buys"].astype(bool)
    )


@contextmanager
def _rebuilt(place: Place, day: dt.date) -> Iterator[SnapshotStore]:
    """The snapshot of a past day, in a place of its own that is gone afterwards."""
    with scratch_folder(place) as scratch:
        then = replace(place, state=scratch / "backtest", mapping=scratch / "mapping.yaml")
        if place.mapping.is_file():
            shutil.copy(place.mapping, then.mapping)
        settings = Settings.model_validate(settings_of(place).model_dump() | {"as_of": day})
        build_project(then, settings)
        yield SnapshotStore(then.state)
