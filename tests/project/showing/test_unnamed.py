from __future__ import annotations

import pytest
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
