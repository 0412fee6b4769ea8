from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
import shutil
import sqlite3
from contextlib import closing

import duckdb
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
import xlsxwriter

from custrata.errors import InputError
from custrata.project.building import build_project
from custrata.project.erasing.erasing import erase
from custrata.project.erasing.finding import find
from custrata.project.erasing.scanning import scan
from custrata.project.erasing.suppressing import FILE, clear, keep_away, parts_of, raw_files, read, suppress
from custrata.project.erasing.traces import Traces
from custrata.project.place import settings_of

DAY = dt.date(2026, 1, 1)


def test_the_list_itself_names_nobody(shop):
    suppress(shop, find(shop, "CUST-0007"))
    text = (shop.state / FILE).read_text(encoding="utf-8")
    assert not any(word in text for word in ("CUST", "ana", "example"))
    assert read(shop).takes("customer", " cust-0007")
    assert not read(shop).takes("customer", "CUST-00071")


def test_the_next_import_does_not_bring_the_person_back(shop, shop_built):
    ana, bo = find(shop, "CUST-0007"), find(shop, "CUST-00071")
    erase(shop, ana, on=dt.date(2026, 1, 1))
    shutil.rmtree(shop.data)
    shutil.copytree(shop_built / "data", shop.data)  # last month's export, uploaded once more
    assert scan(shop.data, ana)
    built = build_project(shop, settings_of(shop))
    assert built.rebuilt
    # Kept are hashes of keys and addresses: a name in the words of somebody else is not known any more.
    keyed = Traces(ana.customers, ana.persons, ana.emails, ana.phones)
    assert scan(shop.root, keyed) == ()
    assert scan(shop.root, bo)
    assert built.snapshot.manifest.tables["customers"] == 89


def test_without_a_list_no_file_is_read(shop):
    before = {path: path.stat().st_mtime_ns for path in raw_files(shop)}
    assert keep_away(shop) == 0
    assert {path: path.stat().st_mtime_ns for path in raw_files(shop)} == before


def test_a_second_person_joins_the_first_on_the_list(shop):
    suppress(shop, Traces(frozenset({"A"})))
    suppress(shop, Traces(frozenset({"B"})))
    assert read(shop).takes("customer", "A")
    assert read(shop).takes("customer", "B")


def test_all_raw_files_are_cleared_and_the_neighbour_stays(shop):
    ana, bo = find(shop, "CUST-0007"), find(shop, "CUST-00071")
    before = scan(shop.data, bo)
    done = clear(shop, ana)
    assert {name: one.removed for name, one in done.items()} == {
        "contacts.csv": 1,
        "invoices.csv": 6,
        "tickets.csv": 1,
    }
    assert scan(shop.data, ana) == ()
    assert scan(shop.data, bo) == before


def test_parts_of_a_file_are_told_by_their_names():
    tables = {"a.csv": {"x": "customer"}, "b.sqlite#T": {"y": "person"}}
    assert parts_of("b.sqlite", tables) == {"T": {"y": "person"}}
    assert parts_of("a.csv", tables) == {"": {"x": "customer"}}


def _as(kind, folder, rows):
    """The same rows under a new name in another format."""
    heads, file = list(rows[0]), folder / f"later.{kind}"
    if kind == "xlsx":
        with xlsxwriter.Workbook(file) as book:
            sheet = book.add_worksheet()
            for at, cells in enumerate([heads, *([row[h] for h in heads] for row in rows)]):
                sheet.write_row(at, 0, cells)
    elif kind == "json":
        file.write_text(json.dumps(rows))
    elif kind == "parquet":
        parquet.write_table(pa.Table.from_pylist(rows), file)
    elif kind == "sqlite":
        with closing(sqlite3.connect(file)) as base, base:
            base.execute(f"CREATE TABLE later ({', '.join(heads)})")
            base.executemany(
                f"INSERT INTO later VALUES ({', '.join('?' * len(heads))})", [tuple(r.values()) for r in rows]
            )
    elif kind == "duckdb":
        held = pa.Table.from_pylist(rows)
        with closing(duckdb.connect(str(file))) as base:
            base.register("held", held)
            base.execute("CREATE TABLE later AS SELECT * FROM held")
    else:
        lines = [",".join(heads), *(",".join(row.values()) for row in rows)]
        file.write_bytes(gzip.compress("\n".join(lines).encode()))
    return file


def test_snapshots_that_come_back_from_a_backup_are_cleared_by_the_list(shop, shop_built):
    erase(shop, find(shop, "CUST-0007"), on=DAY)
    kept = (shop.state / FILE).read_bytes()
    shutil.rmtree(shop.root)
    shutil.copytree(shop_built, shop.root)
    (shop.state / FILE).write_bytes(kept)
    assert find(shop, "CUST-0007")
    assert keep_away(shop) > 0
    with pytest.raises(InputError):
        find(shop, "CUST-0007")
    assert find(shop, "CUST-00071")
    assert keep_away(shop) == 0


FORMATS = ("xlsx", "json", "parquet", "sqlite", "duckdb", "csv.gz")


def test_later_files_of_any_format_do_not_bring_the_person_back(shop):
    erase(shop, find(shop, "CUST-0007"), on=DAY)
    for turn, kind in enumerate(FORMATS):
        rows = [
            {
                "contact_id": f"CON-{turn + 1}{n:04}",
                "customer_id": key,
                "full_name": f"Later {n}",
                "email": f"later{turn}-{n}@example.net",
            }
            for n, key in enumerate(["CUST-0007", *(f"CUST-{n:04d}" for n in range(20, 60))])
        ]
        _as(kind, shop.data, rows)
    snapshot = build_project(shop, settings_of(shop)).snapshot
    assert snapshot.manifest.account.closes
    with pytest.raises(InputError):
        find(shop, "CUST-0007")
    for turn in range(len(FORMATS)):
        assert find(shop, f"CON-{turn + 1}0001").persons == {f"CON-{turn + 1}0001"}, "the neighbour came in"
        assert f"later{turn}-0@" not in shop.mapping.read_text(encoding="utf-8")


def test_raw_files_of_other_formats_lose_the_person_and_keep_the_neighbour(shop):
    kinds = {"contacts": "xlsx", "invoices": "csv.gz", "tickets": "duckdb"}
    for name, kind in kinds.items():
        text = (shop.data / f"{name}.csv").read_bytes().decode("utf-8-sig")
        made = _as(kind, shop.data, list(csv.DictReader(text.splitlines(keepends=True))))
        made.rename(shop.data / f"{name}.{kind}")
        (shop.data / f"{name}.csv").unlink()
    build_project(shop, settings_of(shop))
    ana, bo = find(shop, "CUST-0007"), find(shop, "CUST-00071")
    before = scan(shop.data, bo)

    report = erase(shop, ana, on=DAY)

    assert report.left == ()
    assert report.clean
    assert {name: done.removed for name, done in report.raw.items()} == {
        "contacts.xlsx": 1,
        "invoices.csv.gz": 6,
        "tickets.duckdb": 1,
    }
    assert scan(shop.root, ana) == ()
    assert {hit.file for hit in scan(shop.data, bo)} == {hit.file for hit in before}
    again = build_project(shop, settings_of(shop))
    assert again.snapshot.manifest.tables["customers"] == 89
    assert find(shop, "CUST-00071") == bo
    with pytest.raises(InputError):
        find(shop, "CUST-0007")
