"""Rows of a text file become a relation."""

from __future__ import annotations

import csv
import glob
from collections.abc import Iterator
from dataclasses import replace

import duckdb

from custrata.engine.readers.delimited.cells import Dialect
from custrata.engine.readers.delimited.plan import Plan, plan_reading
from custrata.engine.readers.delimited.rows import TAIL, Row, read_rows
from custrata.engine.readers.delimited.text import Text
from custrata.engine.readers.layout import is_total
from custrata.engine.readers.names import literal, quoted, unique_names
from custrata.engine.readers.relations import ARRIVING, Findings, Source, finish_table, load_query
from custrata.errors import InputError
from custrata.sources.raw import RawTable, RejectedRow

_LONGEST_LINE = 8_000_000


def read_delimited(source: Source) -> Iterator[RawTable]:
    """Read a text file with one record a line; every cell is text.

    DuckDB reads a file that is by the book; a file with any slip is gone through record by record first, so
    that every record is loaded, or rejected with its reason.

    Raises:
        InputError: The file is empty, no text, or no table.
    """
    plan = plan_reading(source.path, source.scratch)
    rejected: tuple[RejectedRow, ...] = ()
    if not _load_as_it_is(source, plan):
        rejected = _load_with_care(source, plan)
    yield finish_table(source, plan.headers, Findings(rejected, plan.notes))


def _load_as_it_is(source: Source, plan: Plan) -> bool:
    """Let DuckDB read the file; False when something in it is not by the book."""
    if not (plan.text.line_end and plan.by_the_book) or plan.ragged or not plan.dialect.delimiter:
        return False
    try:
        _load(source, plan, plan.begins - 1)
    except duckdb.Error:
        return False
    return not _has_strays(source, plan)


def _load(source: Source, plan: Plan, skip: int) -> None:
    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(plan.headers)))
    # Plain line ends are told, as DuckDB may take one inside quotes for them; told of pairs it reads no rows.
    line_end = r"new_line = '\n', " if plan.text.line_end == "\n" else ""
    load_query(
        source,
        plan.headers,
        f"FROM read_csv({literal(glob.escape(str(plan.text.path)))}, auto_detect = false, header = false, "
        f"skip = {skip}, columns = {{{columns}}}, max_line_size = {_LONGEST_LINE}, strict_mode = true, "
        f"null_padding = false, {line_end}"
        f"delim = {literal(plan.dialect.delimiter)}, quote = {literal(plan.dialect.quote)}, "
        f"escape = {literal(plan.dialect.escape)})",
    )


def _has_strays(source: Source, plan: Plan) -> bool:
    """Whether rows are empty, repeat the header, or sum up: a strict parser lets them pass."""
    names = [quoted(name) for name in unique_names(plan.headers)]
    empty = " AND ".join(f"{name} IS NULL" for name in names)
    again = (
        " AND ".join(f"{n} = {literal(h)}" for n, h in zip(names, plan.headers, strict=True) if h) or "false"
    )
    found = source.connection.execute(
        f"SELECT 1 FROM {ARRIVING} WHERE ({empty}) OR ({again}) LIMIT 1"
    ).fetchone()
    last = source.connection.execute(
        f"FROM {ARRIVING} WHERE rowid >= (SELECT count(*) FROM {ARRIVING}) - {TAIL}"
    ).fetchall()
    return found is not None or any(is_total([cell or "" for cell in row]) for row in last)


def _load_with_care(source: Source, plan: Plan) -> tuple[RejectedRow, ...]:
    """Write what is a row to a file that is by the book, and let DuckDB read that."""
    rejected: list[RejectedRow] = []
    path = source.scratch / "rows.csv"
    rows = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        # Quotes around every cell, as the writer would put none around a lone carriage return.
        writer = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
        for row in read_rows(plan):
            if isinstance(row, Row):
                writer.writerow(row.cells)
                rows += 1
            else:
                rejected.append(row)
    if not rows:
        raise InputError("none of its lines is a row of a table", remedy="export it again, or leave it out")
    tidy = replace(plan, text=Text(path, (), "\n"), dialect=Dialect())
    _load(source, tidy, 0)
    return tuple(rejected)
