"""Where the table begins in a list of records, and whether its first record names the columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from custrata.engine.readers.relations import BLANKS

_NUMBER = re.compile(r"[-+(]?\s?[$€£¥]?\s?\d[\d.,' ]*\s?[%€$£]?\)?(?:[eE][-+]?\d+)?")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?|\d{1,2}:\d{2}(?::\d{2})?.*")
_LOOK_AHEAD = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table lies in its records.

    Attributes:
        first: Index of the first record of the table.
        header: Whether that record names the columns.
        headers: Headers of all columns; empty strings where there are none.
    """

    first: int
    header: bool
    headers: tuple[str, ...]


def find_layout(records: Sequence[Sequence[str]]) -> Layout:
    """Find the header of a table below titles and blank lines.

    Args:
        records: Cells of the first records.

    Returns:
        The layout. Without a header every column has an empty one.
    """
    cut = [tuple(cell.strip(BLANKS) for cell in record) for record in records]
    width = table_width(cut)
    first = _first(cut, width)
    header = _names_columns(cut[first], cut[first + 1 :])
    named = cut[first] if header else ()
    return Layout(first, header, (*named[:width], *[""] * (width - len(named))))


def table_width(records: Sequence[Sequence[str]]) -> int:
    """The commonest number of cells; of equally common ones the largest."""
    counted = Counter(len(record) for record in records)
    return max(counted, key=lambda width: (counted[width], width))


def kind_of(cell: str) -> str:
    """Say what a cell looks like: ``number``, ``date``, ``text``, or ``empty``.

    Example:
        >>> kind_of("1,234.50"), kind_of("2017-01-31"), kind_of("Paris"), kind_of("")
        ('number', 'date', 'text', 'empty')
    """
    if not cell:
        return "empty"
    if _DATE.fullmatch(cell):
        return "date"
    return "number" if _NUMBER.fullmatch(cell) else "text"


def _first(records: Sequence[Sequence[str]], width: int) -> int:
    """The first record that is as full as the rows of the table."""
    filled = sorted(sum(map(bool, record)) for record in records if len(record) == width)
    usual = filled[len(filled) // 2] if filled else 0
    for index, record in enumerate(records[:_LOOK_AHEAD]):
        if len(record) >= width - 1 and sum(map(bool, record)) >= max(1, 0.5 * usual):
            return index
    return 0


def _names_columns(first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    filled = [cell for cell in first if cell]
    if not rows:
        return all(kind_of(cell) == "text" for cell in filled)
    votes = sum(
        _vote(cell, [row[place] for row in rows if place < len(row)]) for place, cell in enumerate(first)
    )
    if votes == 0:
        return len(set(filled)) == len(filled) and all(kind_of(cell) == "text" for cell in filled)
    return votes > 0


def _vote(cell: str, values: Sequence[str]) -> float:
    """Whether a cell names the column below it (above 0) or is one of its values (below 0)."""
    found = [value for value in values if value]
    if not cell or not found:
        return 0.0
    kinds = Counter(map(kind_of, found))
    usual, count = kinds.most_common(1)[0]
    if usual != "text" and count >= 0.8 * len(found):
        return 1.0 if kind_of(cell) == "text" else -1.0
    if kind_of(cell) != "text":
        return -0.5
    return -0.5 if cell in found else 0.1
