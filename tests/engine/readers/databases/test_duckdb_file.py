from __future__ import annotations

from decimal import Decimal

import duckdb
import pytest


@pytest.fixture
def shop(place):
    with duckdb.connect(str(place / "shop.duckdb")) as database:
        yield database


def test_keys_and_references_are_told_and_views_left_out(read, shop):
    shop.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, name VARCHAR, owed DECIMAL(10, 3))")
    shop.execute(
        "CREATE TABLE bill (id INTEGER, place INTEGER, customer INTEGER REFERENCES customer(id), "
        "PRIMARY KEY (id, place))"
    )
    shop.execute("CREATE VIEW both_of_them AS FROM customer, bill")
    shop.execute("CREATE SCHEMA old; CREATE TABLE old.customer AS SELECT 9 AS id")
    shop.execute("INSERT INTO customer VALUES (2, ' Ann ', 1.500), (1, '', 2)")
    shop.execute("INSERT INTO bill VALUES (1, 1, 2)")
    shop.close()
    found, rows = read()
    assert [t.part for t in found.tables] == ["bill", "customer", "old.customer"]
    assert (found.tables[0].keys, found.tables[0].refers) == (
        ("id", "place"),
        {"customer": ("customer", "id")},
    )
    assert rows == [
        [(1, 1, 2, 1)],
        [(2, "Ann", Decimal("1.500"), 1), (1, None, Decimal("2.000"), 2)],
        [(9, 1)],
    ]


def test_the_file_is_let_go_again(read, shop, place, connection):
    shop.execute("CREATE TABLE t AS SELECT 1 AS a")
    shop.close()
    read()
    assert connection.execute("SELECT count(*) FROM duckdb_databases() WHERE NOT internal").fetchone() == (1,)
    with duckdb.connect(str(place / "shop.duckdb")) as again:
        again.execute("INSERT INTO t VALUES (2)")


def test_a_damaged_or_empty_file_is_named(read, shop):
    shop.close()
    found, _ = read(b__duckdb=bytes(8) + b"DUCK" + bytes(5_000))
    assert [u.file for u in found.unread] == ["b.duckdb", "shop.duckdb"]
    assert "damaged" in found.unread[0].reason
    assert found.unread[1].reason == "the database holds no tables"
