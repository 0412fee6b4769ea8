"""A bare folder of data is enough: what is written lies in .custrata, the data stay as they were."""

from __future__ import annotations

import shutil


def test_the_data_stay_as_they_were(custrata, shop, files):
    before = files.hashes(shop)
    custrata("build", shop)
    custrata("draft", "-C", shop)
    assert files.hashes(shop) == before


def test_c_finds_what_was_written(custrata, built_shop, monkeypatch):
    monkeypatch.chdir(built_shop.parent)
    assert custrata("show", "customers", "-C", "shop").code == 0
    assert custrata("-C", "shop", "show", "customers").code == 0
    monkeypatch.chdir(built_shop)
    assert custrata("show", "customers").code == 0


def test_deck_and_report_land_where_they_are_asked_to(custrata, roaster, tmp_path):
    deck, report = tmp_path / "a b" / "deck.pptx", tmp_path / "report.html"
    deck.parent.mkdir()
    assert custrata("deck", "-C", roaster, "--out", deck).code == 0
    assert custrata("report", "-C", roaster, "--out", report).code == 0
    assert deck.read_bytes()[:2] == b"PK"
    assert report.read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")


def test_nothing_changed_nothing_built(custrata, shop, files):
    first = custrata("build", shop, "--json").json
    kept = {p: p.stat().st_mtime_ns for p in (shop / ".custrata").rglob("*") if p.is_file()}
    again = custrata("build", shop, "--json").json
    assert (first["rebuilt"], again["rebuilt"]) == (True, False)
    assert again["fingerprint"] == first["fingerprint"]
    assert {p: p.stat().st_mtime_ns for p in (shop / ".custrata").rglob("*") if p.is_file()} == kept


def test_a_changed_file_makes_a_new_snapshot_and_keeps_the_old_one(custrata, shop, files, order_heads):
    first = custrata("build", shop, "--json").json
    files.write(shop / "orders.csv", order_heads, files.orders()[:-1])
    second = custrata("build", shop, "--json").json
    assert second["rebuilt"]
    assert second["fingerprint"] != first["fingerprint"]
    assert len(files.snapshots(shop)) == 2


def test_a_file_that_was_only_touched_changes_nothing(custrata, shop):
    first = custrata("build", shop, "--json").json
    (shop / "orders.csv").touch()
    again = custrata("build", shop, "--json").json
    assert (again["rebuilt"], again["fingerprint"]) == (False, first["fingerprint"])


def test_a_single_file_can_be_built(custrata, built_shop, tmp_path):
    alone = shutil.copy(built_shop / "orders.csv", tmp_path / "alone.csv")
    (revenue,) = custrata("show", "revenue", "-C", built_shop, "--json").json
    assert custrata("build", alone).code == 0
    assert custrata("show", "revenue", "-C", alone, "--json").json[0]["value"] == revenue["value"]


def test_a_project_keeps_mapping_and_strategy_where_a_person_sees_them(custrata, shop, tmp_path):
    project = tmp_path / "project"
    assert custrata("new", project, "--data", shop).code == 0
    assert custrata("build", project).code == 0
    assert custrata("draft", "-C", project).code == 0
    assert (project / "mapping.yaml").is_file()
    assert (project / "strategy.yaml").is_file()
    assert not (shop / ".custrata").exists()


def test_an_edited_strategy_is_not_drafted_over(custrata, shop):
    custrata("build", shop)
    custrata("draft", "-C", shop)
    strategy = shop / ".custrata" / "strategy.yaml"
    edited = strategy.read_text(encoding="utf-8") + "\n# Agreed in the meeting.\n"
    strategy.write_text(edited, encoding="utf-8")
    custrata("draft", "-C", shop)
    assert strategy.read_text(encoding="utf-8") == edited


def test_a_bare_folder_can_have_settings(custrata, shop):
    (shop / ".custrata").mkdir()
    (shop / ".custrata" / "custrata.yaml").write_text("currency: EUR\n", encoding="utf-8")
    custrata("build", shop)
    (reading,) = custrata("show", "revenue", "-C", shop, "--json").json
    assert reading["unit"] == "EUR"


def test_nothing_after_the_day_of_the_cut_is_seen(custrata, shop, files):
    as_of = "2024-01-31"
    said = custrata("build", shop, "--as-of", as_of, "--json").json
    (revenue,) = custrata("show", "revenue", "-C", shop, "--json").json
    rows = [row for row in files.orders() if row[1] <= as_of]
    assert said["as_of"] == as_of
    assert said["tables"]["transactions"] == len(rows)
    assert round(revenue["value"], 2) == round(sum(float(row[3]) for row in rows), 2)
