"""How a text file is to be read, before it is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from custrata.engine.readers.delimited.cells import Dialect
from custrata.engine.readers.delimited.dialect import DELIMITERS, find_dialect
from custrata.engine.readers.delimited.records import Record, read_records
from custrata.engine.readers.delimited.text import Text, open_text
from custrata.engine.readers.layout import Layout, find_layout
from custrata.engine.readers.relations import BLANKS
from custrata.errors import InputError

_MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|table|svg)\b", re.IGNORECASE)
_EMPTY = BLANKS + "".join(DELIMITERS) + '"'
_SEPARATORS = re.compile(r"[;\t|,]")


@dataclass(frozen=True, slots=True)
class Plan:
    """How a text is to be read.

    Attributes:
        text: The text in UTF-8.
        dialect: How cells are kept apart.
        headers: Headers of the columns; empty strings where the file has none.
        begins: Physical line in which the first row begins.
        ragged: Whether rows may stop early.
        by_the_book: Whether a strict parser can skip what stands above the first row line by line.
        notes: What was assumed.
    """

    text: Text
    dialect: Dialect
    headers: tuple[str, ...]
    begins: int
    ragged: bool
    by_the_book: bool
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
    head = text.head()
    if head and _MARKUP.match(head[0]):
        raise InputError("the file is a web page or XML, not a table", remedy="export it as CSV or Excel")
    if not any(line.strip(_EMPTY) for line in head):
        raise InputError("the file holds no rows", remedy="export it again, or leave it out")
    dialect = find_dialect(head, scratch)
    records = [r for r in read_records(head, dialect) if not (r.problem or _is_hint(r))]
    if not records:
        raise InputError("the file holds no rows", remedy="export it again, or leave it out")
    layout = find_layout([r.cells for r in records])
    if layout.body >= len(records):
        raise InputError("the file has a header and no rows", remedy="export it again, or leave it out")
    if len(layout.headers) == 1:
        _refuse_unsplit(head, layout)
    begins = _begins(records, layout)
    above = head[: begins - 1]
    plain_above = all(line.count('"') % 2 == 0 for line in above)
    notes = (*text.notes, *_notes(dialect, records, layout), *layout.notes)
    return Plan(text, dialect, layout.headers, begins, layout.ragged, plain_above, notes)


def _begins(records: Sequence[Record], layout: Layout) -> int:
    """The line from which on every record counts as a row or as rejected."""
    if layout.body == 0:
        return 1
    return records[layout.body - 1].line + 1 if layout.header is not None else records[layout.body].line


def _is_hint(record: Record) -> bool:
    """Whether a record is the line by which a spreadsheet is told the separator."""
    return record.line == 1 and record.text.strip('"').startswith("sep=")


def _refuse_unsplit(head: Sequence[str], layout: Layout) -> None:
    """Refuse a table of one column when its lines look as if they hold several, or are prose."""
    lines = [line for line in head if line.strip()]
    marked = sum(bool(_SEPARATORS.search(line)) for line in lines)
    if _SEPARATORS.search(lines[0]) and marked >= 0.8 * len(lines):
        raise InputError(
            "its lines hold separators, but no separator cuts them into the same number of cells",
            remedy="export it again with one separator and quotes around texts",
        )
    words = sum(len(line.split()) for line in lines[:1])
    if words > 4 or len(layout.headers[0]) > 60:
        raise InputError("no columns were found; it looks like prose", remedy="leave it out")


def _notes(dialect: Dialect, records: Sequence[Record], layout: Layout) -> tuple[str, ...]:
    notes = []
    if dialect.blank_runs or dialect.starts:
        notes.append("separated by blanks" if dialect.blank_runs else "fixed width")
    elif dialect.delimiter not in (",", ""):
        notes.append("separator " + {"\t": "tab"}.get(dialect.delimiter, dialect.delimiter))
    if layout.header is None:
        notes.append("no header")
    elif (line := records[layout.header].line) > 1:
        notes.append(f"header in line {line}")
    if layout.ragged:
        notes.append("rows may stop early: the cells left out are empty")
    return tuple(notes)
