from __future__ import annotations

import json

import pyarrow.parquet as parquet

from custrata.engine.snapshots import SnapshotStore
from custrata.project.erasing.finding import find
from custrata.project.erasing.thinning import TOMBSTONE, erased_at, thin, thin_all


def customers(folder):
    return set(parquet.read_table(folder / "tables" / "customers.parquet")["customer_id"].to_pylist())


def test_the_person_goes_and_the_neighbour_with_a_longer_key_stays(shop):
    folder = SnapshotStore(shop.state).current()
    before = customers(folder)
    removed = thin_all(shop, find(shop, "CUST-0007"), "2026-01-01")
    assert before - customers(folder) == {"CUST-0007"}
    assert json.loads((folder / TOMBSTONE).read_text(encoding="utf-8")) == [
        {"on": "2026-01-01", "rows": removed[folder.name]}
    ]


def test_a_second_time_takes_nothing_and_writes_no_second_line(shop):
    folder, ana = SnapshotStore(shop.state).current(), find(shop, "CUST-0007")
    assert thin(folder, ana, "2026-01-01") > 0
    assert thin(folder, ana, "2026-01-02") == 0
    assert len(json.loads((folder / TOMBSTONE).read_text(encoding="utf-8"))) == 1


def test_a_snapshot_says_when_somebody_was_taken_out(shop):
    folder = SnapshotStore(shop.state).current()
    assert erased_at(folder) == 0
    thin(folder, find(shop, "CUST-0007"), "2026-01-01")
    assert erased_at(folder) == (folder / TOMBSTONE).stat().st_mtime_ns
