"""Records of a delimited text: physical lines, joined where a quoted cell spans several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from custrata.engine.readers.delimited.cells import (
    Dialect,
    patterns_of,
    split_cells,
    split_leniently,
    unquoted,
)
from custrata.engine.readers.relations import BLANKS

_PATIENCE = 2_000
_LITTLE_PATIENCE = 50
_DISAPPOINTMENTS = 20


@dataclass(slots=True)
class Record:
    """One record: the line it begins in, its cells, and what is wrong with it, if anything."""

    line: int
    cells: list[str]
    problem: str = ""
    text: str = ""


@dataclass(slots=True)
class _Cursor:
    """Lines that can be given back."""

    source: Iterator[str]
    waiting: deque[str] = field(default_factory=deque)
    number: int = 0
    disappointments: int = 0

    def take(self) -> str | None:
        line = self.waiting.popleft() if self.waiting else next(self.source, None)
        self.number += line is not None
        return line

    def give_back(self, lines: list[str]) -> None:
        self.waiting.extendleft(reversed(lines))
        self.number -= len(lines)
        self.disappointments += 1

    @property
    def patience(self) -> int:
        """How many lines a quoted cell may span; less once many quotes were opened and never closed."""
        return _PATIENCE if self.disappointments < _DISAPPOINTMENTS else _LITTLE_PATIENCE


def read_records(lines: Iterable[str], dialect: Dialect) -> Iterator[Record]:
    """Cut lines into records; those without any content are left out.

    Args:
        lines: Physical lines with their ends.
        dialect: How cells are kept apart.

    Returns:
        The records in order. One whose quotes never close has a problem, and the next line begins another.
    """
    if dialect.starts or dialect.blank_runs:
        return _spaced(lines, dialect)
    return _quoted(lines, dialect) if dialect.quote else _plain(lines, dialect.delimiter)


def _spaced(lines: Iterable[str], dialect: Dialect) -> Iterator[Record]:
    spans = [slice(a, b) for a, b in pairwise((*dialect.starts, None))] if dialect.starts else []
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\r\n")
        if text.strip(BLANKS):
            yield Record(number, [text[span] for span in spans] or text.split(), "", text)


def _plain(lines: Iterable[str], delimiter: str) -> Iterator[Record]:
    nothing = BLANKS + delimiter
    for number, line in enumerate(lines, start=1):
        text = line.rstrip("\r\n")
        if text.strip(nothing):
            yield Record(number, text.split(delimiter) if delimiter else [text], "", text)


def _quoted(lines: Iterable[str], dialect: Dialect) -> Iterator[Record]:
    quote, delimiter, nothing = dialect.quote, dialect.delimiter, BLANKS + dialect.delimiter
    cursor = _Cursor(iter(lines))
    while (line := cursor.take()) is not None:
        text = line.rstrip("\r\n")
        if quote in text:
            record = _with_quotes(cursor, line, text, dialect)
            if any(cell.strip(BLANKS) for cell in record.cells):
                yield record
        elif text.strip(nothing):
            yield Record(cursor.number, text.split(delimiter) if delimiter else [text], "", text)


def _with_quotes(cursor: _Cursor, line: str, text: str, dialect: Dialect) -> Record:
    number = cursor.number
    cells, opened = split_cells(text, dialect)
    if opened is None:
        return Record(number, cells, "", text)
    if opened >= 0:
        joined = _joined(cursor, cells, line[opened:], dialect)
        if joined is not None:
            return Record(number, joined, "", text)
        return Record(number, [text], "a quote is opened and not closed", text)
    return Record(number, split_leniently(text, dialect), "", text)


def _joined(cursor: _Cursor, cells: list[str], begun: str, dialect: Dialect) -> list[str] | None:
    """Add lines until the quotes close; when they do not, the lines are given back."""
    _, closing, still_open = patterns_of(dialect)
    taken: list[str] = []
    pieces = [begun]
    for _ in range(cursor.patience):
        line = cursor.take()
        if line is None:
            break
        taken.append(line)
        text = line.rstrip("\r\n")
        found = closing.match(text)
        if found is None:
            if not still_open.fullmatch(text):
                break
            pieces.append(line)
            continue
        cells = [*cells, unquoted("".join([*pieces, found["rest"]]), dialect)]
        if found.end() == len(text):
            return cells
        past = found.end() + len(dialect.delimiter)
        more, opened = split_cells(text[past:], dialect)
        cells += more
        if opened is None:
            return cells
        if opened < 0:
            break
        pieces = [line[past + opened :]]
    cursor.give_back(taken)
    return None
