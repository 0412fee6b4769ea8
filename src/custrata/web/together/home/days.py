"""The home of a workspace as it was worked out last, kept as long as neither data nor strategy change."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from threading import Lock

from custrata.project.showing.home.day import Day, day
from custrata.project.showing.scene import Scene
from custrata.web.strategies.models import Strategy
from custrata.web.workspaces.models import Workspace

MOST_KEPT = 16
"""Homes kept in one process."""

Key = tuple[int, str, str, int, dt.date]
_kept: OrderedDict[Key, Day] = OrderedDict()
_lock = Lock()


def day_of(workspace: Workspace, strategy: Strategy, scene: Scene, today: dt.date) -> Day:
    """The home of a workspace on a day.

    Args:
        workspace: Where.
        strategy: The head of its strategy; its mark changes with every save and never comes again.
        scene: Snapshot and strategy.
        today: The day.
    """
    key = (workspace.pk, scene.snapshot.manifest.fingerprint, strategy.mark, strategy.signed, today)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = day(scene, today, asked=strategy.signed > 0)
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return made
