"""A year with a strategy: next month's export comes, and the strategy is held against it."""

from __future__ import annotations

import shutil


def test_next_month_is_built_beside_this_one_and_the_strategy_is_checked_again(
    custrata, roaster_data, repository, tmp_path
):
    folder = shutil.copytree(roaster_data, tmp_path / "roaster")
    april = custrata("build", folder, "--json").json
    custrata("draft", "-C", folder)
    shutil.copy(repository / "docs" / "tutorial" / "may" / "orders_2025_05.csv", folder)
    may = custrata("build", folder, "--json").json
    assert april["as_of"] < "2025-05-01" <= may["as_of"]
    assert may["rows"]["in"] > april["rows"]["in"]
    done = custrata("check", "-C", folder, "--json")
    assert done.code in (0, 1)
    assert all(finding["message"] and finding["mend"] for finding in done.json)


def test_looking_back_gives_what_was_known_then(custrata, roaster_data, repository, tmp_path):
    folder = shutil.copytree(roaster_data, tmp_path / "roaster")
    then = custrata("build", folder, "--json").json
    (revenue_then,) = custrata("show", "revenue", "-C", folder, "--json").json
    shutil.copy(repository / "docs" / "tutorial" / "may" / "orders_2025_05.csv", folder)
    custrata("build", folder)
    back = custrata("build", folder, "--as-of", then["as_of"], "--json").json
    (revenue_back,) = custrata("show", "revenue", "-C", folder, "--json").json
    assert back["tables"] == then["tables"]
    assert revenue_back["value"] == revenue_then["value"]
