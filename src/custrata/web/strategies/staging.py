"""The scene of a workspace: its snapshot beside its strategy, kept as long as neither changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import CustrataError
from custrata.keeping import Kept
from custrata.project.erasing.thinning import erased_at
from custrata.project.place import Place
from custrata.project.showing.scene import Scene
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document
from custrata.strategy.watching import Remembered
from custrata.web.strategies.mirror.looking import look
from custrata.web.strategies.saving import head_of, strategy_of
from custrata.web.workspaces.handover import handover, waiting_for
from custrata.web.workspaces.models import Workspace

MOST_KEPT = 16
"""Scenes kept in one process; each is some megabytes."""

SAMPLE = "SAMPLE DATA"


@dataclass(frozen=True, eq=False)
class _Read:
    """A snapshot as it was read, with what was reckoned of it beside each revision."""

    snapshot: Snapshot
    remembered: Remembered


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


def standing(workspace: Workspace) -> Scene | None:
    """The scene for what stands beside every page; None where there is none, or none can be read.

    It waits for nothing: a page that shows no scene is not held up by a newer snapshot that is made ready.

    Args:
        workspace: Where.
    """
    try:
        with waiting_for(""):
            return scene_of(workspace)
    except (CustrataError, OSError):  # the page that needs it says what is wrong
        return None


def snapshot_of(workspace: Workspace) -> Snapshot:
    """The snapshot that this process shows of a workspace, whether or not there is a strategy.

    Args:
        workspace: Where.

    Raises:
        SnapshotError: Nothing has been built yet.
    """
    state = workspace.place.state
    return _read_of(state, handover.shown(state)).snapshot


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
    read = _read_of(place.state, folder)
    return _scenes(head_of(strategy).document, read, place, SAMPLE if workspace.sample else "")


def _made(document: Document, read: _Read, place: Place, example: str) -> Scene:
    return Scene(place, read.snapshot, document, example, read.remembered)


_scenes: Kept[Document, Scene] = Kept(_made, most=MOST_KEPT)


def _read_of(state: Path, folder: Path | None) -> _Read:
    """Read once, and anew once somebody was erased from it: no process shows who is gone."""
    return _read(state, folder.name if folder else None, erased_at(folder) if folder else 0)


@lru_cache(maxsize=MOST_KEPT)
def _read(state: Path, name: str | None, erased: int) -> _Read:
    return _Read(SnapshotStore(state).load(name), Remembered())
