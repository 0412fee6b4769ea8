"""Small canonical tables, written row by row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest

from custrata.sources.contract import CONTRACT, IBIS_TYPES

PURCHASE_SUMMARY = {
    "order_days": "int64",
    "age": "int64",
    "days_since_last_order": "int64",
    "first_order_on": "date",
    "last_order_on": "date",
    "current_revenue": "decimal(18, 6)",
    "previous_revenue": "decimal(18, 6)",
}

MakeTable = Callable[..., ir.Table]
Run = Callable[[ir.Table], list[dict[str, Any]]]


def _typed(value: Any, kind: str) -> Any:
    if kind == "decimal(18, 6)" and value is not None:
        return Decimal(str(value))
    if kind == "timestamp" and isinstance(value, dt.date):
        return dt.datetime.combine(value, dt.time(12))
    return value


@pytest.fixture(scope="session")
def canonical() -> MakeTable:
    """A canonical table from rows; columns that a row leaves out are null."""

    def make(name: str, *rows: dict[str, Any]) -> ir.Table:
        types = {column.name: IBIS_TYPES[column.kind] for column in CONTRACT[name].columns}
        types |= PURCHASE_SUMMARY if name == "customers" else {}
        data = [{column: _typed(row.get(column), kind) for column, kind in types.items()} for row in rows]
        assert all(set(row) <= set(types) for row in rows), "a row has a column that the contract lacks"
        return ibis.memtable(pa.Table.from_pylist(data, schema=ibis.schema(types).to_pyarrow()))

    return make


@pytest.fixture(scope="session")
def run() -> Run:
    """Rows of an expression."""
    engine = ibis.duckdb.connect()
    return lambda table: engine.to_pyarrow(table).to_pylist()
