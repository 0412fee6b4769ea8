import pytest

from custrata.cli.run import run


def test_help_lists_every_command_of_the_spine(capsys):
    assert run(["--help"]) == 0
    told = capsys.readouterr().out
    for command in (
        "demo",
        "new",
        "map",
        "build",
        "show",
        "customers",
        "draft",
        "check",
        "deck",
        "report",
        "doctor",
    ):
        assert f"  {command} " in told


def test_a_missing_folder_leaves_with_two_and_a_message_and_nothing_on_stdout(capsys, tmp_path):
    assert run(["build", str(tmp_path / "nowhere"), "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "there is no such folder" in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize("words", [["build", "--nonsense"], ["nonsense"], ["deck"]])
def test_words_that_are_no_command_leave_with_two(capsys, words):
    assert run(words) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_project_may_be_named_before_the_command(capsys, tmp_path):
    assert run(["-C", str(tmp_path), "show", "revenue"]) == 2
    assert "there is no snapshot yet" in capsys.readouterr().err
