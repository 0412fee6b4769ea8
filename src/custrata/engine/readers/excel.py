"""Workbooks: every sheet that holds rows is a table."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from custrata.engine.readers.layout import Layout, find_layout, is_total
from custrata.engine.readers.relations import BLANKS, Findings, Source, finish_table, load_batches
from custrata.engine.readers.unpack import check_zip
from custrata.errors import InputError
from custrata.sources.raw import RawTable, RejectedRow, UnreadFile

if TYPE_CHECKING:
    import pyarrow as pa
    from python_calamine import CalamineSheet, CalamineWorkbook

_HEAD = 200
_LARGEST_SHEET = 60_000_000
_EXACT = 2**53
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]{0,80}?\br="([A-Z]{1,3})(\d{1,7})"')


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet.

    Attributes:
        headers: Headers of the columns.
        rows: Cells of each row.
        places: Row of the sheet, from 1, in which each row stands.
        findings: What was learned while reading.
    """

    headers: tuple[str, ...]
    rows: list[list[Any]]
    places: list[int]
    findings: Findings


def read_excel(source: Source) -> Iterator[RawTable | UnreadFile]:
    """Read every sheet of a workbook (xlsx, xlsm, xlsb, xls, ods).

    Raises:
        InputError: The file is damaged, protected by a password, or grows beyond reason.
    """
    for name, sheet in read_sheets(source.path):
        if isinstance(sheet, UnreadFile):
            yield replace(sheet, file=f"{source.file}#{name}")
        else:
            yield _load(replace(source, part=name), sheet)


def read_sheets(path: Path) -> Iterator[tuple[str, Sheet | UnreadFile]]:
    """Give the sheets of a workbook in the order of their names."""
    from python_calamine import SheetTypeEnum

    workbook = open_workbook(path)
    for name in sorted(m.name for m in workbook.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet):
        try:
            yield name, _sheet(_rows(workbook.get_sheet_by_name(name)))
        except InputError as error:
            yield name, UnreadFile(name, error.what, error.remedy)


def open_workbook(path: Path) -> CalamineWorkbook:
    """A workbook, ready to be read.

    Raises:
        InputError: It is damaged, protected by a password, or grows beyond reason.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    check_zip(path)
    _check_extent(path)
    try:
        return CalamineWorkbook.from_path(str(path))
    except PasswordError as error:
        raise InputError("the workbook is protected by a password", remedy="save it without one") from error
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(f"the workbook is damaged ({error})", remedy="save it again, or as CSV") from error


def _check_extent(path: Path) -> None:
    """Refuse a sheet whose corners span more cells than fit in memory, however few of them are filled."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                width, height = _extent(archive, part)
                if width * height > _LARGEST_SHEET:
                    raise InputError(
                        f"a sheet spans {height:,} rows and {width:,} columns",
                        remedy="delete what stands far outside the table, or export the sheet as CSV",
                    )


def _extent(archive: zipfile.ZipFile, part: str) -> tuple[int, int]:
    columns: set[bytes] = set()
    height = 0
    rest = b""
    try:
        with archive.open(part) as file:
            while chunk := file.read(1 << 20):
                for column, row in _CELL.findall(rest + chunk):
                    columns.add(column)
                    height = max(height, int(row))
                rest = chunk[-120:]
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise InputError("the workbook is damaged", remedy="save it again, or as CSV") from error
    return max((_number(column) for column in columns), default=0), height


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _rows(sheet: CalamineSheet) -> list[list[Any]]:
    return [[_value(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]


def _value(cell: Any) -> Any:
    if isinstance(cell, str):
        return cell.strip(BLANKS) or None
    return cell


def _sheet(grid: list[list[Any]]) -> Sheet:
    """Find the table in a grid of cells."""
    filled = [(number, row) for number, row in enumerate(grid, start=1) if any(c is not None for c in row)]
    if not filled:
        raise InputError("the sheet is empty", remedy="leave it out")
    layout = find_layout([[as_text(c) or "" for c in row] for _, row in filled[:_HEAD]])
    begin = layout.body
    places = [number for number, _ in filled[begin:]]
    rows = [row for _, row in filled[begin:]]
    if not rows:
        raise InputError("the sheet has a header and no rows", remedy="leave it out")
    kept, rejected = _without_totals(layout, places, rows)
    notes = (*_notes(layout, filled), *layout.notes)
    return Sheet(
        layout.headers,
        [rows[i] for i in kept],
        [places[i] for i in kept],
        Findings(tuple(rejected), notes),
    )


def _without_totals(
    layout: Layout, places: Sequence[int], rows: Sequence[Sequence[Any]]
) -> tuple[list[int], list[RejectedRow]]:
    kept: list[int] = []
    rejected: list[RejectedRow] = []
    for index, row in enumerate(rows):
        texts = tuple(as_text(cell) or "" for cell in row)
        reason = "the header again" if any(layout.headers) and texts == layout.headers else ""
        if not reason and index >= len(rows) - 3 and is_total(texts):
            reason = "a total below the table"
        if reason:
            rejected.append(RejectedRow(places[index], "", reason, " | ".join(texts)[:500]))
        else:
            kept.append(index)
    return kept, rejected


def _notes(layout: Layout, filled: Sequence[tuple[int, Any]]) -> tuple[str, ...]:
    if layout.header is None:
        return ("no header",)
    row = filled[layout.header][0]
    return (f"header in row {row}",) if row > 1 else ()


def _load(source: Source, sheet: Sheet) -> RawTable:
    import pyarrow as pa

    columns = [_array([row[place] for row in sheet.rows]) for place in range(len(sheet.headers))]
    schema = pa.schema([(f"c{place}", column.type) for place, column in enumerate(columns)])
    load_batches(source, sheet.headers, schema, iter([pa.record_batch(columns, schema=schema)]))
    return finish_table(source, sheet.headers, sheet.findings)


def _array(cells: Sequence[Any]) -> pa.Array:
    """Keep the type of a column whose cells agree; cells that do not are read as text."""
    import pyarrow as pa

    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {bool}:
        return pa.array(cells, pa.bool_())
    if kinds and kinds <= {int, float}:
        whole = all(cell is None or (float(cell).is_integer() and abs(cell) < _EXACT) for cell in cells)
        return pa.array(
            [int(c) if whole and c is not None else c for c in cells], pa.int64() if whole else pa.float64()
        )
    if kinds and kinds <= {dt.date, dt.datetime}:
        return _days(cells)
    return pa.array([as_text(cell) for cell in cells], pa.string())


def _days(cells: Sequence[dt.date | dt.datetime | None]) -> pa.Array:
    import pyarrow as pa

    if not any(isinstance(cell, dt.datetime) and cell.time() != dt.time() for cell in cells):
        return pa.array([c.date() if isinstance(c, dt.datetime) else c for c in cells], pa.date32())
    return pa.array(
        [c if isinstance(c, dt.datetime) or c is None else dt.datetime.combine(c, dt.time()) for c in cells],
        pa.timestamp("us"),
    )


def as_text(cell: Any) -> str | None:
    """Write a cell as text: whole numbers without a point, days as ISO dates.

    Example:
        >>> as_text(17850.0), as_text(19.99), as_text(dt.date(2024, 1, 31)), as_text(None)
        ('17850', '19.99', '2024-01-31', None)
    """
    if cell is None or isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, dt.date | dt.datetime | dt.time) else str(cell)
