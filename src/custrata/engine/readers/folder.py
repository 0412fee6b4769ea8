"""A folder of files becomes raw relations."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from custrata.engine.readers.databases.duckdb_file import read_duckdb
from custrata.engine.readers.databases.sqlite import read_sqlite
from custrata.engine.readers.delimited.load import read_delimited
from custrata.engine.readers.discovery import Found, find_files
from custrata.engine.readers.excel import read_excel
from custrata.engine.readers.formats import Format, format_of
from custrata.engine.readers.json_lines import read_json
from custrata.engine.readers.parquet import read_parquet
from custrata.engine.readers.relations import Source
from custrata.engine.readers.unpack import unpack_gzip
from custrata.errors import InputError, SettingError
from custrata.sources.raw import Folder, RawTable, UnreadFile

Reader = Callable[[Source], Iterator[RawTable | UnreadFile]]

_READERS: dict[Format, Reader] = {
    "delimited": read_delimited,
    "duckdb": read_duckdb,
    "excel": read_excel,
    "json": read_json,
    "parquet": read_parquet,
    "sqlite": read_sqlite,
}

_DAMAGED = (duckdb.Error, sqlite3.Error, OSError, ValueError, OverflowError, RecursionError, MemoryError)
"""What the libraries underneath raise for bytes that are not what they expect."""


def read_folder(path: Path, connection: duckdb.DuckDBPyConnection, scratch: Path) -> Folder:
    """Read every data file of a folder into relations ``raw_1``, ``raw_2``, ... in the order of their names.

    Args:
        path: The folder, or a single file.
        connection: The engine; the relations are made in it.
        scratch: Folder for files that are needed for a while; made when it is missing.

    Returns:
        The tables that were read, and the files that gave none, each with its reason.

    Raises:
        InputError: There is no such folder, or it may not be read.
        SettingError: The memory limit is too small to read a file.
    """
    files, unread = find_files(path)
    scratch.mkdir(parents=True, exist_ok=True)
    # Ordinals are the places of rows in their table: they follow the file only if rows keep their order.
    connection.execute("SET preserve_insertion_order = true")
    tables: list[RawTable] = []
    missed = list(unread)
    numbers = count(1)
    for found in files:
        for result in _read(found, connection, scratch, numbers):
            if isinstance(result, RawTable):
                tables.append(result)
            else:
                missed.append(result)
    return Folder(tuple(tables), tuple(missed))


def _read(
    found: Found, connection: duckdb.DuckDBPyConnection, scratch: Path, numbers: Iterator[int]
) -> Iterator[RawTable | UnreadFile]:
    with TemporaryDirectory(dir=scratch) as place:
        try:
            yield from _tables(Source(found.file, found.path, connection, Path(place), numbers))
        except InputError as error:
            yield UnreadFile(found.file, error.what, error.remedy)
        except duckdb.OutOfMemoryException as error:
            raise SettingError(
                "the memory limit is too small to read it",
                where=found.file,
                remedy="allow more with --memory, such as --memory 2GB",
            ) from error
        except _DAMAGED as error:
            said = str(error).partition("\n")[0] or type(error).__name__
            reason = f"the file is damaged or not what its name says ({said})"
            yield UnreadFile(found.file, reason, "export it again, or leave it out")


def _tables(source: Source) -> Iterator[RawTable | UnreadFile]:
    kind = format_of(source.path)
    if kind == "gzip":
        source = replace(source, path=unpack_gzip(source.path, source.scratch))
        kind = format_of(source.path)
    if kind == "silent":
        return
    reader = _READERS.get(kind)
    if reader is None:
        raise InputError(
            "not a format that is read", remedy="export it as CSV, Excel or Parquet, or leave it out"
        )
    yield from reader(source)
