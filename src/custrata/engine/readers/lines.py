"""Where in its file a row stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from custrata.engine.readers.delimited.plan import plan_reading
from custrata.engine.readers.delimited.rows import Row, read_rows
from custrata.engine.readers.delimited.text import open_text
from custrata.engine.readers.excel import Sheet, read_sheets
from custrata.engine.readers.formats import Format, format_of
from custrata.engine.readers.json_lines import read_entries
from custrata.engine.readers.relations import Source
from custrata.engine.readers.unpack import unpack_gzip
from custrata.sources.raw import RawTable


def lines_of(folder: Path, table: RawTable, ordinals: Collection[int]) -> dict[int, int]:
    """Find the physical lines of rows, right also below titles and quoted line breaks.

    Args:
        folder: The folder (or single file) that was read.
        table: A table that was read from it.
        ordinals: Ordinals of rows, from 1, as they stand in the relation.

    Returns:
        Line in the file by ordinal; the row of the sheet in a workbook; the ordinal itself where a file has
        no lines. Ordinals that the file does not have are left out.

    Raises:
        InputError: The file changed since and cannot be read any more.
    """
    wanted = {ordinal for ordinal in ordinals if 1 <= ordinal <= table.rows}
    if not wanted:
        return {}
    path = folder if folder.is_file() else folder / table.file
    with TemporaryDirectory() as scratch, duckdb.connect() as connection:
        source = Source(table.file, path, connection, Path(scratch), count(1), table.part)
        kind = format_of(path)
        if kind == "gzip":
            source = replace(source, path=unpack_gzip(path, source.scratch))
            kind = format_of(source.path)
        return _places(source, kind, wanted)


def _places(source: Source, kind: Format, wanted: set[int]) -> dict[int, int]:
    if kind == "delimited":
        return _in_text(source, wanted)
    if kind == "json":
        return _in_json(source, wanted)
    if kind == "excel":
        sheet = dict(read_sheets(source))[source.part]
        return {n: sheet.places[n - 1] for n in wanted} if isinstance(sheet, Sheet) else {}
    return {ordinal: ordinal for ordinal in wanted}


def _in_text(source: Source, wanted: set[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    rows = (row for row in read_rows(plan_reading(source.path, source.scratch)) if isinstance(row, Row))
    for ordinal, row in enumerate(rows, start=1):
        if ordinal in wanted:
            found[ordinal] = row.line
            if len(found) == len(wanted):
                break
    return found


def _in_json(source: Source, wanted: set[int]) -> dict[int, int]:
    entries = (
        e for e in read_entries(source, open_text(source.path, source.scratch)) if e.members is not None
    )
    return {ordinal: entry.line for ordinal, entry in enumerate(entries, start=1) if ordinal in wanted}
