from __future__ import annotations

import gzip
import random
from itertools import pairwise

import duckdb
import pytest

from custrata.engine.readers.folder import read_folder
from custrata.engine.readers.lines import lines_of
from custrata.errors import InputError

SEEDS = (
    b'id,name,amount,on\n1,"Smith, John",12.50,2024-01-01\n2,"Two\nlines",3,2024-01-02\n3,Ann,,2024-01-03\n',
    b"a;b;c\r\n1,5;x;2024-01-01\r\n2,5;y;2024-01-02\r\n3,5;z;2024-01-03\r\n",
    b" 00001 19970101  1   11.77\r\n 00002 19970112  1   12.00\r\n" * 4,
    b'{"a":1,"b":[1,{"c":2}]}\n{"a":2.50}\n',
    "k\u00f6ln|stra\u00dfe\nx|y\nz|w\n".encode("latin-1"),
    "id,n\n1,\u00e9\n2,\u00fc\n".encode("utf-16"),
)
SLIPS = (
    *(
        b'"',
        b'""',
        b",",
        b";",
        b"\t",
        b"|",
        b"\n",
        b"\r",
        b"\r\n",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\\",
        b"'",
    ),
    *(
        b"sep=;\n",
        b"=1+1",
        b"Total,,,1\n",
        b"\n\n",
        b"a" * 200,
        b"{",
        b"[",
        b"<html>",
        b"\xc3",
        b"     ",
        b"# x\n",
    ),
)
SUFFIXES = (
    ".csv",
    ".csv",
    ".csv",
    ".txt",
    ".tsv",
    ".jsonl",
    ".json",
    ".xlsx",
    ".parquet",
    ".db",
    ".duckdb",
    ".csv.gz",
)


def slipped(chance: random.Random) -> bytes:
    """A file with up to a dozen slips."""
    content = bytearray(chance.choice(SEEDS) * chance.choice((1, 1, 3, 20)))
    for _ in range(chance.randint(0, 12)):
        place = chance.randrange(len(content) + 1)
        what = chance.random()
        if what < 0.6:
            content[place:place] = chance.choice(SLIPS)
        elif what < 0.85:
            del content[place : place + chance.randint(1, 8)]
        elif content:
            content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


@pytest.mark.parametrize("seed", range(8))
def test_no_slip_in_a_file_stops_the_reading(tmp_path, seed):
    chance = random.Random(seed)
    place = tmp_path / "data"
    place.mkdir()
    names = [f"{number:02}{chance.choice(SUFFIXES)}" for number in range(40)]
    for name in names:
        content = slipped(chance)
        (place / name).write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    with duckdb.connect(config={"threads": 1}) as connection:
        found = read_folder(place, connection, tmp_path / "scratch")
        assert {t.file for t in found.tables} | {u.file for u in found.unread} == set(names)
        assert all(u.reason and u.remedy for u in found.unread)
        for table in found.tables:
            assert connection.execute(f"SELECT count(*), max(_row) FROM {table.relation}").fetchone() == (
                *(table.rows, table.rows or None),
            )
            lines = [*lines_of(place, table, range(1, table.rows + 1)).values()]
            assert len(lines) == table.rows
            assert all(a < b for a, b in pairwise(sorted(lines)))
            assert not {r.line for r in table.rejected} & set(lines)


def test_relations_are_numbered_in_the_order_of_names_whatever_fails_between(read, place):
    (place / "sub").mkdir()
    (place / "sub" / "c.csv").write_text("a,b\n1,2\n")
    found, _ = read(
        a__csv="x,y\n1,2\n", b__csv="", d__tsv="x\ty\n3\t4\n", LICENSE="text", e__zip="PK", f__md="# x"
    )
    assert [(t.relation, t.source) for t in found.tables] == [
        *(("raw_1", "a.csv"), ("raw_2", "d.tsv"), ("raw_3", "sub/c.csv"))
    ]
    assert [(u.file, u.reason) for u in found.unread] == [
        *(("b.csv", "the file is empty"), ("e.zip", "not a format that is read"))
    ]


def test_packed_files_are_read_as_what_they_hold(read):
    found, rows = read(a__csv__gz=gzip.compress(b"a,b\n1,2\n"), b__jsonl__gz=gzip.compress(b'{"a":1}\n'))
    assert [t.source for t in found.tables] == ["a.csv.gz", "b.jsonl.gz"]
    assert rows == [[("1", "2", 1)], [("1", 1)]]


def test_a_folder_without_data_is_an_empty_folder(place, connection, tmp_path):
    found = read_folder(place, connection, tmp_path / "scratch")
    assert (found.tables, found.unread) == ((), ())


def test_a_folder_that_is_not_there_is_an_error(place, connection, tmp_path):
    with pytest.raises(InputError, match="there is no such folder"):
        read_folder(place / "nowhere", connection, tmp_path / "scratch")


def test_nothing_is_left_in_scratch(read, tmp_path):
    read(a__csv="a,b\n1,é\n".encode("latin-1"), b__csv__gz=gzip.compress(b"a,b\n1,2\n"))
    assert list((tmp_path / "scratch").iterdir()) == []


@pytest.mark.real_data
@pytest.mark.parametrize(
    ("folder", "rows"),
    [
        ("cdnow", {"CDNOW_master.txt": 69_659}),
        ("cdnow_sample", {"CDNOW_sample.txt": 6_919}),
        ("superstore", {"superstore.csv": 9_994}),
        ("wholesale", {"Wholesale customers data.csv": 440}),
        ("telco_ibm", {"Telco-Customer-Churn.csv": 7_043}),
        ("marketing_campaign", {"marketing_campaign.csv": 2_240}),
        ("online_retail", {"online_retail.parquet": 541_909}),
    ],
)
def test_real_files_are_read_to_the_line(real_data, connection, tmp_path, folder, rows):
    found = read_folder(real_data / folder, connection, tmp_path / "scratch")
    assert {t.source: t.rows for t in found.tables} == rows
    assert found.unread == ()
    assert all(t.rejected == () for t in found.tables)


@pytest.mark.real_data
def test_junk_columns_beside_a_real_table_are_left_out(real_data, connection, tmp_path):
    (table,) = read_folder(real_data / "wholesale", connection, tmp_path / "scratch").tables
    assert [c.name for c in table.columns] == [
        *("Channel", "Region", "Fresh", "Milk", "Grocery", "Frozen", "Detergents_Paper", "Delicassen")
    ]


@pytest.mark.real_data
def test_a_real_database_tells_its_keys(real_data, connection, tmp_path):
    found = read_folder(real_data / "chinook", connection, tmp_path / "scratch")
    invoice = next(t for t in found.tables if t.part == "Invoice")
    assert (invoice.keys, invoice.refers) == (("InvoiceId",), {"CustomerId": ("Customer", "CustomerId")})
    total = connection.execute(f"SELECT sum(Total::DECIMAL(18, 6)) FROM {invoice.relation}").fetchone()
    assert str(total[0]) == "2328.600000"
