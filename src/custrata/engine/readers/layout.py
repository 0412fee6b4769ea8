"""Where a table begins in a list of records, and whether its first record names the columns."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from custrata.engine.readers.relations import BLANKS

_NUMBER = re.compile(
    r"[-+(−]?\s?(?:[$€£¥]|[A-Z]{3}\s)?\s?(?:\d[\d.,' \u00a0]*|[.,]\d+)"
    r"\s?(?:[%€$£]|[A-Z]{3})?\)?(?:[eE][-+]?\d+)?"
)
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?|\d{1,2}:\d{2}(?::\d{2})?.*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(
    r"(?:(?:grand |sub)?(?:total|sum)|summe|gesamt|totaux|suma|somme|totale)s?\b.*"
    r"|\(?\d+ (?:rows?|records?|lines?)\b.*",
    re.IGNORECASE,
)
_LOOK_AHEAD = 60
_RAGGED = 0.05


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table lies in its records.

    Attributes:
        header: Index of the record that names the columns; None when none does.
        body: Index of the first row.
        headers: Headers of all columns; empty strings where there are none.
        ragged: Whether rows may stop early, as their writer leaves out empty cells at the end.
        notes: What was assumed.
    """

    header: int | None
    body: int
    headers: tuple[str, ...]
    ragged: bool
    notes: tuple[str, ...] = ()


def find_layout(records: Sequence[Sequence[str]]) -> Layout:
    """Find the header of a table below titles and blank lines.

    Args:
        records: Cells of the first records; at least one.

    Returns:
        The layout. Without a header every column has an empty one.
    """
    cut = [tuple(cell.strip(BLANKS) for cell in record) for record in records]
    width = table_width(cut)
    first = _first(cut, width)
    if not names_columns(cut[first], cut[first + 1 :]):
        return _below_short_header(cut, first, width) or _layout(cut, None, first, (), width)
    return _layout(cut, first, _body(cut, first), cut[first], width)


def table_width(records: Sequence[Sequence[str]]) -> int:
    """The usual number of cells; wide records weigh more, as titles and footers are narrow."""
    counted = Counter(len(record) for record in records)
    return max(counted, key=lambda width: (counted[width] * math.log2(1 + width), width))


def kind_of(cell: str) -> str:
    """Say what a cell looks like: ``number``, ``date``, ``text``, or ``empty``.

    Example:
        >>> kind_of("1,234.50"), kind_of("2017-01-31"), kind_of("Paris"), kind_of("")
        ('number', 'date', 'text', 'empty')
    """
    if not cell:
        return "empty"
    if not any(character.isdigit() for character in cell):
        return "text"
    if _DATE.fullmatch(cell):
        return "date"
    return "number" if _NUMBER.fullmatch(cell) else "text"


def is_total(cells: Sequence[str]) -> bool:
    """Whether a row below a table sums it up instead of being one of its rows: a total leaves cells empty.

    Example:
        >>> is_total(("Total", "", "", "120.50")), is_total(("7", "Total Wine", "CA", "12.00"))
        (True, False)
    """
    filled = [cell for cell in cells if cell]
    if not filled or len(filled) == len(cells) or not _TOTAL.fullmatch(filled[0]):
        return False
    return len(filled) <= 0.6 * len(cells) or len(filled[0].split()) < 3


def names_columns(first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a record names the columns of the rows below it.

    Args:
        first: Trimmed cells of the record.
        rows: Trimmed cells of the rows below.

    Returns:
        True when its cells differ from those below them as names differ from values.
    """
    filled = [cell for cell in first if cell]
    texts = all(kind_of(cell) == "text" for cell in filled)
    if not rows:
        return texts
    # A header that stands again further down is no value of its columns.
    others = [row for row in rows if tuple(row) != tuple(first)] if texts else rows
    columns = [[row[place] for row in others if place < len(row)] for place in range(len(first))]
    votes = sum(_vote(cell, values) for cell, values in zip(first, columns, strict=True))
    return votes > 0 or (votes == 0 and texts and len(set(filled)) == len(filled))


def _first(records: Sequence[Sequence[str]], width: int) -> int:
    """The first record that is as full as the rows of the table."""
    filled = sorted(sum(map(bool, record)) for record in records if len(record) == width)
    usual = filled[len(filled) // 2]
    for index, record in enumerate(records[:_LOOK_AHEAD]):
        if len(record) >= width and sum(map(bool, record)) > 0.5 * usual:
            return index
    return next(index for index, record in enumerate(records) if len(record) == width)


def _body(records: Sequence[Sequence[str]], header: int) -> int:
    """The first row: survey exports put up to two further lines of names below the header."""
    marks = [i for i in range(header + 1, min(header + 3, len(records))) if "ImportId" in "".join(records[i])]
    return marks[-1] + 1 if marks else header + 1


def _below_short_header(records: Sequence[Sequence[str]], first: int, width: int) -> Layout | None:
    """A header with one name less than there are cells: the first column numbers the rows."""
    if not first or len(records[first - 1]) != width - 1 or not all(records[first - 1]):
        return None
    ends_empty = not any(record[-1] for record in records[first:] if len(record) == width)
    named = (*records[first - 1], "") if ends_empty else ("", *records[first - 1])
    if not names_columns(named, records[first:]):
        return None
    notes = () if ends_empty else ("the first column has no name",)
    return _layout(records, first - 1, first, named, width, *notes)


def _layout(
    records: Sequence[Sequence[str]],
    header: int | None,
    body: int,
    named: Sequence[str],
    width: int,
    *notes: str,
) -> Layout:
    full = max(width, len(named))
    rows = records[body:]
    short = sum(len(row) < full for row in rows if len(row) > 1 or full == 1)
    return Layout(
        header,
        body,
        (*named, *[""] * (full - len(named))),
        bool(short) and short >= _RAGGED * len(rows),
        notes,
    )


def _vote(cell: str, values: Sequence[str]) -> float:
    """Whether a cell names the column below it (above 0) or is one of its values (below 0)."""
    found = [value for value in values if value]
    if not cell or not found:
        return 0.0
    usual, count = Counter(map(kind_of, found)).most_common(1)[0]
    kind = kind_of(cell)
    if usual != "text" and count >= 0.7 * len(found):
        if kind == "text":
            return 1.0
        return 0.0 if _YEAR.fullmatch(cell) and not all(map(_YEAR.fullmatch, found)) else -1.0
    return _vote_on_text(cell, found) if kind == "text" else -0.5


def _vote_on_text(cell: str, found: Sequence[str]) -> float:
    if cell in found:
        return -1.0
    shapes = Counter(map(_shape, found))
    shape, count = shapes.most_common(1)[0]
    if len(found) > 3 and count >= 0.8 * len(found) and any(mark in shape for mark in "9@_-"):
        return -0.5 if _shape(cell) == shape else 0.5
    return 0.4 if len(set(found)) <= 0.6 * len(found) else 0.1


def _shape(cell: str) -> str:
    """The look of a text: runs of small letters, capitals and digits."""
    return re.sub(r"9+", "9", re.sub(r"\d", "9", re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", cell))))
