from __future__ import annotations

import threading
import time

import pytest

from custrata.engine.snapshots import SnapshotStore, replace_text
from custrata.project.erasing.thinning import TOMBSTONE
from custrata.web.workspaces import handover as module
from custrata.web.workspaces.handover import NEWEST, Handover, waiting_for


@pytest.fixture
def state(tmp_path):
    for name in ("old", "new", "newer"):
        (tmp_path / "snapshots" / name).mkdir(parents=True)
    point(tmp_path, "old")
    return tmp_path


@pytest.fixture
def process(state):
    """A process that shows the old snapshot, while the new one is made ready."""
    found = Handover()
    found.begin()
    found.ready(state, folder(state, "old"))
    point(state, "new")
    return found


def folder(state, name):
    return state / "snapshots" / name


def point(state, name):
    replace_text(state / "current", name + "\n")


def name(process, state):
    found = process.shown(state)
    return found.name if found else None


def test_the_old_one_is_shown_until_the_new_one_is_ready(process, state):
    assert not process.wanted.is_set()
    assert name(process, state) == "old"
    assert process.wanted.is_set(), "who warms is woken"
    assert process.holds(state)
    process.ready(state, folder(state, "new"))
    assert name(process, state) == "new"
    assert not process.holds(state)


def test_nobody_is_held_back_where_nobody_warms(state):
    process = Handover()
    process.ready(state, folder(state, "old"))
    point(state, "new")
    assert name(process, state) == "new"


def test_what_was_never_made_ready_is_not_waited_for(state, tmp_path):
    process = Handover()
    process.begin()
    assert name(process, state) == "old"
    point(state, "new")
    assert name(process, state) == "new"
    assert name(process, tmp_path / "nowhere") is None


def test_the_latest_is_shown_once_nobody_warms_any_more(process, state):
    assert name(process, state) == "old"
    process.end()
    assert name(process, state) == "new"


def test_after_some_seconds_the_new_one_is_shown_in_any_case(process, state, monkeypatch):
    now = time.monotonic()
    monkeypatch.setattr(module.time, "monotonic", lambda: now)
    assert name(process, state) == "old"
    now += module.MOST
    assert name(process, state) == "old"
    now += 0.1
    assert name(process, state) == "new"
    point(state, "newer")
    assert name(process, state) == "new", "the next one has its own seconds"


@pytest.mark.parametrize("erased", ["old", "new"])
def test_an_erasure_is_never_held_back(process, state, erased):
    assert name(process, state) == "old"
    (folder(state, erased) / TOMBSTONE).write_text("[]", encoding="utf-8")
    assert name(process, state) == "new"


def test_an_old_one_that_is_gone_is_not_shown(process, state):
    folder(state, "old").rmdir()
    assert name(process, state) == "new"


def test_who_was_promised_the_new_one_waits_for_it_and_others_do_not(process, state):
    seen = []

    def ask():
        with waiting_for("new"):
            seen.append(process.shown(state).name)

    asking = threading.Thread(target=ask)
    asking.start()
    assert process.wanted.wait(5)
    assert name(process, state) == "old"
    assert seen == []
    process.ready(state, folder(state, "new"))
    asking.join(5)
    assert seen == ["new"]


def test_who_was_promised_what_is_shown_does_not_wait(process, state):
    with waiting_for("old"):
        assert name(process, state) == "old"


@pytest.mark.parametrize("promised", [NEWEST, "new", "of long ago"])
def test_where_too_many_wait_the_new_one_is_shown_at_once(process, state, promised, monkeypatch):
    monkeypatch.setattr(module, "PLACES", 0)
    with waiting_for(promised):
        assert name(process, state) == "new"
    assert not process.holds(state)


def test_waiting_ends_with_the_seconds_that_are_left(process, state, monkeypatch):
    monkeypatch.setattr(module, "MOST", 0.05)
    with waiting_for(NEWEST):
        assert name(process, state) == "new"


@pytest.mark.django_db
def test_nobody_waits_while_others_wait_for_their_transaction(process, state):
    with waiting_for(NEWEST):
        assert name(process, state) == "new"


def test_a_neighbour_is_shown_as_it_stands(process, state, tmp_path):
    other = tmp_path / "other"
    (other / "snapshots" / "mine").mkdir(parents=True)
    point(other, "mine")
    assert name(process, state) == "old"
    assert name(process, other) == "mine"
    assert SnapshotStore(state).current().name == "new"
