"""Readings set as tables for a terminal, and what a snapshot lacks, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from custrata.project.asking import exact
from custrata.snapshot import Snapshot
from custrata.vocabulary import Reading, Segment

PERIODS = ("all", "current")

RATES = "low to high rates"
"""How a reading is made whose ends are those of the rates in the settings."""


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its title.

    Attributes:
        title: What it shows.
        heads: Heads of the columns.
        rows: Cells, as many as heads in each row.
        note: A sentence beneath; empty without one.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def read(snapshot: Snapshot, measure: str, segment: Segment = ()) -> Reading | None:
    """The reading over the whole history, else of the current window; None when it has no value."""
    found = (snapshot.reading(measure, segment, period) for period in PERIODS)
    return next((r for r in found if r is not None and r.value is not None), None)


def points(snapshot: Snapshot, measure: str, *dimensions: str) -> tuple[Reading, ...]:
    """The readings by dimensions that have a value, over the whole history, else of the current window."""
    for period in PERIODS:
        found = tuple(r for r in snapshot.points(measure, *dimensions, period=period) if r.value is not None)
        if found:
            return found
    return ()


def lack(snapshot: Snapshot, measure: str) -> str:
    """Why a measure has no value, as a clause."""
    for period in PERIODS:
        found = snapshot.reading(measure, (), period)
        if found is not None and found.reason:
            return found.reason
    return snapshot.manifest.missing.get(measure, "the snapshot does not hold it")


def value_of(reading: Reading | None) -> str:
    """The number in full; empty where there is none."""
    return "" if reading is None else exact(reading.value, reading.unit)


def interval_of(reading: Reading | None) -> str:
    """Both ends of the interval; ``counted`` for a figure without one, empty without a figure."""
    if reading is None:
        return ""
    if reading.low is None or reading.high is None:
        return "counted" if reading.method == "counted" else "no interval"
    return f"{exact(reading.low, reading.unit)} to {exact(reading.high, reading.unit)}"


def range_head(readings: Iterable[Reading | None]) -> str:
    """The head of a column of intervals: ``low to high rates`` where rates set their ends, not chance."""
    ranged = [r for r in readings if r is not None and r.low is not None and r.high is not None]
    return RATES if ranged and all(r.method.endswith(RATES) for r in ranged) else "interval"


def money_named(snapshot: Snapshot) -> tuple[str, ...]:
    """A sentence where no currency is stated; nothing where each amount carries its own."""
    return () if snapshot.manifest.currency else ("Amounts of money: currency not stated.",)


def lines(readings: Iterable[tuple[str, Reading | None]]) -> tuple[tuple[str, ...], ...]:
    """Name, value, interval and n of each reading that there is."""
    return tuple(
        (name, value_of(r), interval_of(r), f"{r.n:,} {r.n_of}") for name, r in readings if r is not None
    )


def listed(snapshot: Snapshot, measures: Sequence[str]) -> tuple[Reading, ...]:
    """Every reading of these measures that has a value."""
    wanted = frozenset(measures)
    return tuple(r for r in snapshot.readings if r.measure in wanted and r.value is not None)
