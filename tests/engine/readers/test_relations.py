from __future__ import annotations

import pyarrow as pa
import pytest

from custrata.engine.readers.relations import (
    BLANKS,
    Findings,
    finish_table,
    load_batches,
    load_query,
    raw_type,
)
from custrata.sources.raw import RejectedRow


@pytest.fixture
def source(source_of, place):
    return source_of(place / "a.csv")


def test_texts_are_trimmed_and_blanks_are_nothing(source):
    cells = ["x", " x ", "\u00a0x\ufeff", "x y", BLANKS, "", "é", " é"]
    batch = pa.record_batch([pa.array(cells)], names=["c"])
    load_batches(source, ["a"], batch.schema, iter([batch]))
    table = finish_table(source, ["a"], Findings())
    rows = source.connection.execute(f"SELECT a FROM {table.relation} ORDER BY _row").fetchall()
    assert [row[0] for row in rows] == ["x", "x", "x", "x y", None, None, "é", "é"]


def test_relations_are_numbered_as_they_stand(source):
    for number in (1, 2):
        load_query(source, ["n"], f"SELECT {number} AS n")
        assert finish_table(source, ["n"], Findings()).relation == f"raw_{number}"
    assert source.connection.execute("FROM raw_1 UNION ALL FROM raw_2").fetchall() == [(1, 1), (2, 1)]


def test_what_was_learned_stands_beside_the_rows(source):
    rejected = (RejectedRow(3, "", "no row", "x"),)
    load_query(source, ["Id", "id"], "SELECT 1 AS a, 2 AS b")
    learned = Findings(rejected, ("a note",), ("id",), (("Id", ("t", "x")),))
    table = finish_table(source, ["Id", "id"], learned)
    assert (table.rejected, table.notes) == (rejected, ("a note",))
    assert (table.keys, table.refers) == (("id_2",), {"Id": ("t", "x")})


def test_columns_without_a_header_are_left_out_when_they_hold_nothing_or_remarks(source):
    query = "SELECT i AS a, NULL AS b, CASE WHEN i = 7 THEN 'a remark' END AS c, i AS d FROM range(100) t(i)"
    load_query(source, ["a", "", "", ""], query)
    table = finish_table(source, ["a", "", "", ""], Findings())
    assert [c.name for c in table.columns] == ["a", "column_4"]
    assert table.notes == (
        "1 empty column without a header left out",
        "column_3 has no header and 1 cells: left out",
    )


def test_a_column_with_a_header_stays_although_it_is_empty(source):
    load_query(source, ["a", "b"], "SELECT 1, NULL")
    assert [c.name for c in finish_table(source, ["a", "b"], Findings()).columns] == ["a", "b"]


def test_where_no_column_has_a_header_only_empty_ones_are_left_out(source):
    load_query(source, ["", ""], "SELECT i, CASE WHEN i = 7 THEN 1 END FROM range(100) t(i)")
    assert len(finish_table(source, ["", ""], Findings()).columns) == 2


@pytest.mark.parametrize(
    ("engine_type", "expected"),
    [
        ("DECIMAL(18,6)", "decimal"),
        ("INTEGER", "integer"),
        ("TIMESTAMP WITH TIME ZONE", "timestamp_tz"),
        ("UUID", "text"),
    ],
)
def test_types_of_the_engine_are_raw_types(engine_type, expected):
    assert raw_type(engine_type) == expected


def test_a_column_called_like_the_engines_count_of_rows_does_not_stand_in_its_place(source):
    load_query(source, ["rowid"], "SELECT 70 AS n UNION ALL SELECT 90")
    table = finish_table(source, ["rowid"], Findings())
    assert source.connection.execute(f"FROM {table.relation}").fetchall() == [(70, 1), (90, 2)]
    assert table.columns[0].header == "rowid"
