import gc
import sys
from threading import Event
from types import SimpleNamespace

import pytest

from custrata.errors import CustrataError
from custrata.web.data.models import Job, State
from custrata.web.site import warming
from custrata.web.strategies.saving import set_value, strategy_of
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.handover import handover


@pytest.fixture(autouse=True)
def as_before():
    """Neither the collector nor what was warmed reaches the next test."""
    thresholds = gc.get_threshold()
    warming._warmed.clear()
    yield
    handover.end()
    gc.set_threshold(*thresholds)
    gc.unfreeze()
    warming._warmed.clear()


def test_charts_lie_there_before_anybody_asks(workspace, site):
    warming.warm(workspace)
    drawn = list((site / "charts").glob("*.svg"))
    assert len(drawn) > 5
    assert {"composition", "checked", "assessment"} <= set(vars(scene_of(workspace)))


def test_a_workspace_is_warmed_once_for_each_snapshot(workspace, other_workspace):
    assert warming.warm_all() == 2
    assert warming.warm_all() == 0
    warming._warmed[workspace.pk] = "the snapshot before"
    assert warming.warm_all() == 1


def test_after_its_time_no_further_workspace_is_begun(workspace, other_workspace, monkeypatch):
    monkeypatch.setattr(warming.time, "monotonic", iter((0.0, 1.0, 9.0)).__next__)
    monkeypatch.setattr(warming, "warm", lambda workspace: None)
    assert warming.warm_all(8.0) == 1
    monkeypatch.undo()
    assert set(warming._warmed) == {other_workspace.pk}


def test_a_process_is_warm_before_it_answers(workspace, monkeypatch):
    monkeypatch.setattr(warming, "Thread", lambda **how: SimpleNamespace(start=lambda: None))
    monkeypatch.setattr(warming.connection, "close", lambda: None)
    warming.keep_warm()
    assert set(warming._warmed) == {workspace.pk}


def test_a_workspace_without_data_keeps_no_other_one_cold(workspace, other_workspace, tmp_path):
    workspace.folder = str(tmp_path / "nowhere")
    workspace.save()
    with pytest.raises(CustrataError):
        warming.warm(workspace)
    assert warming.warm_all() == 1


def test_a_fault_ends_the_looking_and_nothing_else(monkeypatch, caplog):
    asked = []

    def fault(seconds):
        asked.append(seconds)
        if len(asked) == 2:
            stop.set()
        raise ValueError("torn")

    stop = Event()
    monkeypatch.setattr(warming, "warm_all", fault)
    monkeypatch.setattr(warming.connection, "close", lambda: None)
    warming.keep_warm(stop).join(5)
    assert "warming failed" in caplog.text
    assert gc.get_threshold() == warming.SELDOM
    assert asked == [warming.FIRST, float("inf")]


def test_a_job_does_not_fail_where_charts_cannot_be_drawn(workspace, monkeypatch, caplog):
    def fault(workspace):
        raise ValueError("torn")

    monkeypatch.setattr(warming, "warm", fault)
    warming.warm_quietly(workspace)
    assert "warming failed" in caplog.text


def test_a_workspace_whose_customers_cannot_be_asked_is_warm_all_the_same(workspace, monkeypatch):
    def fault(*given):
        raise ValueError("torn")

    monkeypatch.setattr(warming, "asked", fault)
    assert warming.warm_all() == 1
    assert warming.warm_all() == 0


def test_pages_show_what_they_show_until_the_new_snapshot_is_warm(workspace, rebuilt, monkeypatch):
    warming.warm_all()
    handover.begin()
    before = scene_of(workspace)
    newer = rebuilt(workspace)
    assert scene_of(workspace) is before
    assert handover.wanted.is_set()
    strategy = strategy_of(workspace)
    set_value(strategy, "horizon.months", "30", strategy.number, None)
    assert scene_of(workspace).document.horizon.months == 30, "what people write is shown at once"
    assert scene_of(workspace).snapshot is before.snapshot
    drawn = []
    usual, turns = sys.getswitchinterval(), []

    def draw(where, scene):
        drawn.append(scene_of(workspace).snapshot)
        turns.append(sys.getswitchinterval())

    monkeypatch.setattr(warming, "_draw", draw)
    assert warming.warm_all() == 1
    assert drawn == [before.snapshot], "while it is made ready, the one before is shown"
    assert turns == [pytest.approx(warming.TURN)], "and who reads is given way"
    assert sys.getswitchinterval() == usual
    after = scene_of(workspace)
    assert after.snapshot.manifest.fingerprint == newer
    assert after.document.horizon.months == 30
    assert "composition" in vars(after)


def test_a_neighbour_is_not_held_back(workspace, other_workspace, rebuilt):
    warming.warm_all()
    handover.begin()
    before = scene_of(other_workspace)
    rebuilt(workspace)
    scene_of(workspace)
    assert handover.holds(workspace.place.state)
    assert not handover.holds(other_workspace.place.state)
    assert scene_of(other_workspace) is before


def test_a_snapshot_that_cannot_be_warmed_is_shown_all_the_same(workspace, rebuilt, monkeypatch):
    warming.warm_all()
    handover.begin()
    newer = rebuilt(workspace)

    def fault(scene):
        raise OSError("torn")

    monkeypatch.setattr(warming, "_reckon", fault)
    assert warming.warm_all() == 0
    assert scene_of(workspace).snapshot.manifest.fingerprint == newer


def test_the_worker_that_built_draws_and_nobody_draws_beside_it(workspace, rebuilt, monkeypatch):
    warming.warm_all()
    handover.begin()
    rebuilt(workspace)
    scene_of(workspace)
    job = Job.objects.create(workspace=workspace, kind="build", state=State.RUNNING)
    slept = []

    def doze(seconds):
        slept.append(seconds)
        Job.objects.filter(pk=job.pk).update(state=State.DONE if len(slept) == 3 else State.RUNNING)

    monkeypatch.setattr(warming.time, "sleep", doze)
    assert warming.warm_all() == 1
    assert slept == [warming.GLANCE] * 3
