"""Values that take long to work out, kept in one process as long as neither data nor strategy change."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from custrata.project.showing.scene import Scene
from custrata.web.strategies.models import Strategy

V = TypeVar("V")


class Kept(Generic[V]):
    """A few values under what they follow from; the one that was asked for longest ago goes first.

    Args:
        most: How many are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, V] = OrderedDict()
        self._lock = Lock()

    def get(self, strategy: Strategy, scene: Scene, *beside: Hashable, make: Callable[[], V]) -> V:
        """The value for a strategy and a snapshot, worked out where it is not there.

        Args:
            strategy: The head; its mark changes with every save and never comes again.
            scene: Snapshot and strategy.
            beside: What else the value follows from.
            make: Works it out.
        """
        mark = (strategy.workspace_id, scene.snapshot.manifest.fingerprint, strategy.mark, strategy.signed)
        key = (*mark, *beside)
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
        made = make()  # without the lock: two may work out the same, none waits for another workspace
        with self._lock:
            self._values[key] = made
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return made
