"""How rows become a relation in the engine: the same cleaning for every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from custrata.engine.readers.names import quoted, unique_names
from custrata.sources.raw import ROW, RawColumn, RawTable, RawType, RejectedRow

if TYPE_CHECKING:
    import pyarrow as pa

BLANKS = " \t\r\n\v\f\u00a0\u2007\u202f\u3000\ufeff"
"""Characters that are trimmed at both ends of a text; a text of nothing else is empty."""

_SQL_BLANKS = "concat(" + ", ".join(f"chr({ord(blank)})" for blank in BLANKS) + ")"
_INTEGERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_TYPES: dict[str, RawType] = {
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "timestamp",
    "TIMESTAMP WITH TIME ZONE": "timestamp_tz",
    "DOUBLE": "float",
}
_TYPES.update(dict.fromkeys(_INTEGERS, "integer"))
_NESTED = ("STRUCT", "MAP", "UNION")
_LEGEND = 0.03
"""A column without a header that is filled in no more than this share of rows is a remark."""
ARRIVING = "reading.arriving"
"""The table that is being read; it gets its number when it stands."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from and where they go.

    Attributes:
        file: Path relative to the folder, with forward slashes.
        path: Where the bytes lie; another place than ``file`` when they had to be unpacked.
        connection: The engine.
        scratch: Folder for files that are needed for a while.
        numbers: Numbers of the relations to make; one is taken when a table stands.
        part: Sheet or table inside the file.
    """

    file: str
    path: Path
    connection: duckdb.DuckDBPyConnection
    scratch: Path
    numbers: Iterator[int]
    part: str = ""

    @property
    def source(self) -> str:
        """How people name it."""
        return f"{self.file}#{self.part}" if self.part else self.file


@dataclass(frozen=True, slots=True)
class Findings:
    """What was learned while reading a table, beside its rows."""

    rejected: tuple[RejectedRow, ...] = ()
    notes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    refers: tuple[tuple[str, tuple[str, str]], ...] = ()


def load_query(source: Source, headers: Sequence[str], query: str) -> None:
    """Store the rows of a query, cleaned, in the order in which it gives them.

    Args:
        source: Where the rows go.
        headers: Headers of the columns, in the order of the query; what it gives beyond them is left out.
        query: SQL of a relation.
    """
    described = source.connection.execute(f"DESCRIBE {query}").fetchall()[: len(headers)]
    names = unique_names(headers)
    cells = [f"{_cleaned(d[0], d[1])} AS {quoted(n)}" for d, n in zip(described, names, strict=True)]
    source.connection.execute("CREATE SCHEMA IF NOT EXISTS reading")
    source.connection.execute(
        f"CREATE OR REPLACE TABLE {ARRIVING} AS SELECT {', '.join(cells)} FROM ({query})"
    )


def load_batches(
    source: Source, headers: Sequence[str], schema: pa.Schema, batches: Iterator[pa.RecordBatch]
) -> None:
    """Store the rows of Arrow batches, cleaned, in their order; only one batch is in memory at a time."""
    import pyarrow as pa

    arriving = "arriving_batches"
    source.connection.register(arriving, schema.empty_table())
    try:
        load_query(source, headers, f"FROM {arriving}")
        source.connection.unregister(arriving)
        source.connection.register(arriving, pa.RecordBatchReader.from_batches(schema, batches))
        load_query(source, headers, f"SELECT * FROM {arriving}")
    finally:
        source.connection.unregister(arriving)


def finish_table(source: Source, headers: Sequence[str], findings: Findings) -> RawTable:
    """Make the relation that everyone reads, with the ordinal of each row, and say what stands in it.

    Columns without a header that hold nothing, or remarks beside the table, are left out, which is noted.
    """
    names = unique_names(headers)
    left_out = _left_out(source, names, headers)
    kept = [(n, h) for n, h in zip(names, headers, strict=True) if n not in left_out]
    findings = replace(findings, notes=(*findings.notes, *_notes_on(left_out)))
    columns = ", ".join(quoted(name) for name, _ in kept)
    relation = f"raw_{next(source.numbers)}"
    source.connection.execute(f"DROP TABLE IF EXISTS reading.{relation} CASCADE")
    source.connection.execute(f"ALTER TABLE {ARRIVING} RENAME TO {relation}")
    source.connection.execute(
        f"CREATE OR REPLACE VIEW {relation} AS SELECT {columns}, rowid + 1 AS {ROW} FROM reading.{relation}"
    )
    return _described(source, relation, kept, findings)


def raw_type(engine_type: str) -> RawType:
    """Say which of the raw types a type of the engine is.

    Example:
        >>> raw_type("DECIMAL(10,2)"), raw_type("BIGINT")
        ('decimal', 'integer')
    """
    return "decimal" if engine_type.startswith("DECIMAL") else _TYPES.get(engine_type, "text")


def _described(
    source: Source, relation: str, kept: Sequence[tuple[str, str]], findings: Findings
) -> RawTable:
    engine_types = {d[0]: d[1] for d in source.connection.execute(f"DESCRIBE {relation}").fetchall()}
    counted = source.connection.execute(f"SELECT count(*) FROM {relation}").fetchone()
    named = {header: name for name, header in reversed(kept)}
    return RawTable(
        source=source.source,
        file=source.file,
        part=source.part,
        relation=relation,
        columns=tuple(RawColumn(name, header, raw_type(engine_types[name])) for name, header in kept),
        rows=int(counted[0]) if counted else 0,
        rejected=findings.rejected,
        notes=findings.notes,
        keys=tuple(named[key] for key in findings.keys if key in named),
        refers={named[column]: target for column, target in findings.refers if column in named},
    )


def _left_out(source: Source, names: Sequence[str], headers: Sequence[str]) -> dict[str, int]:
    """Columns without a header that hold next to nothing beside columns with headers, and how much."""
    blank = [n for n, h in zip(names, headers, strict=True) if not h.strip(BLANKS)]
    if not blank:
        return {}
    counts = ", ".join(f"count({quoted(name)})" for name in blank)
    rows, *found = source.connection.execute(f"SELECT count(*), {counts} FROM {ARRIVING}").fetchone() or (0,)
    few = rows * _LEGEND if len(blank) < len(names) else 0
    return {name: values for name, values in zip(blank, found, strict=True) if values <= few}


def _notes_on(left_out: dict[str, int]) -> tuple[str, ...]:
    empty = sum(not values for values in left_out.values())
    notes = (
        [f"{empty} empty {'column' if empty == 1 else 'columns'} without a header left out"] if empty else []
    )
    legends = [f"{name} has no header and {n:,} cells: left out" for name, n in left_out.items() if n]
    return (*notes, *legends)


def _cleaned(column: str, engine_type: str) -> str:
    """SQL that brings a column to one of the raw types without losing a digit."""
    name = quoted(column)
    if engine_type in _TYPES or engine_type.startswith("DECIMAL"):
        return name
    if engine_type == "FLOAT":
        return f"{name}::VARCHAR::DOUBLE"
    if engine_type == "UBIGINT":
        return f"{name}::DECIMAL(20, 0)"
    if engine_type.startswith("TIMESTAMP"):
        return f"{name}::TIMESTAMP"
    if engine_type.endswith("]") or engine_type.startswith(_NESTED):
        return f"to_json({name})::VARCHAR"
    text = name if engine_type == "VARCHAR" else f"{name}::VARCHAR"
    # Trimming a set of characters is slow; cells that begin and end in plain ASCII do not need it.
    return (
        f"CASE WHEN {text}[1] BETWEEN '!' AND '~' AND {text}[-1] BETWEEN '!' AND '~' THEN {text} "
        f"ELSE nullif(trim({text}, {_SQL_BLANKS}), '') END"
    )
