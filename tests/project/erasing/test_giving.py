from __future__ import annotations

import csv
import io
import json
import zipfile

from custrata.project.erasing.finding import find
from custrata.project.erasing.giving import give


def test_a_person_gets_everything_and_nothing_of_the_neighbour(shop):
    ana = find(shop, "CUST-0007")
    with zipfile.ZipFile(io.BytesIO(give(shop, ana, {"comments": ["about Ana Silva"]}))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    orders = list(csv.DictReader(io.StringIO(files["tables/transactions.csv"])))
    assert len(orders) == 6
    assert {row["customer_id"] for row in orders} == {"CUST-0007"}
    assert json.loads(files["sources.json"])["invoices.csv"] == 6
    assert json.loads(files["elsewhere.json"]) == {"comments": ["about Ana Silva"]}
    assert not any("CUST-00071" in text or "Bo Berg" in text for text in files.values())


def test_giving_changes_nothing(shop):
    before = {path: path.read_bytes() for path in shop.data.iterdir()}
    give(shop, find(shop, "CUST-0007"))
    assert {path: path.read_bytes() for path in shop.data.iterdir()} == before


def test_no_cell_is_taken_for_a_formula(shop):
    ana = find(shop, "CUST-0007")
    with zipfile.ZipFile(io.BytesIO(give(shop, ana))) as archive:
        text = archive.read("tables/people.csv").decode()
    assert "'+351 210 555 123" in text
