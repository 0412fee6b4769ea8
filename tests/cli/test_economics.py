import json

import pytest
from tests.snapshots import outfitter

from custrata.cli.run import run
from custrata.engine.snapshots import SnapshotStore
from custrata.project.place import locate


@pytest.fixture
def known(tmp_path):
    """A project whose economics are known in full."""
    folder = tmp_path / "outfitter"
    folder.mkdir()
    SnapshotStore(locate(folder).state).write(outfitter(), lambda tables: None)
    return folder


def test_worth_is_printed_with_its_interval_and_its_terms(capsys, known):
    assert run(["value", "-C", str(known)]) == 0
    told = capsys.readouterr().out
    assert "customer equity" in told
    assert "1,146,780.00 EUR to 1,366,164.00 EUR" in told
    assert "discounted at 10% a year" in told


def test_the_portfolio_is_printed_part_by_part(capsys, known):
    assert run(["portfolio", "-C", str(known)]) == 0
    told = capsys.readouterr().out
    for part in ("Tiers", "Moves", "Concentration", "Whale curve", "Two-way exchange of value"):
        assert part in told


@pytest.mark.parametrize("command", ["value", "portfolio"])
def test_programs_get_json_and_nothing_else(capsys, known, command):
    assert run([command, "--json", "-C", str(known)]) == 0
    assert json.loads(capsys.readouterr().out)["snapshot"]


def test_customers_and_out_belong_together(capsys, known):
    assert run(["value", "--customers", "-C", str(known)]) == 2
    assert "belong together" in capsys.readouterr().err


def test_what_the_snapshot_lacks_leaves_with_two_and_a_remedy(capsys, tmp_path):
    (tmp_path / "people.csv").write_text("customer_id,region\na,North\nb,South\n", encoding="utf-8")
    assert run(["build", str(tmp_path)]) == 0
    capsys.readouterr()
    for command in ("value", "portfolio"):
        assert run([command, "-C", str(tmp_path)]) == 2
        assert "To do:" in capsys.readouterr().err
