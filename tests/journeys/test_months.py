"""A year with a strategy: next month's export comes, and the strategy is held against it."""

from __future__ import annotations

import shutil

import pytest


@pytest.fixture
def april(custrata, roaster_data, tmp_path):
    """The roaster as it stood in April, built."""
    folder = shutil.copytree(roaster_data, tmp_path / "roaster")
    return folder, custrata("build", folder, "--json").json


@pytest.fixture
def may_export(repository):
    """The shop's orders up to May."""
    return repository / "docs" / "tutorial" / "may" / "orders.csv"


def test_a_new_export_is_built_and_the_strategy_is_checked_again(custrata, april, may_export):
    folder, before = april
    custrata("draft", "-C", folder)
    shutil.copy(may_export, folder / "orders.csv")
    after = custrata("build", folder, "--json").json
    assert before["as_of"] < "2025-05-01" <= after["as_of"]
    assert after["rows"]["in"] > before["rows"]["in"]
    done = custrata("check", "-C", folder, "--json")
    assert done.code == (1 if any(f["severity"] != "note" for f in done.json) else 0)
    assert all(finding["message"] and finding["mend"] for finding in done.json)


def test_looking_back_gives_what_was_known_then(custrata, april, may_export):
    folder, before = april
    (revenue_before,) = custrata("show", "revenue", "-C", folder, "--json").json
    shutil.copy(may_export, folder / "orders.csv")
    back = custrata("build", folder, "--as-of", before["as_of"], "--json").json
    (revenue_back,) = custrata("show", "revenue", "-C", folder, "--json").json
    assert back["as_of"] == before["as_of"]
    assert back["tables"] == before["tables"]
    assert revenue_back["value"] == revenue_before["value"]


def test_a_further_file_is_read_together_with_the_first(custrata, april, may_export):
    folder, before = april
    add_may_alone(folder, may_export)
    after = custrata("build", folder, "--json").json
    assert after["tables"]["transactions"] == before["tables"]["transactions"] + 66
    assert after["as_of"] > before["as_of"]


def test_a_further_file_beside_an_edited_mapping_is_read_or_the_next_step_is_said(
    custrata, april, may_export
):
    folder, _ = april
    mapping = folder / ".custrata" / "mapping.yaml"
    mapping.write_text(mapping.read_text(encoding="utf-8") + "\n# Looked at.\n", encoding="utf-8")
    add_may_alone(folder, may_export)
    done = custrata("build", folder)
    assert done.code == 0
    if "as of 2025-05" not in done.out:
        assert "orders_2025_05.csv" in done.out
        assert "mapping.yaml" in done.out or "map --again" in done.out


def add_may_alone(folder, may_export):
    head, *rows = may_export.read_text(encoding="utf-8").splitlines()
    rows = [row for row in rows if row.split(",")[1].startswith("2025-05")]
    (folder / "orders_2025_05.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
