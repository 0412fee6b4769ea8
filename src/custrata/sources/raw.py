"""What was found in a folder before anyone says what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

RawType = Literal["text", "integer", "decimal", "float", "date", "timestamp", "timestamp_tz", "boolean"]
"""``text`` for everything read from CSV and the like; typed files (Parquet, databases, Excel) keep theirs."""

ROW = "_row"
"""Every raw relation has this extra column: the ordinal of the row in its file, from 1."""


@dataclass(frozen=True, slots=True)
class RawColumn:
    """A column of a file: ``header`` is what stands there, ``name`` is unique in the relation."""

    name: str
    header: str
    type: RawType


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A line that is no row of its table."""

    line: int
    column: str
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table found in one file.

    Attributes:
        source: How people name it: ``orders.csv``, ``book.xlsx#Sheet1``, ``shop.sqlite#Invoice``.
        file: Path relative to the folder, with forward slashes.
        part: Sheet or table inside the file; empty for plain files.
        relation: Name of the relation in the engine; it has all ``columns`` and ``_row``.
        columns: The columns, in the order of the file.
        rows: Number of rows in the relation.
        rejected: Lines that could not become a row; rows in = ``rows`` + ``len(rejected)``.
        notes: What was assumed while reading ("latin-1", "separator ;", "header in line 3").
        keys: Declared primary key, where a database says it.
        refers: Declared foreign keys: column → (table, column), where a database says it.
    """

    source: str
    file: str
    part: str
    relation: str
    columns: tuple[RawColumn, ...]
    rows: int
    rejected: tuple[RejectedRow, ...] = ()
    notes: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    refers: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that gave no table, with the reason and the next step."""

    file: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Folder:
    """All that was found in a folder of raw data."""

    tables: tuple[RawTable, ...]
    unread: tuple[UnreadFile, ...] = ()
