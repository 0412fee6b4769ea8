import json

from custrata.cli.run import run


def test_a_measure_is_shown_with_definition_n_and_period(capsys, shop):
    assert run(["show", "revenue", "-C", str(shop)]) == 0
    told = capsys.readouterr().out
    assert "net of refunds" in told
    assert "600 orders" in told


def test_a_measure_by_a_dimension_is_a_list_for_programs(capsys, shop):
    assert run(["show", "revenue", "--by", "tier", "--json", "-C", str(shop)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [row["segment"]["tier"] for row in told] == ["platinum", "gold", "silver", "bronze"]
    assert all(row["n"] > 0 and row["definition"] for row in told)


def test_without_a_measure_all_are_listed(capsys, shop):
    assert run(["show", "-C", str(shop), "--json"]) == 0
    listed = {row["measure"] for row in json.loads(capsys.readouterr().out)}
    assert {
        "customers",
        "orders",
        "revenue",
        "refunds",
        "repeat_rate",
        "win_rate",
        "whale_curve_peak",
    } <= listed


def test_what_is_not_known_says_why(capsys, shop):
    assert run(["show", "nps", "-C", str(shop)]) == 0
    assert "not known: needs feedback" in capsys.readouterr().out


def test_an_unknown_measure_leaves_with_two_and_the_near_ones(capsys, shop):
    assert run(["show", "reveneu", "-C", str(shop)]) == 2
    assert "revenue" in capsys.readouterr().err


def test_customers_are_listed_and_written(capsys, shop, tmp_path):
    assert run(["customers", "-C", str(shop), "--rows", "3"]) == 0
    *_, last = capsys.readouterr().out.splitlines()
    assert "3 of 30 customers" in last
    assert run(["customers", "-C", str(shop), "--out", str(tmp_path / "all.csv")]) == 0
    assert len((tmp_path / "all.csv").read_text(encoding="utf-8").splitlines()) == 31
