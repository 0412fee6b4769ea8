"""Which snapshot a process shows while it makes a newer one ready, and when it hands over."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from threading import Condition, Event

from django.db import connection

from custrata.engine.snapshots import SnapshotStore
from custrata.project.erasing.thinning import erased_at

MOST = 15.0
"""Seconds after which the newer snapshot is shown in any case."""

PLACES = 2
"""Requests of one process that may wait at once; it answers four, and readers must not stand behind them."""

NEWEST = "newest"
"""What somebody waits for who must see the latest snapshot, whichever it is."""

_waits_for: ContextVar[str] = ContextVar("waits_for", default="")


@contextmanager
def waiting_for(name: str) -> Iterator[None]:
    """Within it, who asks for a snapshot waits until this process shows one rather than see an older one.

    Args:
        name: Fingerprint of the snapshot that was promised, or :data:`NEWEST`; empty waits for nothing.
    """
    mark = _waits_for.set(name)
    try:
        yield
    finally:
        _waits_for.reset(mark)


class Handover:
    """What one process shows of each project, until a thread that warms has made the newer one ready.

    Nothing is held back where nobody warms: in tests, on the command line, in the worker.
    """

    def __init__(self) -> None:
        self.wanted = Event()
        """Set when somebody saw a newer snapshot that is not ready."""
        self._keeps = False
        self._shown: dict[Path, Path] = {}
        self._since: dict[Path, float] = {}
        self._waiting = 0
        self._changed = Condition()

    def begin(self) -> None:
        """From now on a thread makes newer snapshots ready."""
        self._keeps = True

    def end(self) -> None:
        """Nobody warms any more: the latest snapshot is shown."""
        with self._changed:
            self._keeps = False
            self._shown.clear()
            self._since.clear()
            self._changed.notify_all()

    def shown(self, state: Path) -> Path | None:
        """The snapshot to show: the latest, or the one before it while the latest is made ready.

        Args:
            state: The folder of the snapshots.

        Raises:
            SnapshotError: The latest snapshot is gone.
        """
        newest = SnapshotStore(state).current()
        with self._changed:
            before = self._held(state, newest)
            if before is None or newest is None:
                return newest
            if not _promised(before, newest):
                return before
            return self._awaited(state, newest)

    def holds(self, state: Path) -> bool:
        """Whether a newer snapshot of a project is made ready while an older one is shown."""
        return state in self._since

    def ready(self, state: Path, folder: Path) -> None:
        """Show a snapshot from now on; who waits for it goes on.

        Args:
            state: The folder of the snapshots.
            folder: The snapshot.
        """
        with self._changed:
            self._show(state, folder)

    def _show(self, state: Path, folder: Path) -> None:
        self._shown[state] = folder
        self._since.pop(state, None)
        self._changed.notify_all()

    def _held(self, state: Path, newest: Path | None) -> Path | None:
        """The snapshot that is shown in place of the latest; None where the latest is."""
        before = self._shown.get(state)
        if not self._keeps or before is None or newest is None or before == newest:
            return None
        # Whoever was erased is not shown for one second more, and an erasure is never held back.
        whole = before.is_dir() and not erased_at(before) and not erased_at(newest)
        now = time.monotonic()
        if not whole or now - self._since.get(state, now) > MOST:
            self._show(state, newest)
            return None
        if state not in self._since:
            self._since[state] = now
            self.wanted.set()
        return before

    def _awaited(self, state: Path, newest: Path) -> Path:
        """The latest snapshot, once it is ready; at once where too many wait, or others would wait for us."""
        if self._waiting < PLACES and not connection.in_atomic_block:
            self._waiting += 1
            left = self._since[state] + MOST - time.monotonic()
            self._changed.wait_for(lambda: state not in self._since, max(left, 0))
            self._waiting -= 1
        if state in self._since:
            self._show(state, newest)
        return self._shown.get(state, newest)


def _promised(before: Path, newest: Path) -> bool:
    """Whether who asks was promised something newer than what is shown."""
    name = _waits_for.get()
    return bool(name) and before.name.partition(".")[0] != name


handover = Handover()
"""What this process shows."""
