import datetime as dt
from dataclasses import replace

import pytest
from tests.snapshots import grocer

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import SnapshotError
from custrata.project.place import locate
from custrata.project.showing.dated import snapshot_at


@pytest.fixture
def place(tmp_path):
    place = locate(tmp_path)
    store, latest = SnapshotStore(place.state), grocer()
    for name, day in (("a" * 32, dt.date(2016, 12, 31)), ("b" * 32, latest.manifest.as_of)):
        manifest = replace(latest.manifest, fingerprint=name, as_of=day)
        store.write(replace(latest, manifest=manifest), lambda tables: None)
    return place


def test_without_a_day_it_is_the_latest(place):
    assert snapshot_at(place).manifest.fingerprint == "b" * 32


def test_a_day_between_two_takes_the_earlier(place):
    assert snapshot_at(place, dt.date(2016, 12, 31)).manifest.fingerprint == "a" * 32
    assert snapshot_at(place, dt.date(2017, 1, 5)).manifest.fingerprint == "a" * 32
    assert snapshot_at(place, dt.date(2100, 1, 1)).manifest.fingerprint == "b" * 32


def test_before_all_data_there_is_none(place):
    with pytest.raises(SnapshotError):
        snapshot_at(place, dt.date(2016, 12, 30))
