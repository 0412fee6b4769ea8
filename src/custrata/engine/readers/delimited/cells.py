"""Cells of one record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are kept apart.

    Attributes:
        delimiter: The character between cells; empty when every line is one cell.
        quote: The character around cells that may hold the delimiter; empty when there is none.
        escape: What stands before a quote inside a quoted cell: the quote itself or a backslash.
        blank_runs: Cells are kept apart by any number of blanks.
        starts: Where the cells of a line of fixed width begin; empty otherwise.
    """

    delimiter: str = ","
    quote: str = '"'
    escape: str = '"'
    blank_runs: bool = False
    starts: tuple[int, ...] = ()


def split_cells(text: str, dialect: Dialect) -> tuple[list[str], int | None]:
    """Split a record by the book: a quoted cell ends where a delimiter or the end follows its closing quote.

    Args:
        text: The record without its line end.
        dialect: How cells are kept apart.

    Returns:
        The cells and None. Or the cells so far with the place where the content of a cell begins whose quote
        does not close before the text ends; or with -1 when something else stands behind a closing quote.

    Example:
        >>> split_cells('1,"a, b",""', Dialect())
        (['1', 'a, b', ''], None)
        >>> split_cells('1,"a', Dialect())
        (['1'], 3)
    """
    cell, _, _ = patterns_of(dialect)
    cells: list[str] = []
    place = 0
    while (found := cell.match(text, place)) is not None:
        if found["open"] is not None:
            return cells, found.start("open")
        cells.append(found["plain"] if found["quoted"] is None else unquoted(found["quoted"], dialect))
        if found.end() == len(text):
            return cells, None
        place = found.end() + len(dialect.delimiter)
    return cells, -1


def split_leniently(text: str, dialect: Dialect) -> list[str]:
    """Split a record whose quotes are not by the book: a quote that no delimiter follows is only a character.

    Example:
        >>> split_leniently('"a "b", c",1', Dialect())
        ['a "b', ' c"', '1']
    """
    if not dialect.delimiter:
        return [text]
    q, d = re.escape(dialect.quote), re.escape(dialect.delimiter)
    found = re.findall(rf"(?:^|(?<={d}))(?:{q}.*?{q}(?={d}|$)|[^{d}]*)", text, re.DOTALL)
    return [_bare(cell, dialect) for cell in found]


def unquoted(cell: str, dialect: Dialect) -> str:
    """Undo the doubling or escaping of quotes inside a quoted cell."""
    if dialect.quote not in cell:
        return cell
    if dialect.escape != dialect.quote:
        cell = cell.replace(dialect.escape + dialect.quote, dialect.quote)
    return cell.replace(dialect.quote * 2, dialect.quote)


@lru_cache(maxsize=64)
def patterns_of(dialect: Dialect) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of a cell, of the rest of an open cell, and of a line that leaves it open."""
    q, d = re.escape(dialect.quote), re.escape(dialect.delimiter)
    blanks = "".join(blank for blank in " \t" if blank != dialect.delimiter)
    end = rf"(?={d}|\Z)" if d else r"\Z"
    plain = rf"[^{d}]*+" if d else r"[\s\S]*+"
    if dialect.escape == dialect.quote:
        inside = rf"(?:[^{q}]++|{q}{q})*+"
    else:
        e = re.escape(dialect.escape)
        inside = rf"(?:[^{q}{e}]++|{e}[\s\S]|{q}{q})*+"
    cell = (
        rf"[{blanks}]*+{q}(?P<quoted>{inside}){q}[{blanks}]*+{end}"
        rf"|[{blanks}]*+{q}(?P<open>{inside})\Z"
        rf"|(?![{blanks}]*+{q})(?P<plain>{plain})"
    )
    closing = rf"(?P<rest>{inside}){q}[{blanks}]*+{end}"
    return re.compile(cell), re.compile(closing), re.compile(inside)


def _bare(cell: str, dialect: Dialect) -> str:
    q = dialect.quote
    return unquoted(cell[1:-1] if len(cell) > 1 and cell[0] == q == cell[-1] else cell, dialect)
