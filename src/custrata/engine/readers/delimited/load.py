"""Rows of a text file become a relation."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from typing import TYPE_CHECKING

import duckdb

from custrata.engine.readers.delimited.plan import Plan, plan_reading
from custrata.engine.readers.delimited.rows import TAIL, Row, read_rows
from custrata.engine.readers.layout import is_total
from custrata.engine.readers.names import literal, quoted, unique_names
from custrata.engine.readers.relations import (
    ARRIVING,
    Findings,
    Source,
    finish_table,
    load_batches,
    load_query,
)
from custrata.errors import InputError
from custrata.sources.raw import RawTable, RejectedRow

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 20_000


def read_delimited(source: Source) -> Iterator[RawTable]:
    """Read a text file with one record a line; every cell is text.

    DuckDB reads a file that is by the book; a file with any slip is read again record by record, so that
    every record is loaded, or rejected with its reason.

    Raises:
        InputError: The file is empty, no text, or no table.
    """
    plan = plan_reading(source.path, source.scratch)
    rejected: list[RejectedRow] = []
    if not _load_fast(source, plan):
        _load_with_care(source, plan, rejected)
    table = finish_table(source, plan.headers, Findings(tuple(rejected), plan.notes))
    yield table


def _load_fast(source: Source, plan: Plan) -> bool:
    """Let DuckDB read the file; False when something in it is not by the book."""
    d = plan.dialect
    if not (plan.text.plain and plan.by_the_book) or plan.ragged or len(d.delimiter) != 1:
        return False
    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(plan.headers)))
    query = (
        f"FROM read_csv({literal(glob.escape(str(plan.text.path)))}, auto_detect = false, header = false, "
        f"skip = {plan.begins - 1}, columns = {{{columns}}}, strict_mode = true, null_padding = false, "
        f"delim = {literal(d.delimiter)}, quote = {literal(d.quote)}, escape = {literal(d.escape)})"
    )
    try:
        load_query(source, plan.headers, query)
    except duckdb.Error:
        return False
    return not _has_strays(source, plan)


def _has_strays(source: Source, plan: Plan) -> bool:
    """Whether rows are empty, repeat the header, or sum up: a strict parser lets them pass."""
    names = [quoted(name) for name in unique_names(plan.headers)]
    empty = f"coalesce({', '.join(names)}) IS NULL" if len(names) > 1 else f"{names[0]} IS NULL"
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


def _load_with_care(source: Source, plan: Plan, rejected: list[RejectedRow]) -> None:
    import pyarrow as pa

    schema = pa.schema([(f"c{place}", pa.string()) for place in range(len(plan.headers))])
    load_batches(source, plan.headers, schema, _batches(plan, rejected, schema))
    found = source.connection.execute(f"SELECT count(*) FROM {ARRIVING}").fetchone()
    if not (found and found[0]):
        raise InputError("none of its lines is a row of a table", remedy="export it again, or leave it out")


def _batches(plan: Plan, rejected: list[RejectedRow], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    rows: list[list[str]] = []
    for row in read_rows(plan):
        if isinstance(row, Row):
            rows.append(row.cells)
        else:
            rejected.append(row)
        if len(rows) == _BATCH:
            yield _batch(rows, schema)
            rows = []
    if rows:
        yield _batch(rows, schema)


def _batch(rows: list[list[str]], schema: pa.Schema) -> pa.RecordBatch:
    import pyarrow as pa

    return pa.record_batch([pa.array(cells, pa.string()) for cells in zip(*rows, strict=True)], schema=schema)
