"""What programs read on stdout has the shape that the manual promises, and nothing else stands there."""

from __future__ import annotations

import datetime as dt
import json

READING = ["measure", "value", "unit", "n", "low", "high", "period", "segment", "definition"]
FINDING = ["code", "severity", "place", "message", "mend"]


def test_build_says_what_it_made(custrata, shop, files):
    done = custrata("build", shop, "--json")
    said = done.json
    assert done.code == 0
    assert {
        "snapshot",
        "as_of",
        "fingerprint",
        "relationship",
        "rows",
        "tables",
        "caveats",
        "seconds",
    } <= said.keys()
    assert list(said["rows"]) == ["in", "loaded", "set_aside"]
    assert said["rows"] == {"in": len(files.orders()), "loaded": len(files.orders()), "set_aside": 0}
    assert said["tables"]["transactions"] == len(files.orders())
    assert said["relationship"] == "non-contractual"
    assert dt.date.fromisoformat(said["as_of"]) == max(
        dt.date.fromisoformat(row[1]) for row in files.orders()
    )
    assert isinstance(said["caveats"], list)
    assert said["seconds"] > 0


def test_show_gives_a_list_of_readings(custrata, built_shop, files):
    done = custrata("show", "revenue", "-C", built_shop, "--json")
    (reading,) = done.json
    # Further keys may stand between them.
    assert [key for key in reading if key in READING] == READING
    assert reading["measure"] == "revenue"
    assert round(reading["value"], 2) == round(sum(float(row[3]) for row in files.orders()), 2)
    assert reading["n"] > 0
    assert reading["definition"].endswith(".")


def test_show_by_a_dimension_adds_up(custrata, built_shop):
    (whole,) = custrata("show", "revenue", "-C", built_shop, "--json").json
    parts = custrata("show", "revenue", "--by", "tier", "-C", built_shop, "--json").json
    assert len(parts) == 4
    assert round(sum(part["value"] for part in parts), 6) == round(whole["value"], 6)
    assert all(part["segment"] for part in parts)


def test_check_gives_a_list_of_findings(custrata, roaster):
    done = custrata("check", "-C", roaster, "--json")
    assert isinstance(done.json, list)
    assert all(list(finding) == FINDING for finding in done.json)
    assert {finding["severity"] for finding in done.json} <= {"error", "warning", "note"}


def test_a_fresh_draft_yields_notes_only(custrata, roaster):
    done = custrata("check", "-C", roaster, "--json")
    assert [f for f in done.json if f["severity"] != "note"] == []
    assert done.code == 0


def test_json_is_strict(custrata, built_shop):
    done = custrata("show", "-C", built_shop, "--json")

    def refuse(word):
        raise AssertionError(f"{word} is no JSON")

    assert json.loads(done.out, parse_constant=refuse)


def test_an_error_leaves_stdout_empty(custrata, tmp_path):
    done = custrata("build", tmp_path / "nowhere", "--json")
    assert done.code == 2
    assert done.out == ""
    assert "there is no such folder" in done.err
