"""The cells of a workbook as they stand: every sheet, every row, nothing guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from custrata.engine.readers.excel import open_workbook


def read_grids(path: Path) -> tuple[tuple[str, list[list[Any]]], ...]:
    """Name and rows of every sheet, in the order of the workbook.

    Args:
        path: The workbook.

    Returns:
        Cells as text, numbers, truth values or days; an empty cell is an empty text.

    Raises:
        InputError: The workbook is damaged, protected by a password, or grows beyond reason.
    """
    book = open_workbook(path)
    return tuple(
        (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names
    )
