"""Databases written again without a person's rows, so that no free page keeps what was deleted."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb

from custrata.engine.readers.names import literal, quoted
from custrata.project.erasing.columns import Columns
from custrata.project.erasing.traces import Matcher

Changed = tuple[list[Any], list[tuple[str, Any, str]]]
"""Numbers or keys of rows that go; words, row and column of texts that are cleaned."""


def without_in_sqlite(path: Path, tables: dict[str, Columns], matcher: Matcher) -> tuple[int, int] | None:
    """Take a person out of an SQLite file.

    Args:
        path: The file.
        tables: Columns with keys, by name of the table.
        matcher: Says which rows go.

    Returns:
        Rows that went, and rows that were cleaned; None where a row of theirs cannot be told from others.
    """
    removed = cleaned = 0
    try:
        with closing(sqlite3.connect(path)) as database, database:
            names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in names:
                gone, changed = _sqlite_table(database, name, tables.get(name, {}), matcher)
                removed, cleaned = removed + gone, cleaned + changed
    except sqlite3.NotSupportedError:
        return None
    if removed or cleaned:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            # What was deleted still stands in free pages until the file is written anew.
            database.execute("VACUUM")
    return removed, cleaned


def _sqlite_table(
    database: sqlite3.Connection, name: str, columns: Columns, matcher: Matcher
) -> tuple[int, int]:
    place = quoted(name)
    try:
        keys = _sqlite_keys(database, place)
        rows = database.execute(f"SELECT {''.join(f'{key}, ' for key in keys)}* FROM {place}")
    except sqlite3.OperationalError:  # a table of an extension that is not here
        return 0, 0
    heads = [head[0] for head in rows.description][len(keys) :]
    numbered = ((row[: len(keys)], *row[len(keys) :]) for row in rows)
    gone, changed = _changed(heads, numbered, columns, matcher)
    if (gone or changed) and not keys:
        raise sqlite3.NotSupportedError(f"nothing tells the rows of {name} apart")
    where = " AND ".join(f"{key} = ?" for key in keys)
    database.executemany(f"DELETE FROM {place} WHERE {where}", gone)
    for text, row, head in changed:
        database.execute(f"UPDATE {place} SET {quoted(head)} = ? WHERE {where}", (text, *row))
    return len(gone), len({row for _, row, _ in changed})


def _sqlite_keys(database: sqlite3.Connection, place: str) -> tuple[str, ...]:
    """What tells the rows of a table apart: their number, or else their primary key; empty for nothing.

    A column that is called like the number hides it, and rows of other people may share its values.
    """
    columns = database.execute(f"PRAGMA table_info({place})").fetchall()
    held = {str(column[1]).lower() for column in columns}
    for number in ("rowid", "oid", "_rowid_"):
        if number not in held and _answers(database, f"SELECT {number} FROM {place} LIMIT 0"):
            return (number,)
    return tuple(quoted(column[1]) for column in sorted(columns, key=lambda c: c[5]) if column[5])


def _answers(database: sqlite3.Connection, question: str) -> bool:
    try:
        database.execute(question)
    except sqlite3.OperationalError:
        return False
    return True


def without_in_duckdb(path: Path, tables: dict[str, Columns], matcher: Matcher) -> tuple[int, int] | None:
    """Take a person out of a DuckDB file.

    The file is copied table by table into a new one: deleted rows stay in the blocks of the old one.

    Args:
        path: The file.
        tables: Columns with keys, by table, those outside of ``main`` with their schema before them.
        matcher: Says which rows go.

    Returns:
        Rows that went, and rows that were cleaned; None where it cannot be written, such as while another
        program holds it, or where rows that stay need one that would go.
    """
    if path.with_name(path.name + ".wal").exists():
        return None  # what a program has written and not yet put into the file would be lost
    worked, fresh = (path.with_name(f".{path.name}.{os.getpid()}.{end}") for end in ("old", "new"))
    try:
        shutil.copyfile(path, worked)
        with closing(duckdb.connect(str(worked), config={"threads": 1})) as database:
            removed, cleaned = _duckdb_tables(database, tables, matcher)
            if removed or cleaned:
                database.execute(f"ATTACH {literal(str(fresh))} AS written_again")
                held = database.execute("SELECT current_database()").fetchall()[0][0]
                database.execute(f"COPY FROM DATABASE {quoted(held)} TO written_again")
                database.execute("DETACH written_again")
        if removed or cleaned:
            shutil.copymode(path, fresh)
            os.replace(fresh, path)
    except duckdb.Error:
        return None
    finally:
        for beside in (worked, fresh):
            for file in path.parent.glob(f"{beside.name}*"):
                file.unlink(missing_ok=True)
    return removed, cleaned


def _duckdb_tables(
    database: duckdb.DuckDBPyConnection, tables: dict[str, Columns], matcher: Matcher
) -> tuple[int, int]:
    removed = cleaned = 0
    for schema, name in duckdb_tables(database):
        place, part = f"{quoted(schema)}.{quoted(name)}", name if schema == "main" else f"{schema}.{name}"
        rows = database.execute(f"SELECT rowid, * FROM {place}")
        heads = [str(head[0]) for head in rows.description][1:]
        if "rowid" in {head.lower() for head in heads}:
            # It hides the number of the row, and rows of other people may share its values.
            raise duckdb.NotSupportedError("a column is called rowid")
        gone, changed = _changed(heads, iter(rows.fetchall()), tables.get(part, {}), matcher)
        if gone:
            database.execute(f"DELETE FROM {place} WHERE rowid IN (SELECT unnest(?::BIGINT[]))", [gone])
        for text, number, head in changed:
            database.execute(f"UPDATE {place} SET {quoted(head)} = ? WHERE rowid = ?", [text, number])
        removed, cleaned = removed + len(gone), cleaned + len({number for _, number, _ in changed})
    return removed, cleaned


def duckdb_tables(database: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Schema and name of every table of an open DuckDB file.

    Args:
        database: The file.
    """
    listed = "SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL"
    return [(str(schema), str(name)) for schema, name in database.execute(listed).fetchall()]


def texts_of_duckdb(path: Path) -> Iterator[str]:
    """Every text of a DuckDB file; it keeps them packed, so that its bytes do not show them.

    Args:
        path: The file; one that cannot be opened gives nothing.
    """
    try:
        with closing(duckdb.connect(str(path), read_only=True)) as database:
            for schema, name in duckdb_tables(database):
                rows = database.execute(f"SELECT * FROM {quoted(schema)}.{quoted(name)}")
                for row in rows.fetchall():
                    yield from (str(cell) for cell in row if isinstance(cell, str))
    except duckdb.Error:
        return


def _changed(heads: list[str], rows: Any, columns: Columns, matcher: Matcher) -> Changed:
    gone, changed = [], []
    for number, *cells in rows:
        row = dict(zip(heads, cells, strict=True))
        keys = ((kind, row[name]) for name, kind in columns.items() if row.get(name) is not None)
        if any(matcher.takes(kind, str(key)) for kind, key in keys):
            gone.append(number)
            continue
        texts = {head: matcher.clean(cell) for head, cell in row.items() if isinstance(cell, str)}
        changed += [(text, number, head) for head, text in texts.items() if text != row[head]]
    return gone, changed
