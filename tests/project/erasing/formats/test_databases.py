from __future__ import annotations

import sqlite3
from contextlib import closing

import duckdb
import pytest

from custrata.project.erasing.formats.databases import (
    duckdb_tables,
    texts_of_duckdb,
    without_in_duckdb,
    without_in_sqlite,
)
from custrata.project.erasing.traces import Traces

ANA = Traces(frozenset({"A-00017"}), names=frozenset({"Ana Silva"}))
TABLES = {"people": {"id": "customer"}, "sales.orders": {"buyer": "customer"}}
ROWS = [("A-00016", "Bo Berg"), ("A-00017", "Ana Silva"), ("A-000171", "friend of Ana Silva")]


@pytest.fixture
def base(tmp_path):
    file = tmp_path / "shop.duckdb"
    with closing(duckdb.connect(str(file))) as held:
        held.execute("CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT)")
        held.executemany("INSERT INTO people VALUES (?, ?)", ROWS)
        held.execute("CREATE SCHEMA sales")
        held.execute("CREATE TABLE sales.orders (buyer TEXT, amount DECIMAL(9, 2))")
        held.executemany("INSERT INTO sales.orders VALUES (?, ?)", [("A-00017", 1), ("A-00016", 2)])
        held.execute("CREATE VIEW big AS SELECT * FROM sales.orders WHERE amount > 1")
    return file


def asked(file, question):
    with closing(duckdb.connect(str(file), read_only=True)) as held:
        return held.execute(question).fetchall()


def test_a_duckdb_file_loses_the_rows_and_keeps_tables_views_and_keys(base, tmp_path):
    assert without_in_duckdb(base, TABLES, ANA) == (2, 1)
    assert asked(base, "FROM people ORDER BY id") == [("A-00016", "Bo Berg"), ("A-000171", "friend of ...")]
    assert [row[0] for row in asked(base, "FROM sales.orders")] == ["A-00016"]
    assert len(asked(base, "FROM big")) == 1
    kinds = asked(base, "SELECT constraint_type FROM duckdb_constraints() WHERE table_name = 'people'")
    assert ("PRIMARY KEY",) in kinds
    assert not any("Ana" in text or text == "A-00017" for text in texts_of_duckdb(base))
    assert b"Ana Silva" not in base.read_bytes()
    assert list(tmp_path.iterdir()) == [base]


def test_a_duckdb_file_without_the_person_is_not_touched(base):
    before = base.read_bytes()
    assert without_in_duckdb(base, TABLES, Traces(frozenset({"A-9"}))) == (0, 0)
    assert base.read_bytes() == before


def test_a_row_that_others_need_leaves_the_file_as_it_is(base, tmp_path):
    with closing(duckdb.connect(str(base))) as held:
        held.execute("CREATE TABLE letters (n INTEGER, person TEXT REFERENCES people (id))")
        held.execute("INSERT INTO letters VALUES (1, 'A-00017')")
    before = base.read_bytes()
    assert without_in_duckdb(base, TABLES, ANA) is None
    assert base.read_bytes() == before
    assert list(tmp_path.iterdir()) == [base]


def test_what_a_program_has_not_yet_put_into_the_file_is_not_lost(base):
    base.with_name(base.name + ".wal").write_bytes(b"still to be written")
    assert without_in_duckdb(base, TABLES, ANA) is None


def test_tables_are_told_with_their_schema(base):
    with closing(duckdb.connect(str(base), read_only=True)) as held:
        assert duckdb_tables(held) == [("main", "people"), ("sales", "orders")]


def test_what_is_no_duckdb_file_holds_no_texts(tmp_path):
    file = tmp_path / "no.duckdb"
    file.write_bytes(b"12345678DUCK damaged")
    assert list(texts_of_duckdb(file)) == []


def test_an_sqlite_file_keeps_nothing_in_free_pages(tmp_path):
    file = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(file)) as held, held:
        held.execute("CREATE TABLE people (id TEXT, name TEXT)")
        held.executemany("INSERT INTO people VALUES (?, ?)", ROWS)
    assert without_in_sqlite(file, TABLES, ANA) == (1, 1)
    with closing(sqlite3.connect(file)) as held:
        assert held.execute("SELECT * FROM people").fetchall() == [ROWS[0], ("A-000171", "friend of ...")]
    assert b"Ana Silva" not in file.read_bytes()


@pytest.mark.parametrize(
    "columns",
    [
        "(id TEXT, name TEXT, rowid INTEGER)",
        "(id TEXT, name TEXT, ROWID INTEGER, oid INTEGER)",
        "(id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID",
        "(id TEXT, name TEXT, rowid INTEGER, oid INTEGER, _rowid_ INTEGER, PRIMARY KEY (id, name))",
    ],
)
def test_a_table_that_hides_the_numbers_of_its_rows_loses_no_neighbour(tmp_path, columns):
    file = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(file)) as held, held:
        held.execute(f"CREATE TABLE people {columns}")
        held.executemany("INSERT INTO people (id, name) VALUES (?, ?)", ROWS)
        if "rowid INTEGER" in columns:
            held.execute("UPDATE people SET rowid = 7")
    assert without_in_sqlite(file, TABLES, ANA) == (1, 1)
    with closing(sqlite3.connect(file)) as held:
        left = held.execute("SELECT id, name FROM people ORDER BY id").fetchall()
    assert left == [("A-00016", "Bo Berg"), ("A-000171", "friend of ...")]


def test_a_row_that_nothing_tells_from_others_is_left_and_said(tmp_path):
    file = tmp_path / "shop.sqlite"
    with closing(sqlite3.connect(file)) as held, held:
        held.execute("CREATE TABLE people (id TEXT, name TEXT, rowid INT, oid INT, _rowid_ INT)")
        held.executemany("INSERT INTO people (id, name) VALUES (?, ?)", ROWS)
    before = file.read_bytes()
    assert without_in_sqlite(file, TABLES, ANA) is None
    assert file.read_bytes() == before


def test_a_duckdb_table_with_a_column_called_rowid_is_left_and_said(tmp_path):
    file = tmp_path / "shop.duckdb"
    with closing(duckdb.connect(str(file))) as held:
        held.execute("CREATE TABLE people (id TEXT, name TEXT, rowid INTEGER)")
        held.executemany("INSERT INTO people VALUES (?, ?, 7)", ROWS)
    assert without_in_duckdb(file, TABLES, ANA) is None
    assert len(asked(file, "FROM people")) == 3
