"""The rows that a snapshot set aside: by reason, as a table, as a file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow.parquet as parquet

from custrata.delivery.harmless import harmless
from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import Place

HEADS = ("source", "line", "table", "column", "value", "reason")
PERSONAL = {("customers", "name"), ("people", "name"), ("people", "email"), ("people", "phone")}
"""Fields whose values name a person."""
MASK = "•••"


@dataclass(frozen=True)
class LeftOut:
    """A row that was set aside: where it stood, what was wrong with which value."""

    source: str
    line: int | None
    table: str
    column: str
    value: str
    reason: str


def reasons_of(place: Place) -> tuple[tuple[str, int], ...]:
    """Why rows were set aside, with their number, most frequent first."""
    counted = Counter(row.reason for row in _rows(place, persons=False))
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def left_out(
    place: Place, *, reason: str = "", start: int = 0, count: int = 100, persons: bool = False
) -> tuple[tuple[LeftOut, ...], int]:
    """Rows that the latest snapshot set aside.

    Args:
        place: The project.
        reason: Only of this reason; empty for all.
        start: How many to pass over.
        count: At most so many.
        persons: Whether values that name a person are shown.

    Returns:
        The rows, and how many there are in all.
    """
    found = [row for row in _rows(place, persons=persons) if not reason or row.reason == reason]
    return tuple(found[start : start + count]), len(found)


def left_out_csv(place: Place, *, reason: str = "", persons: bool = False) -> Iterator[str]:
    """The rows as lines of CSV, safe to open in a spreadsheet.

    Args:
        place: The project.
        reason: Only of this reason; empty for all.
        persons: Whether values that name a person are shown.
    """
    yield _line(HEADS)
    for row in _rows(place, persons=persons):
        if not reason or row.reason == reason:
            line = "" if row.line is None else str(row.line)
            yield _line((row.source, line, row.table, row.column, row.value, row.reason))


def _rows(place: Place, *, persons: bool) -> Iterator[LeftOut]:
    file = SnapshotStore(place.state).tables().get("set_aside")
    if file is None:
        return
    for batch in parquet.ParquetFile(file).iter_batches(columns=list(HEADS)):
        for row in batch.to_pylist():
            yield _row(row, persons)


def _row(row: dict[str, str | int | None], persons: bool) -> LeftOut:
    table, column = str(row["table"] or ""), str(row["column"] or "")
    value = str(row["value"] or "")
    # A line that is no row at all may hold anybody's name.
    hidden = not persons and value and ((table, column) in PERSONAL or not column or "@" in value)
    line = row["line"]
    return LeftOut(
        str(row["source"] or ""),
        line if isinstance(line, int) else None,
        table,
        column,
        MASK if hidden else value,
        str(row["reason"] or ""),
    )


def _line(cells: tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([harmless(cell) for cell in cells])
    return out.getvalue()
