"""Records of a delimited text: physical lines, joined where a quoted cell spans several."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from custrata.engine.readers.relations import BLANKS

_LONGEST_RECORD = 2_000
"""Lines that one quoted cell may span; past that the opening quote is held for a slip."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are kept apart.

    Attributes:
        delimiter: The character (or characters) between cells; empty when every line is one cell.
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


@dataclass(slots=True)
class Record:
    """One record: the line it begins in, its cells, and what is wrong with it, if anything."""

    line: int
    cells: list[str]
    problem: str = ""
    text: str = ""


def read_records(lines: Iterable[str], dialect: Dialect) -> Iterator[Record]:
    """Cut lines into records; lines without any content are left out.

    Args:
        lines: Physical lines with their ends.
        dialect: How cells are kept apart.

    Returns:
        The records in order. One with broken quotes carries its whole line as a problem, and the next line
        begins a new record.
    """
    if dialect.starts or dialect.blank_runs:
        return _spaced(lines, dialect)
    return _quoted(lines, dialect) if dialect.quote else _plain(lines, dialect.delimiter)


def _spaced(lines: Iterable[str], dialect: Dialect) -> Iterator[Record]:
    spans = [slice(a, b) for a, b in pairwise((*dialect.starts, None))] if dialect.starts else []
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\r\n")
        cells = [text[span] for span in spans] or text.split()
        if any(cell.strip(BLANKS) for cell in cells):
            yield Record(number, cells, "", text)


def _plain(lines: Iterable[str], delimiter: str) -> Iterator[Record]:
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\r\n")
        if text.strip(BLANKS + delimiter):
            yield Record(number, text.split(delimiter) if delimiter else [text], "", text)


def _quoted(lines: Iterable[str], dialect: Dialect) -> Iterator[Record]:
    quote, delimiter, nothing = dialect.quote, dialect.delimiter, BLANKS + dialect.delimiter
    waiting: deque[str] = deque()
    source = iter(lines)
    number = 0
    while True:
        line = waiting.popleft() if waiting else next(source, None)
        if line is None:
            return
        number += 1
        text = line.rstrip("\r\n")
        if quote not in text:
            if text.strip(nothing):
                yield Record(number, text.split(delimiter) if delimiter else [text], "", text)
            continue
        record, used = _with_quotes(line, number, waiting, source, dialect)
        number += used
        yield record


def _with_quotes(
    line: str, number: int, waiting: deque[str], source: Iterator[str], dialect: Dialect
) -> tuple[Record, int]:
    """Read a record that has quotes; gives it with the number of further lines that it took."""
    cells, is_open = split_cells(line.rstrip("\r\n"), dialect)
    if cells is not None:
        return Record(number, cells, "", line.rstrip("\r\n")), 0
    if is_open:
        joined, used = _join(line, waiting, source, dialect)
        if joined is not None:
            return Record(number, joined, "", line.rstrip("\r\n")), used
    lenient = _split_leniently(line.rstrip("\r\n"), dialect)
    problem = "" if lenient and not is_open else "a quote is opened and not closed"
    return Record(number, lenient or [line], problem, line.rstrip("\r\n")), 0


def _join(
    line: str, waiting: deque[str], source: Iterator[str], dialect: Dialect
) -> tuple[list[str] | None, int]:
    """Add lines until the quotes close; when they do not, all of them wait to be read again."""
    taken: list[str] = []
    for _ in range(_LONGEST_RECORD):
        following = waiting.popleft() if waiting else next(source, None)
        if following is None:
            break
        taken.append(following)
        if dialect.quote in following:
            cells, is_open = split_cells((line + "".join(taken)).rstrip("\r\n"), dialect)
            if cells is not None:
                return cells, len(taken)
            if not is_open:
                break
    waiting.extendleft(reversed(taken))
    return None, 0


def split_cells(text: str, dialect: Dialect) -> tuple[list[str] | None, bool]:
    """Split a record by the book: a quoted cell ends where a delimiter or the end follows its closing quote.

    Args:
        text: The record without its line end.
        dialect: How cells are kept apart.

    Returns:
        The cells, or None with whether the text ends inside a quoted cell.

    Example:
        >>> split_cells('1,"a, b",""', Dialect())
        (['1', 'a, b', ''], False)
        >>> split_cells('1,"a', Dialect())
        (None, True)
    """
    pattern = _cell_pattern(dialect)
    cells: list[str] = []
    place = 0
    while True:
        match = pattern.match(text, place)
        if match is None:
            return None, False
        if match["open"] is not None:
            return None, True
        cells.append(_unquoted(match["quoted"], dialect) if match["quoted"] is not None else match["plain"])
        place = match.end()
        if place >= len(text):
            return cells, False
        place += len(dialect.delimiter)
        if place == len(text):
            return [*cells, ""], False


@lru_cache(maxsize=64)
def _cell_pattern(dialect: Dialect) -> re.Pattern[str]:
    q, d = re.escape(dialect.quote), re.escape(dialect.delimiter)
    blanks = "".join(blank for blank in " \t" if blank != dialect.delimiter)
    doubled = rf"{q}{q}" if dialect.escape == dialect.quote else rf"{re.escape(dialect.escape)}.|{q}{q}"
    inside = rf"(?:[^{q}{re.escape(dialect.escape)}]++|{doubled})*+"
    end = rf"(?={d}|\Z)" if d else r"\Z"
    plain = rf"(?P<plain>(?:(?!{d})[\s\S])*+)" if d else r"(?P<plain>[\s\S]*+)"
    return re.compile(
        rf"[{blanks}]*{q}(?P<quoted>{inside}){q}[{blanks}]*{end}"
        rf"|[{blanks}]*{q}(?P<open>{inside})\Z"
        rf"|(?![{blanks}]*{q}){plain}",
        re.DOTALL,
    )


def _unquoted(cell: str, dialect: Dialect) -> str:
    plain = cell.replace(dialect.quote * 2, dialect.quote)
    return (
        plain
        if dialect.escape == dialect.quote
        else plain.replace(dialect.escape + dialect.quote, dialect.quote)
    )


def _split_leniently(text: str, dialect: Dialect) -> list[str] | None:
    """Split a line whose quotes are not by the book: a quote inside a cell is only a character."""
    if not dialect.delimiter:
        return None
    q, d = re.escape(dialect.quote), re.escape(dialect.delimiter)
    cells = re.findall(rf"(?:^|(?<={d}))(?:{q}(?:.*?){q}(?={d}|$)|(?:(?!{d}).)*)", text)
    return [_bare(cell, dialect.quote) for cell in cells]


def _bare(cell: str, quote: str) -> str:
    inner = cell[1:-1] if len(cell) > 1 and cell.startswith(quote) and cell.endswith(quote) else cell
    return inner.replace(quote * 2, quote)
