"""Superstore from its file to its loss makers: the published figures, and what makes the losses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from custrata.build import build
from custrata.engine.duckdb import DuckDBEngine
from custrata.settings import Settings
from custrata.snapshot import Snapshot

pytestmark = pytest.mark.real_data


@pytest.fixture(scope="module")
def superstore(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    engine = DuckDBEngine(tmp_path_factory.mktemp("superstore"))
    yield build(real_data / "superstore", Settings(), engine).snapshot
    engine.close()


def lines(snapshot: Snapshot, measure: str) -> dict[str, float | None]:
    return {
        r.segment[0][1]: r.value
        for r in snapshot.readings
        if r.measure == measure and len(r.segment) == 1 and r.period.name == "all"
    }


def test_the_account_gives_the_published_profit(superstore: Snapshot) -> None:
    account = lines(superstore, "profit_and_loss")
    assert round(account["profit"] or 0, 2) == 286_397.02
    assert round(account["revenue"] or 0, 2) == 2_297_200.86


def test_the_curve_peaks_where_it_is_known_to(superstore: Snapshot) -> None:
    peak = superstore.reading("contribution_curve_peak", (), "all")
    assert peak is not None
    assert peak.value is not None
    assert round(100 * peak.value, 2) == 124.87
    assert max(value or 0 for value in lines(superstore, "contribution_curve").values()) <= peak.value


def test_losses_are_made_by_discounts(superstore: Snapshot) -> None:
    causes = lines(superstore, "loss_cause_customers")
    assert causes == {"discounts": 149, "cost of goods above average": 6}
    losers = superstore.reading("unprofitable_customers", (), "all")
    assert losers is not None
    assert losers.value == 155
