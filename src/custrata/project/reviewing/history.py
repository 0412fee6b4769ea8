"""The snapshots before the latest one: what a later build is held against."""

from __future__ import annotations

from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import Place
from custrata.snapshot import Snapshot


def earlier_snapshot(place: Place, latest: Snapshot, against: str = "") -> Snapshot | None:
    """The snapshot that the latest one is held against.

    Args:
        place: The project.
        latest: The latest snapshot.
        against: Fingerprint or its beginning; empty for the last one that was cut before the latest.

    Returns:
        The snapshot, or None when the project keeps no earlier one.

    Raises:
        SnapshotError: No snapshot, or several, begin like ``against``.
    """
    store = SnapshotStore(place.state)
    if against:
        return store.load(against)
    found = [store.load(name) for name in store.names() if name.split(".")[0] != latest.manifest.fingerprint]
    before = [s for s in found if s.manifest.as_of < latest.manifest.as_of]
    return max(before, key=lambda s: s.manifest.as_of, default=found[-1] if found else None)
