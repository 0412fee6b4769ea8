"""The snapshot that was the latest on a day, so that a question can be asked as of then."""

from __future__ import annotations

import datetime as dt

from custrata.engine.snapshots import SnapshotStore
from custrata.errors import SnapshotError
from custrata.project.place import Place
from custrata.snapshot import Snapshot


def snapshot_at(place: Place, on: dt.date | None = None) -> Snapshot:
    """The snapshot whose data end last on or before a day.

    Args:
        place: The project.
        on: The day; None takes the latest snapshot.

    Raises:
        SnapshotError: There is none.
    """
    store = SnapshotStore(place.state)
    if on is None:
        return store.load()
    found = [store.load(name) for name in store.names()]
    before = [s for s in found if s.manifest.as_of <= on]
    if not before:
        raise SnapshotError(f"no snapshot ends on or before {on}", remedy="ask for a later day, or for none")
    # The later of two that end on the same day is the one that was built last.
    return max(enumerate(before), key=lambda pair: (pair[1].manifest.as_of, pair[0]))[1]
