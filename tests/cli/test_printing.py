import json

from custrata.cli.printing import complain, print_json, print_table, progress_bar
from custrata.errors import MappingQuestion


def test_an_error_goes_to_stderr_with_its_questions_below(capsys):
    complain(MappingQuestion("one question is open", questions=("Which amount?",)))
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == ["custrata: one question is open.", "  ? Which amount?"]


def test_json_is_all_that_stands_on_stdout(capsys):
    print_json({"name": "Zoë", "value": None})
    told = capsys.readouterr()
    assert json.loads(told.out) == {"name": "Zoë", "value": None}
    assert told.err == ""


def test_a_table_keeps_its_columns_straight(capsys):
    print_table(["tier", "value"], [["gold", "10"], ["bronze", "5"]], right=(1,))
    assert capsys.readouterr().out.splitlines() == [
        "tier    value",
        "------  -----",
        "gold       10",
        "bronze      5",
    ]


def test_a_bar_is_silent_where_nobody_watches(capsys):
    with progress_bar(quiet=False) as report:
        report("read", 0.0)
    assert capsys.readouterr() == ("", "")
