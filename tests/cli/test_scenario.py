import json

import pytest

from custrata.cli.run import run
from custrata.project.project import Project

TEXT = """\
name: Sell more
draws: 60
intents:
  - name: Guides
    group: {tier: silver}
    effects: {spend: 0.1}
    cost: {total: 50}
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "more.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_scenario_is_told_in_tables_and_sentences(capsys, shop, file):
    assert run(["scenario", str(file), "-C", str(shop)]) == 0
    told = capsys.readouterr().out
    assert "As now" in told
    assert "against as now" in told
    assert "assumed, not measured" in told


def test_a_scenario_is_json_for_programs_on_screen_and_in_a_file(capsys, shop, file, tmp_path):
    out = tmp_path / "out.json"
    assert run(["scenario", str(file), "-C", str(shop), "--json", "--out", str(out)]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture
def uneven(tmp_path):
    """A shop whose customers differ in what they bring, so that its tiers make groups."""
    folder = tmp_path / "uneven"
    folder.mkdir()
    days = [f"2024-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(600)]
    lines = [f"{n},c{n % 30},{day},{5 + (n % 30) ** 2}.50" for n, day in enumerate(days)]
    text = "\n".join(["order_id,customer_id,order_date,amount", *lines])
    (folder / "orders.csv").write_text(text, encoding="utf-8")
    Project(folder).build()
    return folder


def test_without_groups_that_differ_nothing_is_proposed(capsys, shop):
    assert run(["scenario", "--propose", "-C", str(shop)]) == 2
    assert "no group of the strategy has an intent" in capsys.readouterr().err


def test_the_strategy_proposes_one_that_can_be_run(capsys, uneven, tmp_path):
    assert run(["scenario", "--propose", "-C", str(uneven)]) == 0
    text = capsys.readouterr().out
    assert "effects:" in text
    (tmp_path / "proposed.yaml").write_text(text.replace("name:", "draws: 50\nname:", 1), encoding="utf-8")
    assert run(["scenario", str(tmp_path / "proposed.yaml"), "-C", str(uneven)]) == 0


def test_an_error_in_the_file_leaves_with_two_and_the_line(capsys, shop, file):
    file.write_text(TEXT.replace("spend: 0.1", "spent: 0.1"), encoding="utf-8")
    assert run(["scenario", str(file), "-C", str(shop)]) == 2
    assert "line 6" in capsys.readouterr().err


def test_a_history_too_short_for_a_backtest_is_said(capsys, shop, file):
    assert run(["scenario", str(file), "-C", str(shop), "--backtest"]) == 2
    assert "To do" in capsys.readouterr().err


def test_a_plan_that_loses_money_is_said_first(capsys, shop, file):
    file.write_text(TEXT.replace("total: 50", "total: 1000000"), encoding="utf-8")
    assert run(["scenario", str(file), "-C", str(shop)]) == 0
    said = "Sell more loses money, even if all of its revenue were margin: in 100% of the draws"
    assert capsys.readouterr().out.startswith(said)


def test_without_dates_the_refusal_says_so_and_leaves_stdout_empty(capsys, tmp_path):
    rows = "".join(f"c{i},{i % 3 + 1},{10 * i + 5}\n" for i in range(60))
    (tmp_path / "customers.csv").write_text(f"customer_id,children,income\n{rows}", encoding="utf-8")
    assert run(["build", str(tmp_path)]) == 0
    capsys.readouterr()
    for arguments in (["--propose"], []):
        assert run(["scenario", *arguments, "-C", str(tmp_path)]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert "notional day" in told.err
