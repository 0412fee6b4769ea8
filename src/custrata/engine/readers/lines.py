"""Where in its file a row stands."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from custrata.engine.readers.delimited.plan import plan_reading
from custrata.engine.readers.delimited.rows import Row, read_rows
from custrata.engine.readers.delimited.text import open_text
from custrata.engine.readers.excel import Sheet, read_sheets
from custrata.engine.readers.formats import format_of
from custrata.engine.readers.json_lines import read_entries
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
    # Rows of who was erased may be out of the relation: its number of rows is no bound.
    wanted = {ordinal for ordinal in ordinals if ordinal >= 1}
    if not wanted:
        return {}
    path = folder if folder.is_file() else folder / table.file
    with TemporaryDirectory() as place:
        scratch = Path(place)
        kind = format_of(path)
        if kind == "gzip":
            path = unpack_gzip(path, scratch)
            kind = format_of(path)
        if kind == "delimited":
            return _in_text(path, scratch, wanted)
        if kind == "json":
            return _in_json(path, scratch, wanted)
        return _in_workbook(path, table.part, wanted) if kind == "excel" else {n: n for n in wanted}


def _in_text(path: Path, scratch: Path, wanted: set[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    rows = (row for row in read_rows(plan_reading(path, scratch)) if isinstance(row, Row))
    for ordinal, row in enumerate(rows, start=1):
        if ordinal in wanted:
            found[ordinal] = row.line
            if len(found) == len(wanted):
                break
    return found


def _in_json(path: Path, scratch: Path, wanted: set[int]) -> dict[int, int]:
    entries = (e for e in read_entries(open_text(path, scratch), path) if e.members is not None)
    return {ordinal: entry.line for ordinal, entry in enumerate(entries, start=1) if ordinal in wanted}


def _in_workbook(path: Path, part: str, wanted: set[int]) -> dict[int, int]:
    sheet = dict(read_sheets(path)).get(part)
    return (
        {n: sheet.places[n - 1] for n in sorted(wanted) if n <= len(sheet.places)}
        if isinstance(sheet, Sheet)
        else {}
    )
