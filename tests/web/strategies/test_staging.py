import shutil

import pyarrow.parquet as parquet

from custrata.engine.snapshots import SnapshotStore
from custrata.project.erasing.thinning import thin
from custrata.project.erasing.traces import Traces
from custrata.web.strategies import staging
from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.strategies.staging import scene_of, standing
from custrata.web.workspaces.handover import NEWEST, _waits_for, waiting_for


def test_a_scene_is_kept_until_somebody_saves(workspace):
    before = scene_of(workspace)
    assert scene_of(workspace) is before
    strategy = strategy_of(workspace)
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    after = scene_of(workspace)
    assert after.document.horizon.months == 30
    assert after.snapshot is before.snapshot


def test_a_save_leaves_the_scene_of_a_neighbour_as_it_is(workspace, other_workspace):
    before = scene_of(other_workspace)
    strategy = strategy_of(workspace)
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    assert scene_of(other_workspace) is before


def test_a_scene_is_made_anew_when_somebody_was_erased_from_its_snapshot(workspace):
    before = scene_of(workspace)
    store = SnapshotStore(workspace.place.state)
    (gone,) = parquet.read_table(store.tables()["customers"])["customer_id"].to_pylist()[:1]
    thin(store.current(), Traces(customers=frozenset({gone})), "2026-01-01")
    after = scene_of(workspace)
    assert after is not before
    assert scene_of(workspace) is after


def test_what_stands_beside_a_page_is_the_scene_and_nothing_where_there_is_none(workspace):
    assert standing(workspace) is scene_of(workspace)
    shutil.rmtree(workspace.place.state)
    assert standing(workspace) is None


def test_what_stands_beside_a_page_waits_for_no_newer_snapshot(workspace, monkeypatch):
    waited = []
    monkeypatch.setattr(staging, "scene_of", lambda _: waited.append(_waits_for.get()))
    with waiting_for(NEWEST):
        standing(workspace)
    assert waited == [""]
