from __future__ import annotations

from dataclasses import replace

import pytest
from duckdb import connect
from tests.snapshots import grocer

from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate
from custrata.project.showing.scene import Scene, scene
from custrata.project.showing.unnamed import named_in, unnamed
from custrata.project.strategy_file import draft_project
from custrata.strategy.parts.part import Owner

PLANTED = "Quillon Abernathy"


@pytest.fixture
def seen(built):
    draft_project(built)
    found = scene(locate(built))
    named = found.document.model_copy(update={"sponsor": Owner(role="head of finance", name=PLANTED)})
    return Scene(found.place, found.snapshot, named)


def test_the_sponsor_is_a_role_and_no_query_is_left(seen):
    bare = unnamed(seen)
    assert bare.document.sponsor.name == "head of finance"
    assert PLANTED not in bare.document.model_dump_json()
    assert bare.snapshot.queries == {}
    assert bare.snapshot.manifest.inputs == ()


def test_a_part_of_the_base_named_like_a_person_is_left_out_and_the_others_stay(seen):
    segmented = next(r for r in seen.snapshot.readings if r.segment)
    name = segmented.segment[0][1]
    bare = unnamed(seen, (name,))
    assert all(v != name for r in bare.snapshot.readings for _, v in r.segment)
    assert any(not r.segment for r in bare.snapshot.readings)


def test_the_snapshot_that_it_came_from_is_as_it_was(seen):
    before = seen.snapshot.readings
    unnamed(seen, ("gold",))
    assert seen.snapshot.readings is before
    assert SnapshotStore(seen.place.state).load().manifest.fingerprint == grocer().manifest.fingerprint


def test_a_snapshot_without_tables_names_nobody(seen):
    assert named_in(seen.place) == frozenset()


def earlier_with(seen, name):
    """The snapshot of a year before, with a part of the base called like somebody who has left since."""
    now = seen.snapshot
    day = now.manifest.as_of.replace(year=now.manifest.as_of.year - 1)
    manifest = replace(now.manifest, fingerprint="e" * len(now.manifest.fingerprint), as_of=day)
    whole = next(r for r in now.readings if not r.segment)
    part = replace(whole, segment=(("owner", name),))
    caveats = (replace(now.manifest.caveats[0], text=f"{name} has left.") if now.manifest.caveats else None,)
    manifest = replace(manifest, caveats=tuple(filter(None, caveats)))
    return replace(now, manifest=manifest, readings=(*now.readings, part))


def customers_called(name):
    def export(folder):
        connect().execute(
            f"COPY (SELECT '{name}' AS name) TO '{folder / 'customers.parquet'}' (FORMAT parquet)"
        )

    return export


def test_the_earlier_snapshot_names_nobody_either(seen):
    """Neither the one before nor one that is asked for; its own tables know who has left since."""
    store, gone = SnapshotStore(seen.place.state), "Perpetua Vandersloot"
    before = earlier_with(seen, gone)
    store.write(before, customers_called(gone))
    store.write(seen.snapshot, lambda folder: None)
    assert gone not in named_in(seen.place)
    assert gone in named_in(seen.place, before.manifest.fingerprint)
    assert gone in repr(seen.earlier), "without the mask it is told"
    bare = unnamed(seen)
    for found in (bare.earlier, bare.given.earlier, bare.before(before.manifest.fingerprint[:9])):
        assert gone not in repr(found)
        assert found.queries == {}
        assert found.readings == seen.snapshot.readings, "what names nobody is held against as before"
