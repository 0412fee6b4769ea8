"""The intents of a strategy, played once for a snapshot and a strategy."""

from __future__ import annotations

from custrata.keeping import Kept
from custrata.project.economics.scenario import ScenarioResult, play_strategy
from custrata.project.showing.scene import Scene
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.models import Workspace


def played(workspace: Workspace) -> ScenarioResult:
    """What the intents would bring against going on as now; seconds the first time, then kept.

    Args:
        workspace: Whose strategy is played on its latest snapshot.

    Raises:
        SnapshotError: Nothing has been built yet.
        ScenarioError: It cannot be played yet.
    """
    return _kept(scene_of(workspace))


def _play(scene: Scene) -> ScenarioResult:
    return play_strategy(scene.place, scene.snapshot, scene.document)


_kept: Kept[Scene, ScenarioResult] = Kept(_play, most=4)
