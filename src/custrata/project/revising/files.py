"""A strategy in a file of any form: the ending says which."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from custrata.delivery.swapping import swap_in
from custrata.delivery.workbook.strategy_book import strategy_book
from custrata.engine.readers.grid import read_grids
from custrata.engine.snapshots import replace_text
from custrata.errors import DocumentError, InputError
from custrata.project.place import plain_text
from custrata.strategy.document import Document
from custrata.strategy.forms.cells import Cell
from custrata.strategy.forms.json_text import from_json, to_json
from custrata.strategy.forms.markdown.reading import from_markdown
from custrata.strategy.forms.markdown.writing import to_markdown
from custrata.strategy.forms.sheets import Sheet, from_sheets, to_sheets
from custrata.strategy.text import dump, load

Form = tuple[Callable[[str], Document], Callable[[Document], str]]

TEXTS: dict[str, Form] = {
    ".yaml": (load, dump),
    ".yml": (load, dump),
    ".json": (from_json, to_json),
    ".md": (from_markdown, to_markdown),
}
"""Ending → how the text is read and written."""

WORKBOOK = ".xlsx"
ENDINGS = (*TEXTS, WORKBOOK)


def read_form(path: Path) -> Document:
    """The strategy in a file.

    Args:
        path: The file; .yaml, .json, .md or .xlsx.

    Raises:
        DocumentError: It holds none; names the place.
        InputError: There is no such file, or it is of no such form.
    """
    form = _ending(path)
    if not path.is_file():
        raise InputError("there is no such file", where=str(path), remedy="check the name")
    try:
        if form == WORKBOOK:
            return from_sheets(_sheet(name, rows) for name, rows in read_grids(path))
        return TEXTS[form][0](plain_text(path))
    except (DocumentError, InputError) as error:
        where = f"{path.name}, {error.where}" if error.where and error.where != path.name else path.name
        raise type(error)(
            error.what, where=where, how_many=error.how_many, remedy=error.remedy, **error.facts
        ) from error


def write_form(document: Document, path: Path) -> None:
    """Write a strategy into a file, whole or not at all.

    Args:
        document: What to write.
        path: The file; .yaml, .json, .md or .xlsx.

    Raises:
        InputError: The ending names no form.
    """
    form = _ending(path)
    if form != WORKBOOK:
        replace_text(path, TEXTS[form][1](document))
        return
    swap_in(strategy_book(to_sheets(document)), path, "workbook")


def _ending(path: Path) -> str:
    if path.suffix.lower() in ENDINGS:
        return path.suffix.lower()
    raise InputError(
        "the ending names no form of a strategy", where=path.name, remedy=f"use one of: {', '.join(ENDINGS)}"
    )


def _sheet(name: str, rows: list[list[Cell]]) -> Sheet:
    head, *body = rows or [[]]
    return Sheet(name, tuple(str(cell) for cell in head), tuple(tuple(row) for row in body))
