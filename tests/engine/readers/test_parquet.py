from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq


def test_types_are_kept_and_nested_values_become_json(read, place):
    table = pa.table(
        {
            "id": pa.array([17850.0, None], pa.float64()),
            "small": pa.array([0.1, 2.5], pa.float32()),
            "n": pa.array([1, 2], pa.int16()),
            "big": pa.array([2**64 - 1, 1], pa.uint64()),
            "money": pa.array([Decimal("1.10"), Decimal("2.00")], pa.decimal128(10, 2)),
            "on": pa.array([dt.date(2024, 1, 31), None], pa.date32()),
            "at": pa.array([dt.datetime.fromisoformat("2024-01-31T01:02:03"), None], pa.timestamp("ns")),
            "yes": pa.array([True, False]),
            "text": pa.array(["  padded ", " "]),
            "kind": pa.array(["a", "b"]).dictionary_encode(),
            "list": pa.array([[1, 2], []], pa.list_(pa.int64())),
        }
    )
    pq.write_table(table, place / "a.parquet")
    found, (rows,) = read()
    assert [c.type for c in found.tables[0].columns] == [
        *(
            "float",
            "float",
            "integer",
            "decimal",
            "decimal",
            "date",
            "timestamp",
            "boolean",
            "text",
            "text",
            "text",
        )
    ]
    assert rows[0] == (
        *(17850.0, 0.1, 1, Decimal(2**64 - 1), Decimal("1.10"), dt.date(2024, 1, 31)),
        *(dt.datetime.fromisoformat("2024-01-31T01:02:03"), True, "padded", "a", "[1,2]", 1),
    )
    assert rows[1][8] is None


def test_a_name_with_a_pattern_in_it_is_only_a_name(read, place):
    pq.write_table(pa.table({"a": [1]}), place / "a[1]*'.parquet")
    found, rows = read()
    assert found.tables[0].source == "a[1]*'.parquet"
    assert rows == [[(1, 1)]]


def test_rows_are_numbered_in_the_order_of_the_file(read, place):
    pq.write_table(pa.table({"n": list(range(300_000))}), place / "a.parquet", row_group_size=1_000)
    _, (rows,) = read()
    assert all(n + 1 == row for n, row in rows)


def test_a_damaged_file_is_named_and_the_others_are_read(read):
    found, _ = read(a__parquet=b"PAR1 and nothing more", b__csv="x,y\n1,2\n")
    assert [t.source for t in found.tables] == ["b.csv"]
    assert found.unread[0].file == "a.parquet"
    assert "damaged" in found.unread[0].reason
