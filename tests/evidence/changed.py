"""Snapshots that differ from another in one thing, for tests of what moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from custrata.snapshot import Snapshot
from custrata.vocabulary import Reading


def later(snapshot: Snapshot, days: int = 30, **fields: object) -> Snapshot:
    """The same readings in a snapshot of its own, so many days later."""
    manifest = replace(
        snapshot.manifest,
        fingerprint="f" * 32,
        as_of=snapshot.manifest.as_of + dt.timedelta(days=days),
        **fields,
    )
    return replace(snapshot, manifest=manifest)


def changed(snapshot: Snapshot, change: Callable[[Reading], Reading | None]) -> Snapshot:
    """The snapshot with every reading put through a function; None leaves it out."""
    readings = tuple(r for r in map(change, snapshot.readings) if r is not None)
    return replace(later(snapshot), readings=readings)


def scaled(snapshot: Snapshot, factor: float, measure: str, **segment: str) -> Snapshot:
    """The snapshot with the readings of one measure (in one part of the base) multiplied."""

    def change(reading: Reading) -> Reading:
        where = dict(reading.segment)
        if reading.measure != measure or any(where.get(d) != v for d, v in segment.items()):
            return reading
        return replace(
            reading,
            value=None if reading.value is None else reading.value * factor,
            low=None if reading.low is None else reading.low * factor,
            high=None if reading.high is None else reading.high * factor,
        )

    return changed(snapshot, change)


def without(snapshot: Snapshot, measure: str) -> Snapshot:
    """The snapshot without the readings of one measure."""
    return changed(snapshot, lambda r: None if r.measure == measure else r)
