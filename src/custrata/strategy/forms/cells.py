"""One value as one cell of a sheet, and back: text stays text, nothing is lost between."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from custrata.errors import DocumentError
from custrata.strategy.forms.shape import Sort

Cell = str | int | float | bool | dt.date | None
"""What a cell may hold; None for an empty one."""

ODD = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
"""What sheets drop or read as something else: controls, marks, and the escapes of Excel itself."""

EXACT = 2**53
"""From here on a cell cannot hold every whole number."""

FIRST_DAY = dt.date(1900, 3, 1)
"""Excel counts days wrongly before."""


def to_cell(value: Any, sort: Sort) -> Cell:
    r"""A value as a cell.

    Args:
        value: The value; None and what an empty cell would mean are not asked for.
        sort: What the field holds.

    Example:
        >>> to_cell("=1+1", Sort.TEXT), to_cell("", Sort.TEXT), to_cell(("a", "b"), Sort.WORDS)
        ('=1+1', '""', 'a\nb')
    """
    if sort is Sort.PAIRS:
        return _quoted(dict(value))
    if sort is Sort.WORDS:
        return _lines([str(word) for word in value])
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return value if _fits(value) else repr(value)
    if isinstance(value, dt.date):
        return value if value >= FIRST_DAY else value.isoformat()
    text = str(value)
    return text if _plain(text) else _quoted(text)


def from_cell(cell: Cell, sort: Sort, where: str = "") -> Any:
    r"""The value that a cell holds.

    Args:
        cell: The cell, not empty.
        sort: What the field holds.
        where: Where it stands, for a message.

    Raises:
        DocumentError: The cell begins like quoted text and is none.

    Example:
        >>> from_cell("a\nb", Sort.WORDS), from_cell('""', Sort.TEXT), from_cell(12.0, Sort.TEXT)
        (['a', 'b'], '', '12')
    """
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    if sort is Sort.PAIRS:
        return _unquoted(str(cell), where)
    # Text with blanks at its ends is written in quotes: blanks outside of quotes came in by hand.
    if sort is Sort.WORDS:
        text = _text(cell).strip()
        return _unquoted(text, where) if text.startswith("[") else [w.strip() for w in text.split("\n")]
    if sort is Sort.TEXT:
        text = _text(cell).strip()
        return _unquoted(text, where) if text.startswith('"') else text
    if sort is Sort.WHOLE and isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell


def _fits(value: float) -> bool:
    """Whether a cell gives a number back as it was: writers keep 16 digits."""
    return (isinstance(value, float) or abs(value) < EXACT) and float(f"{value:.16G}") == value


def _plain(text: str) -> bool:
    return bool(text) and text == text.strip() and not text.startswith('"') and not ODD.search(text)


def _lines(words: list[str]) -> str:
    """Words one below the other where that can be told apart, else quoted."""
    told = all(_plain(word) and "\n" not in word for word in words)
    return "\n".join(words) if words and told and not words[0].startswith("[") else _quoted(words)


def _quoted(value: Any) -> str:
    """Any value in one line of letters that every sheet keeps."""
    text = json.dumps(value, ensure_ascii=False)
    return ODD.sub(
        lambda match: "".join(f"\\u{ord(c):04x}" for c in match.group()[:1]) + match.group()[1:], text
    )


def _unquoted(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            "the cell begins like quoted text and is none",
            where=where,
            remedy='close the quotes, or begin with another sign; "" is an empty text',
        ) from error


def _text(cell: Cell) -> str:
    """A cell as text: a number that somebody typed over a text stands as it was typed."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool):
        return str(cell).lower()
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)
