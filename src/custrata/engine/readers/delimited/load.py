"""Rows of a text file become a relation."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from itertools import dropwhile
from typing import TYPE_CHECKING

import duckdb

from custrata.engine.readers.delimited.plan import Plan, plan_reading
from custrata.engine.readers.delimited.records import Record, read_records
from custrata.engine.readers.names import literal
from custrata.engine.readers.relations import Findings, Source, finish_table, load_batches, load_query
from custrata.sources.raw import RawTable, RejectedRow

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 20_000


def read_delimited(source: Source) -> Iterator[RawTable]:
    """Read a text file with one record a line; every cell is text."""
    plan = plan_reading(source.path, source.scratch)
    rejected: list[RejectedRow] = []
    if not _load_fast(source, plan):
        _load_with_care(source, plan, rejected)
    yield finish_table(source, plan.headers, Findings(tuple(rejected), plan.notes))


def _load_fast(source: Source, plan: Plan) -> bool:
    """Let DuckDB read the file by the book; False when something in it is not by the book."""
    dialect = plan.dialect
    if not plan.text.plain or len(dialect.delimiter) != 1:
        return False
    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(plan.headers)))
    query = (
        f"FROM read_csv({literal(glob.escape(str(plan.text.path)))}, auto_detect = false, header = false, "
        f"skip = {plan.begins - 1}, columns = {{{columns}}}, strict_mode = true, null_padding = false, "
        f"delim = {literal(dialect.delimiter)}, quote = {literal(dialect.quote)}, escape = {literal(dialect.escape)})"
    )
    try:
        load_query(source, plan.headers, query)
    except duckdb.Error:
        return False
    return True


def rows_of(plan: Plan) -> Iterator[Record]:
    """Give the records below the header."""
    return dropwhile(lambda r: r.line < plan.begins, read_records(plan.text.lines(), plan.dialect))


def _load_with_care(source: Source, plan: Plan, rejected: list[RejectedRow]) -> None:
    import pyarrow as pa

    schema = pa.schema([(f"c{place}", pa.string()) for place in range(len(plan.headers))])
    load_batches(source, plan.headers, schema, _batches(plan, rejected, schema))


def _batches(plan: Plan, rejected: list[RejectedRow], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    rows: list[list[str]] = []
    for record in rows_of(plan):
        cells = _fitted(record, plan, rejected)
        if cells is not None:
            rows.append(cells)
        if len(rows) == _BATCH:
            yield pa.record_batch([pa.array(c, pa.string()) for c in zip(*rows, strict=True)], schema=schema)
            rows = []
    if rows:
        yield pa.record_batch([pa.array(c, pa.string()) for c in zip(*rows, strict=True)], schema=schema)


def _fitted(record: Record, plan: Plan, rejected: list[RejectedRow]) -> list[str] | None:
    width = len(plan.headers)
    if record.problem:
        rejected.append(RejectedRow(record.line, "", record.problem, record.text[:500]))
        return None
    if len(record.cells) == width or (not any(record.cells[width:]) and len(record.cells) > width):
        return record.cells[:width]
    rejected.append(
        RejectedRow(record.line, "", f"{len(record.cells)} cells where {width} belong", record.text[:500])
    )
    return None
