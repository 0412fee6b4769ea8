import gc
from threading import Event
from types import SimpleNamespace

import pytest

from custrata.errors import CustrataError
from custrata.web.site import warming
from custrata.web.strategies.staging import scene_of


@pytest.fixture(autouse=True)
def as_before():
    """Neither the collector nor what was warmed reaches the next test."""
    thresholds = gc.get_threshold()
    warming._warmed.clear()
    yield
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
