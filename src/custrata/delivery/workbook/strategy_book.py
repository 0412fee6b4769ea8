"""Writes the sheets of a strategy as a workbook: text stays text, days are days, wide columns wrap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from custrata.strategy.forms.cells import Cell
from custrata.strategy.forms.sheets import Sheet

MADE_ON = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""A day that is always the same, so that equal strategies give equal files."""

NARROW, WIDE = 14, 60


def strategy_book(sheets: Iterable[Sheet]) -> bytes:
    """The bytes of a workbook with these sheets.

    Args:
        sheets: As :func:`custrata.strategy.forms.sheets.to_sheets` makes them.

    Returns:
        An .xlsx file in which no text is a formula or a link.
    """
    import xlsxwriter

    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": MADE_ON})
    looks = {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
        "number": book.add_format({"valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
    }
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, looks)
    book.close()
    return stream.getvalue()


def _write(page: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    page.freeze_panes(1, 1)
    for column, name in enumerate(sheet.header):
        longest = max((len(str(row[column] or "")) for row in sheet.rows), default=0)
        page.set_column(column, column, min(WIDE, max(NARROW, longest + 2, len(name) + 2)))
        page.write_string(0, column, name, looks["head"])
    for line, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _cell(page, line, column, cell, looks)


def _cell(page: Any, line: int, column: int, cell: Cell, looks: dict[str, Any]) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        page.write_boolean(line, column, cell, looks["number"])
    elif isinstance(cell, int | float):
        page.write_number(line, column, cell, looks["number"])
    elif isinstance(cell, dt.date):
        page.write_datetime(line, column, cell, looks["day"])
    else:
        page.write_string(line, column, cell, looks["text"])
