"""How a text file is to be read, before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from custrata.engine.readers.delimited.dialect import HEAD_LINES, find_dialect
from custrata.engine.readers.delimited.header import find_layout
from custrata.engine.readers.delimited.records import Dialect, read_records
from custrata.engine.readers.delimited.text import Text, open_text
from custrata.errors import InputError


@dataclass(frozen=True, slots=True)
class Plan:
    """How a text is to be read.

    Attributes:
        text: The text in UTF-8.
        dialect: How cells are kept apart.
        headers: Headers of the columns; empty strings where the file has none.
        begins: Physical line in which the first row begins.
        notes: What was assumed.
    """

    text: Text
    dialect: Dialect
    headers: tuple[str, ...]
    begins: int
    notes: tuple[str, ...]


def plan_reading(path: Path, scratch: Path) -> Plan:
    """Look at the head of a text file and decide how to read it.

    Args:
        path: The file.
        scratch: Folder for a transcoded copy.

    Returns:
        The plan; equal bytes give an equal plan.

    Raises:
        InputError: The file is empty, no text, no table, or has a header and nothing else.
    """
    text = open_text(path, scratch)
    head = list(islice(text.lines(), HEAD_LINES))
    dialect = find_dialect(head)
    records = [r for r in read_records(head, dialect) if not r.problem]
    if not records:
        raise InputError("the file holds no rows", remedy="export it again")
    layout = find_layout([r.cells for r in records])
    begin = layout.first + layout.header
    if begin >= len(records):
        raise InputError("the file has a header and no rows", remedy="export it again, or leave it out")
    if len(layout.headers) == 1:
        _refuse_unsplit(head)
    return Plan(
        text,
        dialect,
        layout.headers,
        records[begin].line,
        (*text.notes, *_notes(dialect, records[layout.first].line, layout.header)),
    )


def _refuse_unsplit(head: list[str]) -> None:
    pass


def _notes(dialect: Dialect, line: int, header: bool) -> tuple[str, ...]:
    notes = []
    if dialect.blank_runs:
        notes.append("separated by blanks")
    elif dialect.delimiter not in (",", ""):
        notes.append("separator " + {"\t": "tab"}.get(dialect.delimiter, dialect.delimiter))
    if not header:
        notes.append("no header")
    elif line > 1:
        notes.append(f"header in line {line}")
    return tuple(notes)
