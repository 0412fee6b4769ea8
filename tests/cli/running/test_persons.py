from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest

from custrata.cli.run import run

HEADS = ["order_id", "order_date", "customer_id", "amount"]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("persons") / "shop"
    folder.mkdir()
    rows = [
        [f"{c:02}{m:02}", f"2025-{m:02}-{c + 3:02}", f"KEY-{c:04}", f"{10 + c + m}.50"]
        for c in range(1, 13)
        for m in range(1, 13)
    ]
    with (folder / "orders.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADS, *rows])
    assert run(["build", str(folder)]) == 0
    return folder


@pytest.fixture
def shop(built, tmp_path, monkeypatch):
    import shutil

    monkeypatch.delenv("CUSTRATA_SITE", raising=False)
    return shutil.copytree(built, tmp_path / "shop")


def test_who_is_meant_is_said_and_a_stranger_is_nobody(shop, capsys):
    capsys.readouterr()
    assert run(["person", "find", "KEY-0004", "-C", str(shop), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["customers"] == ["KEY-0004"]
    assert run(["person", "find", "KEY-9999", "-C", str(shop)]) == 2
    assert "nobody is known by this" in capsys.readouterr().err


def test_everything_known_is_given_and_nothing_of_the_neighbour(shop, tmp_path):
    out = tmp_path / "given.zip"
    assert run(["person", "give", "KEY-0004", "-C", str(shop), "--out", str(out)]) == 0
    with zipfile.ZipFile(io.BytesIO(out.read_bytes())) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "KEY-0004" in text
    assert "KEY-0005" not in text


def test_without_yes_nothing_is_erased(shop, capsys):
    before = (shop / "orders.csv").read_bytes()
    assert run(["person", "erase", "KEY-0004", "-C", str(shop)]) == 2
    assert "give --yes" in capsys.readouterr().err
    assert run(["person", "erase", "KEY-0004", "-C", str(shop), "--yes"]) == 2
    assert "this is no day" in capsys.readouterr().err
    assert (shop / "orders.csv").read_bytes() == before


def test_an_erasure_is_reported_without_a_name_and_spares_the_neighbour(shop, capsys):
    capsys.readouterr()
    assert run(["person", "erase", "KEY-0004", "-C", str(shop), "--yes", "--on", "2026-01-31"]) == 0
    said = capsys.readouterr().out
    assert "12 raw rows removed" in said
    assert "KEY-0004" not in said
    text = (shop / "orders.csv").read_text(encoding="utf-8")
    assert "KEY-0004" not in text
    assert text.count("KEY-0005") == 12
