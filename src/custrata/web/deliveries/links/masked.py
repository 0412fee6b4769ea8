"""The scene of a workspace without persons, kept as long as snapshot and strategy stay the same."""

from __future__ import annotations

from custrata.keeping import Kept
from custrata.project.live.small import scene_to_leave
from custrata.project.showing.scene import Scene
from custrata.project.showing.unnamed import unnamed
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.models import Membership, Workspace


def _masked(scene: Scene, people: tuple[str, ...]) -> Scene:
    return scene_to_leave(unnamed(scene, people))


_scenes: Kept[Scene, Scene] = Kept(_masked, most=8)


def masked_scene(workspace: Workspace) -> Scene:
    """The scene as whoever holds a link may see it.

    Args:
        workspace: Where.

    Raises:
        SnapshotError: Nothing has been built yet.
        DocumentError: No strategy has been drafted yet.
    """
    return _scenes(scene_of(workspace), people_of(workspace))


def people_of(workspace: Workspace) -> tuple[str, ...]:
    """Names of the people of a workspace.

    Args:
        workspace: Where.
    """
    names = Membership.objects.filter(workspace=workspace).values_list("user__name", flat=True)
    return tuple(sorted(name for name in names if name))
