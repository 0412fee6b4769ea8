import json

import pytest
from tests.complete import complete
from tests.snapshots import outfitter

from custrata.cli.run import run
from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate
from custrata.strategy.text import dump


@pytest.fixture
def steered(tmp_path):
    """A project whose strategy holds every part."""
    folder = tmp_path / "place"
    folder.mkdir()
    place = locate(folder)
    SnapshotStore(place.state).write(outfitter(), lambda tables: None)
    place.strategy.write_text(dump(complete()), encoding="utf-8")
    return str(folder)


def test_goals_and_initiatives_are_printed_with_their_place(capsys, steered):
    assert run(["prioritise", "-C", steered]) == 0
    told = capsys.readouterr().out
    assert "place if one score is a point off" in told
    assert "keep" in told


def test_maturity_is_printed_with_criteria_and_gaps(capsys, steered):
    assert run(["maturity", "-C", steered]) == 0
    told = capsys.readouterr().out
    assert "Maturity, 1 ad hoc to 5 transformative" in told
    assert "Gaps, the dearest first" in told


def test_an_answer_is_written_and_then_told(capsys, steered):
    words = ["maturity", "-C", steered, "--answer", "customer intelligence", "3"]
    words += ["--name", "C. Teller", "--because", "We read weekly.", "--on", "2026-03-02", "--wanted", "4"]
    assert run(words) == 0
    assert "level 3 (structured), wanted 4" in capsys.readouterr().out
    assert run(["maturity", "-C", steered]) == 0
    assert "answer of C. Teller on 2026-03-02 says 3: We read weekly." in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [["--wanted", "3"], ["--answer", "customer", "3"], ["--answer", "colour", "3", "--on", "2026-03-02"]],
)
def test_half_an_answer_leaves_with_two_and_a_remedy(capsys, steered, words):
    assert run(["maturity", "-C", steered, *words]) == 2
    assert "To do:" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["canvas"]])
def test_views_are_printed(capsys, steered, words):
    assert run(["views", *words, "-C", steered]) == 0
    assert "Canvas (canvas): 100% is written" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["prioritise", "maturity", "views"])
def test_programs_get_json_and_nothing_else(capsys, steered, command):
    assert run([command, "--json", "-C", steered]) == 0
    assert json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("command", ["prioritise", "maturity", "views"])
def test_without_a_strategy_the_next_step_is_named(capsys, tmp_path, command):
    SnapshotStore(locate(tmp_path).state).write(outfitter(), lambda tables: None)
    assert run([command, "-C", str(tmp_path)]) == 2
    assert "custrata draft" in capsys.readouterr().err
