from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest


@pytest.fixture
def shop(place):
    with closing(sqlite3.connect(place / "shop.sqlite")) as database:
        yield database


def test_keys_and_references_are_told(read, shop):
    shop.executescript(
        """
        CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE bill (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customer(id),
                           agent INTEGER REFERENCES customer, total NUMERIC(10, 2));
        CREATE TABLE line (bill INTEGER, place INTEGER, PRIMARY KEY (bill, place)) WITHOUT ROWID;
        CREATE VIEW both AS SELECT * FROM customer, bill;
        INSERT INTO customer VALUES (7, ' Ann '), (3, '');
        INSERT INTO bill VALUES (1, 7, 3, 19.99), (2, 3, 7, 5);
        INSERT INTO line VALUES (2, 1), (1, 2), (1, 1);
        """
    )
    found, (bills, customers, lines) = read()
    bill, customer, line = found.tables
    assert [t.source for t in found.tables] == [
        *("shop.sqlite#bill", "shop.sqlite#customer", "shop.sqlite#line")
    ]
    assert (bill.keys, bill.refers) == (
        ("id",),
        {"customer": ("customer", "id"), "agent": ("customer", "id")},
    )
    assert (customer.keys, line.keys) == (("id",), ("bill", "place"))
    assert bills == [(1, 7, 3, 19.99, 1), (2, 3, 7, 5.0, 2)]
    assert customers == [(3, None, 1), (7, "Ann", 2)]
    assert lines == [(1, 1, 1), (1, 2, 2), (2, 1, 3)]


def test_a_text_among_numbers_makes_the_column_text(read, shop):
    shop.execute("CREATE TABLE t (n INTEGER, r REAL, b BOOLEAN, x BLOB, big INTEGER)")
    shop.execute("INSERT INTO t VALUES (1, 1.5, 1, x'6162', 9223372036854775807)")
    shop.execute("INSERT INTO t VALUES ('none', 2, 0, x'ff', NULL)")
    shop.commit()
    found, (rows,) = read()
    assert [c.type for c in found.tables[0].columns] == ["text", "float", "boolean", "text", "integer"]
    assert rows == [("1", 1.5, True, "ab", 2**63 - 1, 1), ("none", 2.0, False, "\ufffd", None, 2)]


def test_an_empty_table_is_a_table_without_rows(read, shop):
    shop.execute("CREATE TABLE t (a TEXT, b INTEGER)")
    shop.commit()
    found, rows = read()
    assert (found.tables[0].rows, rows) == (0, [[]])


def test_strange_names_are_only_names(read, shop):
    shop.execute('CREATE TABLE "a ""b""; DROP TABLE x" ("c ""d" TEXT, _row TEXT)')
    shop.execute("""INSERT INTO "a ""b""; DROP TABLE x" VALUES ('e', 'f')""")
    shop.commit()
    found, rows = read()
    assert found.tables[0].part == 'a "b"; DROP TABLE x'
    assert [c.name for c in found.tables[0].columns] == ['c "d', "row_in_file"]
    assert rows == [[("e", "f", 1)]]


def test_the_file_is_not_touched(read, shop, place):
    shop.execute("CREATE TABLE t (a TEXT)")
    shop.commit()
    before = (place / "shop.sqlite").read_bytes()
    read()
    assert (place / "shop.sqlite").read_bytes() == before
    assert [p.name for p in place.iterdir()] == ["shop.sqlite"]


def test_a_damaged_file_is_named(read):
    found, _ = read(a__db=b"SQLite format 3\x00" + b"garbage" * 500)
    assert found.tables == ()
    assert "damaged" in found.unread[0].reason


def test_a_file_without_tables_is_named(read, shop):
    shop.execute("CREATE TABLE t (a)")
    shop.execute("DROP TABLE t")
    shop.commit()
    found, _ = read()
    assert found.unread[0].reason == "the database holds no tables"
