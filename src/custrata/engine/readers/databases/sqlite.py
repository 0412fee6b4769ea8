"""SQLite files, with the keys that they declare."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from custrata.engine.readers.names import quoted
from custrata.engine.readers.relations import Findings, Source, finish_table, load_batches
from custrata.errors import InputError
from custrata.sources.raw import RawTable, UnreadFile

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 50_000


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    declared: str
    key_place: int


def read_sqlite(source: Source) -> Iterator[RawTable | UnreadFile]:
    """Read every table of an SQLite file; views and internal tables are left out.

    SQLite does not hold a column to its declared type: a column in which any text stands is read as text.

    Raises:
        sqlite3.Error: The file is damaged.
        InputError: It holds no table.
    """
    with closing(_open(source)) as database:
        listed = database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
            "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
        )
        names = [str(row[0]) for row in listed.fetchall()]
        if not names:
            raise InputError("the database holds no tables", remedy="leave it out")
        for name in names:
            yield _read_table(replace(source, part=name), database)


def _open(source: Source) -> sqlite3.Connection:
    database = sqlite3.connect(f"{source.path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return database


def _read_table(source: Source, database: sqlite3.Connection) -> RawTable | UnreadFile:
    columns = [
        _Column(name, declared.upper(), place)
        for _, name, declared, _, _, place in database.execute(f"PRAGMA table_info({quoted(source.part)})")
    ]
    return _load(source, database, columns)


def _load(source: Source, database: sqlite3.Connection, columns: Sequence[_Column]) -> RawTable:
    import pyarrow as pa

    types = _types(source, database, columns)
    schema = pa.schema([(f"c{place}", kind) for place, kind in enumerate(types)])
    headers = [column.name for column in columns]
    load_batches(source, headers, schema, _batches(source, database, columns, schema))
    ordered = sorted((c for c in columns if c.key_place), key=lambda c: c.key_place)
    findings = Findings(keys=tuple(c.name for c in ordered), refers=_refers(source, database))
    return finish_table(source, headers, findings)


def _types(source: Source, database: sqlite3.Connection, columns: Sequence[_Column]) -> list[pa.DataType]:
    """Types that hold every value of a column: what stands in it decides, not what was declared."""
    counted = ", ".join(
        f"total(typeof({q}) IN ('text', 'blob')), total(typeof({q}) = 'real'), total({q} NOT IN (0, 1))"
        for q in (quoted(column.name) for column in columns)
    )
    found = database.execute(f"SELECT {counted} FROM {quoted(source.part)}").fetchone()
    return [_type(columns[i], *found[3 * i : 3 * i + 3]) for i in range(len(columns))]


def _type(column: _Column, texts: float, reals: float, others: float) -> pa.DataType:
    import pyarrow as pa

    if texts or column.declared.startswith(("TEXT", "CHAR", "VARCHAR", "NVARCHAR", "CLOB")):
        return pa.string()
    if column.declared.startswith("BOOL") and not others:
        return pa.bool_()
    return pa.float64() if reals or column.declared.startswith(("REAL", "FLOA", "DOUB")) else pa.int64()


def _batches(
    source: Source, database: sqlite3.Connection, columns: Sequence[_Column], schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    names = ", ".join(quoted(column.name) for column in columns)
    order = ", ".join(quoted(c.name) for c in sorted(columns, key=lambda c: c.key_place) if c.key_place)
    cursor = database.execute(
        f"SELECT {names} FROM {quoted(source.part)} ORDER BY {_order(source, database, order)}"
    )
    while rows := cursor.fetchmany(_BATCH):
        yield pa.record_batch(
            [_array(cells, field.type) for cells, field in zip(zip(*rows, strict=True), schema, strict=True)],
            schema=schema,
        )


def _order(source: Source, database: sqlite3.Connection, key: str) -> str:
    try:
        database.execute(f"SELECT rowid FROM {quoted(source.part)} LIMIT 0")
    except sqlite3.OperationalError:
        return key
    return "rowid"


def _array(cells: Sequence[Any], kind: pa.DataType) -> pa.Array:
    import pyarrow as pa

    if pa.types.is_string(kind):
        return pa.array([_text(cell) for cell in cells], kind)
    if pa.types.is_boolean(kind):
        return pa.array([None if cell is None else bool(cell) for cell in cells], kind)
    return pa.array([None if cell is None else cell for cell in cells], kind)


def _text(cell: Any) -> str | None:
    if cell is None or isinstance(cell, str):
        return cell
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else repr(cell)


def _refers(source: Source, database: sqlite3.Connection) -> tuple[tuple[str, tuple[str, str]], ...]:
    found = database.execute(f"PRAGMA foreign_key_list({quoted(source.part)})").fetchall()
    return tuple(
        (column, (table, target or _key_of(database, table, place)))
        for _, place, table, column, target, *_ in reversed(found)
    )


def _key_of(database: sqlite3.Connection, table: str, place: int) -> str:
    """The column of a primary key; a reference that names no column means it."""
    keys = {c[5] - 1: str(c[1]) for c in database.execute(f"PRAGMA table_info({quoted(table)})") if c[5]}
    return keys.get(place, "")
