from __future__ import annotations

from custrata.engine.snapshots import SnapshotStore
from custrata.web.customers.opening import fields_for, opened
from custrata.web.workspaces.handover import handover


def test_what_names_a_person_is_asked_only_with_the_right(asking):
    for role, persons, seen in (("admin", True, True), ("admin", False, False), ("editor", True, False)):
        who = asking(role, persons=persons)
        with opened(who) as (scene, desk):
            assert ("name" in fields_for(desk, who)) is seen
            assert desk.manifest is scene.snapshot.manifest


def test_customers_are_those_of_the_snapshot_that_the_page_shows(asking, workspace, rebuilt):
    who, state = asking("admin"), workspace.place.state
    with opened(who) as (before, desk):
        older = desk.live
    handover.begin()
    handover.ready(state, SnapshotStore(state).current())
    newer = rebuilt(workspace)
    with opened(who) as (scene, desk):
        assert scene is before
        assert desk.live is older, "not the tables of the newer one beside the figures of this one"
    handover.ready(state, SnapshotStore(state).current())
    with opened(who) as (scene, desk):
        assert scene.snapshot.manifest.fingerprint == newer
        assert desk.live is not older
    assert older.closed
