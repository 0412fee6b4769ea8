from __future__ import annotations

import datetime as dt
import shutil

from custrata.project.building import build_project
from custrata.project.erasing.erasing import erase
from custrata.project.erasing.finding import find
from custrata.project.erasing.scanning import scan
from custrata.project.erasing.suppressing import FILE, clear, keep_away, parts_of, raw_files, read, suppress
from custrata.project.erasing.traces import Traces
from custrata.project.place import settings_of


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
