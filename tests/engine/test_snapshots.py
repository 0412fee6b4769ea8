import dataclasses
import datetime as dt
import os

import pytest

from custrata.engine.snapshots import SnapshotStore, replace_text
from custrata.errors import SnapshotError
from custrata.snapshot import InputFile, Manifest, Snapshot
from custrata.sources.account import Account, Caveat, SourceAccount
from custrata.vocabulary import Period, Reading, Relationship

PERIOD = Period("all", dt.date(2026, 1, 1), dt.date(2026, 1, 31))


def _snapshot(fingerprint="f" * 32, value=12.5):
    manifest = Manifest(
        fingerprint=fingerprint,
        company="A firm",
        as_of=PERIOD.end,
        notional=False,
        windows={"all": PERIOD},
        relationship=Relationship.NON_CONTRACTUAL,
        relationship_reason="orders at will",
        currency="EUR",
        tables={"transactions": 3},
        provided=frozenset({"transactions.amount"}),
        account=Account((SourceAccount("a.csv", "transactions", 3, 3, 0),)),
        caveats=(Caveat("blank-cells", "2 blank cells", "a.csv", 2),),
        missing={"nps": "needs feedback.rating"},
        settings={"company": None},
        inputs=(InputFile("a.csv", 10, 1, "00"),),
    )
    reading = Reading("revenue", value, "EUR", 3, "orders", PERIOD, (("tier", "gold"),), fingerprint="ab")
    return Snapshot(manifest, (reading,), {"ab": "SELECT 1"})


def _export(folder):
    (folder / "transactions.parquet").write_bytes(b"rows")


def test_a_snapshot_comes_back_as_it_was(tmp_path):
    store = SnapshotStore(tmp_path)
    store.write(_snapshot(), _export)
    assert store.load() == _snapshot()
    assert store.tables()["transactions"].read_bytes() == b"rows"


def test_the_latest_snapshot_is_current_and_the_older_one_is_kept(tmp_path):
    store = SnapshotStore(tmp_path)
    store.write(_snapshot("a" * 32, 1.0), _export)
    store.write(_snapshot("b" * 32, 2.0), _export)
    assert store.load().readings[0].value == 2.0
    assert store.load("aaaa").readings[0].value == 1.0
    assert set(store.names()) == {"a" * 32, "b" * 32}


def test_the_same_fingerprint_twice_leaves_one_snapshot(tmp_path):
    store = SnapshotStore(tmp_path)
    store.write(_snapshot(), _export)
    store.write(_snapshot(), _export)
    assert len(store.names()) == 1
    assert store.load() == _snapshot()


def test_a_writer_that_breaks_leaves_the_last_snapshot_standing(tmp_path):
    store = SnapshotStore(tmp_path)
    store.write(_snapshot("a" * 32), _export)

    def full_disk(folder):
        raise OSError(28, "No space left on device")

    with pytest.raises(SnapshotError, match="No space left on device"):
        store.write(_snapshot("b" * 32), full_disk)
    assert store.load() == _snapshot("a" * 32)
    assert store.names() == ("a" * 32,)


def test_a_writer_that_is_stopped_leaves_nothing_beside_the_last_snapshot(tmp_path):
    store = SnapshotStore(tmp_path)
    store.write(_snapshot("a" * 32), _export)
    before = sorted(tmp_path.rglob("*"))

    def stopped(folder):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.write(_snapshot("b" * 32), stopped)
    assert sorted(tmp_path.rglob("*")) == before


def test_sweeping_removes_what_dead_processes_left_and_spares_the_living(tmp_path):
    store = SnapshotStore(tmp_path)
    store.write(_snapshot(), _export)
    dead, alive = tmp_path / "snapshots" / "tmp-999999999-x", tmp_path / f"scratch-{os.getpid()}"
    dead.mkdir()
    alive.mkdir()
    assert store.sweep() == 1
    assert (dead.exists(), alive.exists(), store.load()) == (False, True, _snapshot())


def test_a_damaged_snapshot_is_said_with_the_remedy(tmp_path):
    store = SnapshotStore(tmp_path)
    folder = store.write(_snapshot(), _export)
    (folder / "readings.json").write_text("[{", encoding="utf-8")
    with pytest.raises(SnapshotError, match="run custrata build again"):
        store.load()


def test_no_snapshot_yet_is_said_with_the_next_step(tmp_path):
    with pytest.raises(SnapshotError, match="run custrata build DIR first"):
        SnapshotStore(tmp_path).load()


def test_a_fingerprint_that_names_no_snapshot_is_refused(tmp_path):
    store = SnapshotStore(tmp_path)
    store.write(_snapshot(), _export)
    with pytest.raises(SnapshotError, match="no snapshot has this fingerprint"):
        store.load("0000")


def test_replacing_a_text_leaves_nothing_beside_it(tmp_path):
    replace_text(tmp_path / "a" / "file.txt", "one")
    replace_text(tmp_path / "a" / "file.txt", "two")
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["file.txt"]
    assert (tmp_path / "a" / "file.txt").read_text(encoding="utf-8") == "two"


def test_points_are_the_readings_by_exactly_the_dimensions_asked_for():
    snapshot = _snapshot()
    assert [r.value for r in snapshot.points("revenue", "tier")] == [12.5]
    assert snapshot.points("revenue") == ()
    assert snapshot.reading("revenue", (("tier", "gold"),)) == dataclasses.replace(snapshot.readings[0])


def test_a_whole_name_names_one_snapshot_though_another_begins_with_it(tmp_path):
    for name in ("ab", "ab.1", "abc"):
        (tmp_path / "snapshots" / name).mkdir(parents=True)
    store = SnapshotStore(tmp_path)
    assert store.folder("ab").name == "ab"
    assert store.folder("abc").name == "abc"
    with pytest.raises(SnapshotError, match="several"):
        store.folder("a")
