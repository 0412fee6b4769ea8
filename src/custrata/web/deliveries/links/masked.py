"""The scene of a workspace without persons, kept as long as snapshot and strategy stay the same."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from custrata.project.live.small import scene_to_leave
from custrata.project.showing.scene import Scene
from custrata.project.showing.unnamed import unnamed
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.models import Membership, Workspace

MOST_KEPT = 8
"""Scenes kept in one process."""

Key = tuple[int, int, tuple[str, ...]]
_kept: OrderedDict[Key, tuple[Scene, Scene]] = OrderedDict()
_lock = Lock()


def masked_scene(workspace: Workspace) -> Scene:
    """The scene as whoever holds a link may see it.

    Args:
        workspace: Where.

    Raises:
        SnapshotError: Nothing has been built yet.
        DocumentError: No strategy has been drafted yet.
    """
    scene, people = scene_of(workspace), people_of(workspace)
    key = (workspace.pk, id(scene), people)
    with _lock:
        found = _kept.get(key)
        # The number of an object may come again; the object itself does not.
        if found is not None and found[0] is scene:
            _kept.move_to_end(key)
            return found[1]
    made = scene_to_leave(unnamed(scene, people))
    with _lock:
        _kept[key] = (scene, made)
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return made


def people_of(workspace: Workspace) -> tuple[str, ...]:
    """Names of the people of a workspace.

    Args:
        workspace: Where.
    """
    names = Membership.objects.filter(workspace=workspace).values_list("user__name", flat=True)
    return tuple(sorted(name for name in names if name))
