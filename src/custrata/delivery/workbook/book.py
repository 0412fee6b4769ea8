"""The workbook: the plan, its evidence, definitions and readings, each cell with its type."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from custrata.delivery import tokens
from custrata.delivery.deliverable import Given
from custrata.delivery.swapping import swap_in
from custrata.delivery.workbook import evidence, plan
from custrata.delivery.workbook.sheet import Cell, Heading, Number, Sheet

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

LONGEST_CELL = 32_767
"""Letters that a cell of a spreadsheet holds."""


def sheets(given: Given) -> tuple[Sheet, ...]:
    """All sheets in order; those without a row are left out, the first one says what stands where."""
    found = [
        make(given)
        for make in (
            plan.statements,
            plan.groups,
            plan.goals,
            plan.scorecard,
            plan.assumptions,
            plan.decisions,
            plan.findings,
            evidence.claims,
            evidence.figures,
            evidence.definitions,
            evidence.readings,
            evidence.account,
            evidence.caveats,
        )
    ]
    kept = [sheet for sheet in found if sheet.rows]
    return (_cover(given, kept), *kept)


def _cover(given: Given, kept: Iterable[Sheet]) -> Sheet:
    document, manifest = given.document, given.snapshot.manifest
    signed = sum(s.signed for s in document.sign_offs)
    facts: list[tuple[Cell, ...]] = [
        ("Company", document.company or manifest.company),
        ("Data to", manifest.as_of),
        ("Days of the data", "notional: the data carry no dates" if manifest.notional else "as in the data"),
        ("Currency", manifest.currency or "not stated"),
        ("Snapshot", manifest.fingerprint),
        ("Revision of the strategy", Number(document.revision)),
        ("Signatures", f"{signed} of {len(document.sign_offs)} functions have signed some revision"),
    ]
    if given.example:
        facts.insert(0, (given.example, "these are no company's own figures"))
    facts += [(f"Sheet {sheet.name}", sheet.about) for sheet in kept]
    return Sheet("Read me", (Heading("What", 30), Heading("Value", 110)), tuple(facts))


def write_workbook(given: Given, out: Path) -> str:
    """Write the workbook.

    Args:
        given: Snapshot, strategy and evidence.
        out: The file, which ends in ``.xlsx``.

    Returns:
        What was written, as a sentence.

    Raises:
        DeliveryError: The file cannot be written.
    """
    made = sheets(given)
    swap_in(_bytes(made, given.snapshot.manifest.as_of), out, "workbook")
    return f"{out}: {len(made)} sheets, {sum(len(s.rows) for s in made):,} rows"


def _bytes(made: Iterable[Sheet], day: dt.date) -> bytes:
    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    book = xlsxwriter.Workbook(stream, options)
    book.set_properties({"created": dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)})
    formats = _Formats(book)
    for sheet in made:
        _write(book.add_worksheet(sheet.name), sheet, formats)
    book.close()
    return stream.getvalue()


class _Formats:
    """Formats of cells, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}
        font = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        self.head = book.add_format(
            {**font, "bold": True, "bottom": 1, "bottom_color": tokens.INK_2, "text_wrap": True}
        )
        self.text = book.add_format({**font, "text_wrap": True})
        self.day = book.add_format({**font, "num_format": "yyyy-mm-dd", "align": "left"})
        self._font = font

    def number(self, code: str) -> Format:
        """The format of a number format's code."""
        if code not in self._made:
            self._made[code] = self._book.add_format({**self._font, "num_format": code})
        return self._made[code]


def _write(page: Worksheet, sheet: Sheet, formats: _Formats) -> None:
    for column, heading in enumerate(sheet.headings):
        page.set_column(column, column, heading.width)
        page.write_string(0, column, heading.title, formats.head)
        if heading.note:
            page.write_comment(0, column, heading.note)
    for place, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            _put(page, place, column, cell, formats)
    page.freeze_panes(1, 1)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)


def _put(page: Worksheet, row: int, column: int, cell: Cell, formats: _Formats) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, Number):
        page.write_number(row, column, cell.value, formats.number(cell.format))
    elif isinstance(cell, dt.date):
        page.write_datetime(row, column, cell, formats.day)
    elif isinstance(cell, bool):
        page.write_boolean(row, column, cell, formats.text)
    elif isinstance(cell, int | float):
        page.write_number(row, column, cell, formats.number("General"))
    else:
        page.write_string(row, column, _printable(cell), formats.text)


def _printable(text: str) -> str:
    """A text that a cell can hold: no control characters, and cut where a cell ends, which is said."""
    clean = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    if len(clean) <= LONGEST_CELL:
        return clean
    note = f" … (cut: {len(clean):,} letters)"
    return clean[: LONGEST_CELL - len(note)] + note
