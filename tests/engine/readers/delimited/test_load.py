from __future__ import annotations

import csv
import io
from itertools import count

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from custrata.engine.readers.delimited import load
from custrata.engine.readers.delimited.cells import Dialect
from custrata.engine.readers.delimited.plan import Plan
from custrata.engine.readers.delimited.text import Text
from custrata.engine.readers.relations import BLANKS, Source

HEADERS = ("first", "second", "third")
CELL = st.text(st.sampled_from("ab1, \"'\n;é\u00a0-"), max_size=8)


@pytest.fixture(scope="module")
def one_connection():
    with duckdb.connect(config={"threads": 1}) as opened:
        yield opened


def test_a_clean_file_is_read_as_it_lies(read):
    found, (rows,) = read(a__csv=b'\xef\xbb\xbfid, name ,note\r\n1, Ann ,"x, ""y"""\r\n2,, \r\n')
    assert [c.header for c in found.tables[0].columns] == ["id", "name", "note"]
    assert rows == [("1", "Ann", 'x, "y"', 1), ("2", None, None, 2)]
    assert {c.type for c in found.tables[0].columns} == {"text"}


def test_decimals_and_zeros_in_front_survive_as_they_stand(read):
    _, (rows,) = read(a__csv="id;price;zip\n1;1.234,50;01234\n2;0,1000000000000000000001;00000\n")
    assert [row[1:3] for row in rows] == [("1.234,50", "01234"), ("0,1000000000000000000001", "00000")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_ends_of_lines_are_read(read, end):
    _, rows = read(a__csv=f'id,name{end}1,Ann{end}2,"B{end}b"{end}3,Cy{end}')
    assert rows == [[("1", "Ann", 1), ("2", f"B{end}b", 2), ("3", "Cy", 3)]]


def test_formulas_and_queries_are_only_text(read):
    _, (rows,) = read(a__csv='id,"x""; DROP TABLE raw_1; --"\n1,=1+1\n2,\'; DROP TABLE raw_1; --\n3,-5\n')
    assert [row[1] for row in rows] == ["=1+1", "'; DROP TABLE raw_1; --", "-5"]


def test_rows_follow_the_order_of_the_file(read):
    text = "id,name,price\n" + "".join(f"{n},customer {n},{n}.50\n" for n in range(1, 30_001))
    found, (rows, _) = read(a__csv=text, b__csv=text + "1,2\n")
    assert all(row[0] == str(row[3]) for row in rows)
    assert [t.rows for t in found.tables] == [30_000, 30_000]
    assert [len(t.rejected) for t in found.tables] == [0, 1]


def test_a_file_of_which_nothing_is_a_row_is_named(read):
    found, _ = read(a__csv='a,b,c\n"1,2,3\n4\n')
    assert found.tables == ()
    assert found.unread[0].reason == "none of its lines is a row of a table"


@settings(max_examples=40)
@given(st.lists(st.tuples(CELL, CELL, st.integers(0, 99).map(str)), min_size=1, max_size=12))
def test_both_ways_of_reading_give_the_same_rows(one_connection, tmp_path_factory, records):
    place = tmp_path_factory.mktemp("both")
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([HEADERS, *records])
    (place / "a.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    expected = [tuple(cell.strip(BLANKS) or None for cell in record) for record in records]
    plan = Plan(Text(place / "a.csv", (), "\n"), Dialect(), HEADERS, 2, False, True, ())
    source = Source("a.csv", place / "a.csv", one_connection, place, count(1))
    assert load._load_with_care(source, plan) == ()
    assert one_connection.execute("FROM reading.arriving").fetchall() == expected
    assert load._load_as_it_is(source, plan)
    assert one_connection.execute("FROM reading.arriving").fetchall() == expected


def test_a_file_with_a_column_called_rowid_is_read(read):
    _, (rows,) = read(a__csv="id,rowid\n1,x\n2,y\n")
    assert rows == [("1", "x", 1), ("2", "y", 2)]
