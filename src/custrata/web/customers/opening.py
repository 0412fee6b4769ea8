"""The customers of a workspace, opened for the question of a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from custrata.project.live.desk import Desk, asked
from custrata.project.showing.scene import Scene
from custrata.segments.rules.fields import Field
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right


@contextmanager
def opened(asking: Asking) -> Iterator[tuple[Scene, Desk]]:
    """Snapshot and strategy of a workspace, and its customers ready to be asked.

    Args:
        asking: Who asks, where.

    Raises:
        SnapshotError: Nothing has been built yet.
    """
    scene = scene_of(asking.workspace)
    # The scene may have been made where the folder lay before; the customers are those of today's.
    with asked(asking.workspace.place.state, scene.snapshot.manifest, scene.document) as desk:
        yield scene, desk


def fields_for(desk: Desk, asking: Asking) -> dict[str, Field]:
    """What the person may ask of customers: names only with the right to see them."""
    persons = asking.may(Right.PERSONS)
    return {name: field for name, field in desk.fields.items() if persons or not field.personal}
