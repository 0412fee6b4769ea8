from __future__ import annotations

import json

import pytest
from tests.small_strategy import small_strategy

from custrata.cli.run import run
from custrata.project.place import locate
from custrata.strategy.text import dump


@pytest.fixture
def written(tmp_path):
    """A project with a small strategy."""
    folder = tmp_path / "company"
    (folder / "data").mkdir(parents=True)
    (folder / "custrata.yaml").write_text("data: data\n", encoding="utf-8")
    (folder / "strategy.yaml").write_text(dump(small_strategy()), encoding="utf-8")
    return folder


@pytest.fixture
def call(written, capsys):
    """Runs a command on the project; gives exit code, stdout and stderr."""

    def called(*words):
        code = run(["-C", str(written), "strategy", *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return called


def test_a_value_is_shown_set_and_compared(call):
    assert call("show", "horizon.months") == (0, "12\n", "")
    assert call("set", "horizon.months", "24")[:2] == (
        0,
        "Horizon: length 12 months → 24 months\nrevision 2\n",
    )
    assert call("show", "horizon.months", "--json")[:2] == (0, "24\n")
    code, out, _ = call("compare")
    assert (code, out) == (0, "Strategy: revision 1 → 2\nHorizon: length 12 months → 24 months\n")
    assert json.loads(call("compare", "1", "--json")[1])[-1]["path"] == "horizon.months"
    assert json.loads(call("set", "horizon.months", "36", "--json")[1])["revision"] == 3
    assert [row["revision"] for row in json.loads(call("revisions", "--json")[1])] == [1, 2, 3]
    assert "strategy-" in call("revisions")[1]


def test_the_whole_is_shown_in_lines_json_and_markdown(call):
    assert "strategy, revision 1" in call("show")[1]
    assert json.loads(call("show", "--json")[1])["schema_version"] == 2
    assert call("show", "--markdown")[1].startswith("# ")


def test_what_cannot_be_done_leaves_with_2_and_says_why(call):
    code, out, err = call("set", "horizon.weeks", "3")
    assert (code, out) == (2, "")
    assert "use one of: months" in err
    assert call("sign", "legal", "--name", "A. Person", "--on", "2026-01-31")[0] == 2


def test_a_function_signs_or_declines(call):
    function = json.loads(call("show", "sign_offs", "--json")[1])[0]["function"]
    assert (
        "signed by A. Person on 2026-01-31"
        in call("sign", function, "--name", "A. Person", "--on", "2026-01-31")[1]
    )
    assert "declined: too long" in call("sign", function, "--decline", "too long")[1]


def test_a_strategy_goes_out_and_comes_in(call, tmp_path):
    file = tmp_path / "out.xlsx"
    assert call("export", "--out", str(file))[0] == 0
    call("set", "horizon.months", "24")
    assert call("import", str(file))[:2] == (0, "Horizon: length 24 months → 12 months\nrevision 3\n")


def test_a_form_that_says_the_same_makes_no_revision(call, written, tmp_path):
    file = tmp_path / "s.md"
    assert call("export", "--out", str(file))[0] == 0
    said = "there is no difference\nnothing is saved: revision 1 stands\n"
    assert call("import", str(file))[:2] == (0, said)
    assert len(json.loads(call("revisions", "--json")[1])) == 1
    locate(written).strategy.unlink()
    assert call("import", str(file))[:2] == (0, "the first strategy of this project, revision 1\n")


def test_who_signs_for_another_who_is_named_is_told_so(call):
    function = json.loads(call("show", "sign_offs", "--json")[1])[0]["function"]
    owner = f"{{role: {function}, name: D. Person}}"
    assert call("set", "goals[stay].owner", owner)[0] == 0
    words = ("sign", function, "--on", "2026-01-31", "--name")
    code, out, _ = call(*words, "B. Other")
    assert code == 0
    assert out.endswith(f"D. Person is named {function} in the strategy\n")
    assert "is named" not in call(*words, "d. person")[1]


def test_a_merge_with_conflicts_leaves_with_1(call, written, tmp_path):
    text = locate(written).strategy.read_text(encoding="utf-8")
    files = [tmp_path / f"{name}.yaml" for name in ("base", "mine", "theirs")]
    for file, currency in zip(files, ("EUR", "USD", "CHF"), strict=True):
        file.write_text(text.replace("currency: USD", f"currency: {currency}"), encoding="utf-8")
    words = [str(file) for file in files]
    code, out, _ = call("merge", *words, "--out", str(tmp_path / "out.yaml"))
    assert code == 1
    assert "conflict: currency" in out
    assert out.endswith("out.yaml: both edits together, mine where they are in conflict\n")
    code, out, _ = call("merge", *words, "--out", str(tmp_path / "out.yaml"), "--json")
    assert (code, json.loads(out)[0]["theirs"]) == (1, "EUR → CHF")
    assert call("merge", words[0], words[0], words[2], "--out", str(tmp_path / "out.yaml"))[0] == 0
    assert "CHF" in (tmp_path / "out.yaml").read_text(encoding="utf-8")


def test_the_project_may_be_named_behind_each_command(written, capsys):
    assert run(["strategy", "show", "horizon.months", "-C", str(written)]) == 0
    assert capsys.readouterr().out == "12\n"


def test_a_person_takes_a_role_at_once(call):
    call("set", "goals[stay].owner.role", "head of sales")
    call("set", "P01.owner.role", "head of sales")
    assert "head of sales" in call("appoint")[1]
    code, out, _ = call("appoint", "head of sales", "--name", "A. Person")
    assert (code, out) == (0, "A. Person answers for 2 places; 0 left\nrevision 4\n")
    assert call("appoint", "head of law", "--name", "A. Person")[0] == 2
    assert call("appoint", "head of sales")[0] == 2


def test_a_claim_cannot_be_written_anew_without_data(call):
    code, _, err = call("renew", "E01")
    assert code == 2
    assert "custrata build" in err


def test_several_values_are_one_revision_and_a_path_without_a_value_is_refused(call):
    code, out, _ = call("set", "horizon.months", "24", "company", "Harrow Lane")
    assert (code, out.splitlines()[-1]) == (0, "revision 2")
    code, out, err = call("set", "horizon.months", "24", "company")
    assert (code, out) == (2, "")
    assert "a path has no value" in err
