import json

import pytest

from custrata.cli.run import run
from custrata.project.place import locate
from custrata.project.strategy_file import draft_project, read_strategy


@pytest.fixture(scope="module")
def place(shop, tmp_path_factory):
    """A copy of the shop with a drafted strategy."""
    import shutil

    folder = tmp_path_factory.mktemp("reviewed") / "shop"
    shutil.copytree(shop, folder)
    draft_project(folder, replace=True)
    return folder


def test_an_agenda_is_printed_written_or_told_as_json(capsys, place, tmp_path):
    assert run(["review", "weekly", "-C", str(place)]) == 0
    assert capsys.readouterr().out.startswith("# Weekly review: ")
    assert run(["review", "monthly", "-C", str(place), "--out", str(tmp_path / "m.md")]) == 0
    assert "60 minutes" in capsys.readouterr().out
    assert (tmp_path / "m.md").read_text(encoding="utf-8").startswith("# Monthly review: ")
    assert run(["review", "yearly", "-C", str(place), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sum(item["minutes"] for item in told["items"]) == told["minutes"] == 360


def test_minutes_are_kept_and_come_back(capsys, place):
    words = ["--minutes", "All quiet", "--stop", "mailing", "--start", "calls", "--continue", "the club"]
    words += ["--decided", "calls", "--action", "Ask ten; person A; 2025-01-06", "--on", "2025-01-02"]
    assert run(["review", "weekly", "-C", str(place), *words]) == 0
    assert "weekly-2025-01-02-1 (Ask ten)" in capsys.readouterr().out
    (kept,) = read_strategy(locate(place)).reviews
    assert (kept.minutes, kept.go_on) == (("All quiet",), ("the club",))
    assert run(["review", "weekly", "-C", str(place), "--on", "2025-01-09"]) == 0
    assert "Ask ten (person A, due 2025-01-06: overdue" in capsys.readouterr().out
    done = ["--done", "weekly-2025-01-02-1", "--on", "2025-01-09", "--json"]
    assert run(["review", "weekly", "-C", str(place), *done]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "weekly"


def test_a_review_of_no_known_kind_is_refused_in_words(capsys, place):
    assert run(["review", "daily", "-C", str(place)]) == 2
    assert "choose weekly, monthly, yearly" in capsys.readouterr().err


def test_why_answers_for_claims_and_measures(capsys, place):
    assert run(["why", "E01", "-C", str(place)]) == 0
    out = capsys.readouterr().out
    assert "transactions" in out
    assert "orders.csv: 600 rows in, 600 loaded, 0 set aside" in out
    assert "SELECT" not in out
    assert run(["why", "E01", "--sql", "-C", str(place)]) == 0
    assert "SELECT" in capsys.readouterr().out
    assert run(["why", "revenue", "--period", "all", "-C", str(place), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["readings"][0]["measure"] == "revenue"
    assert told["carries"]
    assert run(["why", "E99", "-C", str(place)]) == 2
    assert "nothing is called like that" in capsys.readouterr().err
