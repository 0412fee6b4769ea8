"""Snapshots in which some readings are other than they were made, or have an earlier one beside them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from custrata.snapshot import Snapshot
from custrata.vocabulary import Period, Reading

YEAR = dt.timedelta(days=365)


def with_values(snapshot: Snapshot, **values: float) -> Snapshot:
    """The snapshot with other values for measures of the whole base in the current window."""

    def changed(reading: Reading) -> Reading:
        if reading.segment or reading.period.name != "current" or reading.measure not in values:
            return reading
        return replace(reading, value=values[reading.measure], low=None, high=None)

    return replace(snapshot, readings=tuple(changed(r) for r in snapshot.readings))


def with_reading(snapshot: Snapshot, measure: str, unit: str, **values: float) -> Snapshot:
    """The snapshot with readings of a measure by window: ``current=0.2, previous=0.1``."""
    spans = snapshot.manifest.windows
    made = tuple(
        Reading(measure, value, unit, 100, "customers", spans[name], definition="made for a test")
        for name, value in values.items()
    )
    return _joined(snapshot, made)


def with_earlier(snapshot: Snapshot, measure: str, value: float) -> Snapshot:
    """The snapshot with a reading of the window before, made from that of the current window."""
    now = snapshot.reading(measure, (), "current")
    assert now is not None
    period = Period("previous", now.period.start - YEAR, now.period.end - YEAR)
    return _joined(snapshot, (replace(now, value=value, period=period, low=None, high=None),))


def _joined(snapshot: Snapshot, made: tuple[Reading, ...]) -> Snapshot:
    keys = {one.key for one in made}
    return replace(snapshot, readings=(*(r for r in snapshot.readings if r.key not in keys), *made))
