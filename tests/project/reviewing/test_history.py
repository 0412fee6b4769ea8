from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.snapshots import grocer

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import SnapshotError
from custrata.project.place import locate
from custrata.project.reviewing.history import earlier_snapshot


def cut(fingerprint, day):
    made = grocer()
    return replace(made, manifest=replace(made.manifest, fingerprint=fingerprint, as_of=day))


@pytest.fixture
def place(tmp_path):
    (tmp_path / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    (tmp_path / "data").mkdir()
    return locate(tmp_path)


def kept(place, *made):
    for snapshot in made:
        SnapshotStore(place.state).write(snapshot, lambda tables: None)
    return made[-1]


def test_the_last_snapshot_cut_before_the_latest_is_taken(place):
    latest = kept(
        place,
        cut("a" * 32, dt.date(2024, 1, 31)),
        cut("b" * 32, dt.date(2024, 3, 31)),
        cut("c" * 32, dt.date(2024, 2, 29)),
        cut("d" * 32, dt.date(2024, 4, 30)),
    )

    assert earlier_snapshot(place, latest).manifest.as_of == dt.date(2024, 3, 31)


def test_without_an_earlier_one_there_is_none(place):
    assert earlier_snapshot(place, kept(place, cut("a" * 32, dt.date(2024, 1, 31)))) is None


def test_one_can_be_named(place):
    latest = kept(place, cut("a" * 32, dt.date(2024, 1, 31)), cut("b" * 32, dt.date(2024, 3, 31)))

    assert earlier_snapshot(place, latest, "aaaa").manifest.fingerprint == "a" * 32
    with pytest.raises(SnapshotError):
        earlier_snapshot(place, latest, "ffff")
