"""The scene of a workspace: its snapshot beside its strategy, kept as long as neither changes."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from threading import Lock

from custrata.engine.snapshots import SnapshotStore
from custrata.project.erasing.thinning import erased_at
from custrata.project.place import Place
from custrata.project.showing.scene import Scene
from custrata.snapshot import Snapshot
from custrata.strategy.watching import Remembered
from custrata.web.strategies.mirror.looking import look
from custrata.web.strategies.models import Strategy
from custrata.web.strategies.saving import head_of, strategy_of
from custrata.web.workspaces.handover import handover
from custrata.web.workspaces.models import Workspace

MOST_KEPT = 16
"""Scenes kept in one process; each is some megabytes."""

SAMPLE = "SAMPLE DATA"

Key = tuple[int, str, str]
_kept: OrderedDict[Key, Scene] = OrderedDict()
_lock = Lock()


def scene_of(workspace: Workspace) -> Scene:
    """The snapshot that this process shows of a workspace, beside the strategy as it stands.

    That is the latest, but for the seconds in which it is made ready.

    Args:
        workspace: Where.

    Raises:
        SnapshotError: Nothing has been built yet.
        DocumentError: No strategy has been drafted yet.
    """
    place = workspace.place
    return scene_at(workspace, place, handover.shown(place.state))


def snapshot_of(workspace: Workspace) -> Snapshot:
    """The snapshot that this process shows of a workspace, whether or not there is a strategy.

    Args:
        workspace: Where.

    Raises:
        SnapshotError: Nothing has been built yet.
    """
    state = workspace.place.state
    return _before(workspace, state, handover.shown(state))[0]


def scene_at(workspace: Workspace, place: Place, folder: Path | None) -> Scene:
    """One snapshot of a workspace beside the strategy as it stands.

    Args:
        workspace: Where.
        place: The parts of its project.
        folder: The snapshot; None where there is none.

    Raises:
        SnapshotError: There is none.
        DocumentError: No strategy has been drafted yet.
    """
    strategy = look(workspace, strategy_of(workspace))
    key = (workspace.pk, _name(folder), strategy.mark)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = _made(workspace, place, folder, strategy)
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return made


def _made(workspace: Workspace, place: Place, folder: Path | None, strategy: Strategy) -> Scene:
    snapshot, remembered = _before(workspace, place.state, folder)
    document = head_of(strategy).document
    return Scene(place, snapshot, document, SAMPLE if workspace.sample else "", remembered)


def _before(workspace: Workspace, state: Path, folder: Path | None) -> tuple[Snapshot, Remembered]:
    """Snapshot and memory of a kept scene of the same snapshot: no file is read."""
    name = _name(folder)
    with _lock:
        found = next((s for (pk, kept, _), s in _kept.items() if (pk, kept) == (workspace.pk, name)), None)
    if found:
        return found.snapshot, found.remembered
    return SnapshotStore(state).load(folder.name if folder else None), Remembered()


def _name(folder: Path | None) -> str:
    """The snapshot, and when somebody was erased from it: no process shows who is gone."""
    return f"{folder.name}:{erased_at(folder)}" if folder else ""
