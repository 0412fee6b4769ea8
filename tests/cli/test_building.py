import json

import pytest

from custrata.cli.run import run


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "exports"
    folder.mkdir()
    lines = [f"{n},c{n % 9},2025-0{1 + n % 9}-1{n % 9},{10 + n}.25" for n in range(60)]
    text = "\n".join(["order_id,customer_id,order_date,amount", *lines])
    (folder / "orders.csv").write_text(text, encoding="utf-8")
    return folder


def test_build_prints_the_account_and_the_next_step(capsys, data):
    assert run(["build", str(data)]) == 0
    told = capsys.readouterr().out
    assert "orders.csv" in told
    assert "custrata draft" in told


def test_build_json_is_all_that_stands_on_stdout(capsys, data):
    assert run(["build", str(data), "--json", "--as-of", "2025-06-30"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["as_of"] == "2025-06-30"
    assert told["rows"] == {"in": 60, "loaded": 60, "set_aside": 0}


def test_a_day_that_is_none_leaves_with_two(capsys, data):
    assert run(["build", str(data), "--as-of", "yesterday"]) == 2
    assert "2026-01-31" in capsys.readouterr().err


def test_map_shows_and_keeps_the_guess(capsys, data):
    assert run(["map", str(data)]) == 0
    assert "orders.csv → transactions" in capsys.readouterr().out
    assert run(["map", str(data), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["questions"] == []


def test_new_makes_a_project_and_an_example_company_fills_it(capsys, tmp_path):
    assert run(["new", str(tmp_path / "firm"), "--example", "--customers", "50"]) == 0
    assert (tmp_path / "firm" / "truth" / "truth.json").is_file()
    assert len(list((tmp_path / "firm" / "data").glob("*.csv"))) > 10
    assert run(["new", str(tmp_path / "firm")]) == 2
    assert "there is a project already" in capsys.readouterr().err


def test_doctor_leaves_with_one_when_something_is_wrong(capsys, data, tmp_path):
    assert run(["doctor", "-C", str(data)]) == 0
    assert run(["doctor", "-C", str(tmp_path / "nowhere"), "--json"]) == 1
    told = capsys.readouterr().out
    assert '"state": "error"' in told
