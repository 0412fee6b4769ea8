"""The scene of a workspace: its latest snapshot beside its strategy, kept as long as neither changes."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from threading import Lock

from custrata.engine.snapshots import SnapshotStore
from custrata.project.erasing.thinning import erased_at
from custrata.project.showing.scene import Scene
from custrata.snapshot import Snapshot
from custrata.strategy.watching import Remembered
from custrata.web.strategies.mirror.looking import look
from custrata.web.strategies.models import Strategy
from custrata.web.strategies.saving import head_of, strategy_of
from custrata.web.workspaces.models import Workspace

MOST_KEPT = 16
"""Scenes kept in one process; each is some megabytes."""

SAMPLE = "SAMPLE DATA"

Key = tuple[int, str, str]
_kept: OrderedDict[Key, Scene] = OrderedDict()
_lock = Lock()


def scene_of(workspace: Workspace) -> Scene:
    """The latest snapshot of a workspace beside its strategy as it stands.

    Args:
        workspace: Where.

    Raises:
        SnapshotError: Nothing has been built yet.
        DocumentError: No strategy has been drafted yet.
    """
    store = SnapshotStore(workspace.place.state)
    folder = store.current()
    strategy = look(workspace, strategy_of(workspace))
    key = (workspace.pk, _name(folder), strategy.mark)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = _made(workspace, store, strategy)
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return made


def _made(workspace: Workspace, store: SnapshotStore, strategy: Strategy) -> Scene:
    snapshot, remembered = _before(workspace, store)
    document = head_of(strategy).document
    return Scene(workspace.place, snapshot, document, SAMPLE if workspace.sample else "", remembered)


def _before(workspace: Workspace, store: SnapshotStore) -> tuple[Snapshot, Remembered]:
    """Snapshot and memory of a kept scene whose snapshot is still the latest: no file is read."""
    name = _name(store.current())
    with _lock:
        found = next((s for (pk, kept, _), s in _kept.items() if (pk, kept) == (workspace.pk, name)), None)
    return (found.snapshot, found.remembered) if found else (store.load(), Remembered())


def _name(folder: Path | None) -> str:
    """The snapshot, and when somebody was erased from it: no process shows who is gone."""
    return f"{folder.name}:{erased_at(folder)}" if folder else ""
