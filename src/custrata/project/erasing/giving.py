"""Everything that a project knows of one person, as a zip of tables."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet

from custrata.delivery.harmless import harmless
from custrata.engine.snapshots import SnapshotStore
from custrata.project.erasing.columns import KINDS, columns_of_tables
from custrata.project.erasing.rewriting import rewrite
from custrata.project.erasing.suppressing import parts_of, raw_files
from custrata.project.erasing.traces import Kind, Traces
from custrata.project.place import Place


class _Collector:
    """Looks like somebody who erases, and keeps what would go instead."""

    def __init__(self, traces: Traces) -> None:
        self.traces = traces
        self.rows = 0

    def takes(self, kind: Kind, cell: str) -> bool:
        """Nothing goes; it is counted."""
        self.rows += self.traces.takes(kind, cell)
        return False

    def clean(self, text: str) -> str:
        """Nothing changes."""
        return text


def give(place: Place, traces: Traces, further: dict[str, Any] | None = None) -> bytes:
    """A zip with everything that is known of a person.

    Args:
        place: Where the parts of the project lie.
        traces: Who.
        further: What stands elsewhere, such as comments that name them; becomes ``elsewhere.json``.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in SnapshotStore(place.state).tables().items():
            rows = list(_rows(file, traces))
            if rows:
                archive.writestr(f"tables/{name}.csv", _csv(rows))
        archive.writestr("sources.json", json.dumps(_sources(place, traces), indent=1, ensure_ascii=False))
        if further:
            text = json.dumps(further, indent=1, ensure_ascii=False, default=str)
            archive.writestr("elsewhere.json", text)
    return out.getvalue()


def _rows(file: Path, traces: Traces) -> Iterator[dict[str, Any]]:
    for batch in parquet.ParquetFile(file).iter_batches():
        held = [(name, kind) for name, kind in KINDS.items() if name in batch.schema.names]
        for row in batch.to_pylist():
            keyed = any(row[name] is not None and traces.takes(kind, str(row[name])) for name, kind in held)
            if keyed or any(isinstance(value, str) and traces.stand_in(value) for value in row.values()):
                yield row


def _csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(rows[0])
    writer.writerows([harmless(value) for value in row.values()] for row in rows)
    return out.getvalue()


def _sources(place: Place, traces: Traces) -> dict[str, int]:
    """Rows of the person in each raw file."""
    tables = columns_of_tables(place)
    found = {}
    for path in raw_files(place):
        name = path.relative_to(place.data).as_posix() if place.data.is_dir() else path.name
        counter = _Collector(traces)
        rewrite(path, parts_of(name, tables), counter)
        if counter.rows:
            found[name] = counter.rows
    return found
