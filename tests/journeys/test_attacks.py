"""Odd figures and hostile text: each is worked with as it stands, or set aside in clear words."""

from __future__ import annotations

import pytest


def whole_way(custrata, folder, tmp_path):
    """Build, draft, check, deck and report; what the build said."""
    said = custrata("build", folder, "--json")
    assert said.code == 0, said.err
    assert custrata("draft", "-C", folder).code == 0
    notes = custrata("check", "-C", folder, "--json")
    assert {note["severity"] for note in notes.json} <= {"note"}
    for command, name in (("deck", "deck.pptx"), ("report", "report.html")):
        done = custrata(command, "-C", folder, "--out", tmp_path / name)
        assert done.code == 0, done.err
    return said.json


def revenue(custrata, folder):
    (reading,) = custrata("show", "revenue", "-C", folder, "--json").json
    return reading["value"]


def test_more_is_given_back_than_sold(custrata, files, order_heads, tmp_path):
    rows = [
        [*row[:3], row[3] if i % 3 == 0 else f"-{row[3]}"] for i, row in enumerate(files.orders(customers=20))
    ]
    files.write(tmp_path / "shop" / "orders.csv", order_heads, rows)
    whole_way(custrata, tmp_path / "shop", tmp_path)
    expected = sum(float(row[3]) for row in rows)
    assert expected < 0
    assert revenue(custrata, tmp_path / "shop") == pytest.approx(expected)


def test_sums_have_more_digits_than_amounts(custrata, files, order_heads, tmp_path):
    rows = [[*row[:3], "900000000000"] for row in files.orders()]
    files.write(tmp_path / "shop" / "orders.csv", order_heads, rows)
    whole_way(custrata, tmp_path / "shop", tmp_path)
    assert revenue(custrata, tmp_path / "shop") == len(rows) * 9e11


def test_a_day_of_no_sensible_year_is_set_aside(custrata, files, order_heads, tmp_path):
    rows = files.orders()
    rows[3][1], rows[4][1] = "9999-12-31", "0203-05-01"
    files.write(tmp_path / "shop" / "orders.csv", order_heads, rows)
    said = custrata("build", tmp_path / "shop", "--json").json
    assert said["rows"] == {"in": len(rows), "loaded": len(rows) - 2, "set_aside": 2}
    assert said["as_of"] == max(row[1] for i, row in enumerate(rows) if i not in (3, 4))


@pytest.mark.parametrize("never", ["2099-12-31", "9999-12-31"])
def test_contracts_that_end_at_the_end_of_all_days_run(custrata, files, tmp_path, never):
    ends = ["2024-03-15", never, never, never]
    rows = [[f"S{i}", f"K{i}", "2023-02-01", ends[i % 4], "20.00"] for i in range(40)]
    heads = ["subscription_id", "customer_id", "start_date", "end_date", "mrr"]
    files.write(tmp_path / "firm" / "subscriptions.csv", heads, rows)
    said = whole_way(custrata, tmp_path / "firm", tmp_path)
    assert said["as_of"] == "2024-03-15"
    (reading,) = custrata("show", "mrr", "-C", tmp_path / "firm", "--json").json
    assert reading["value"] == 30 * 20


def test_products_alone_are_no_base(custrata, files, tmp_path):
    heads = ["product_id", "name", "category", "unit_cost"]
    rows = [[f"P{i}", f"Tea {i}", "tea", "3.20"] for i in range(30)]
    files.write(tmp_path / "products.csv", heads, rows)
    done = custrata("build", tmp_path)
    assert done.code == 2
    assert "no column was recognised as the customer" in done.err
    assert "To do: " in done.err


def test_too_little_memory_is_said_and_no_file_is_blamed(custrata, files, order_heads, tmp_path):
    files.write(tmp_path / "orders.csv", order_heads, files.orders())
    done = custrata("build", tmp_path, "--memory", "10MB")
    assert done.code == 2
    assert "memory limit is too small" in done.err
    assert "damaged" not in done.err
    assert "--memory" in done.err


def test_orders_without_any_day_count_and_nobody_is_said_to_stay_away(custrata, files, tmp_path):
    rows = [[f"B{i}", f"K{i % 12}", f"{i % 30 + 5}.00"] for i in range(60)]
    files.write(tmp_path / "shop" / "orders.csv", ["order_id", "customer_id", "amount"], rows)
    said = whole_way(custrata, tmp_path / "shop", tmp_path)
    assert "notional-date" in {caveat["code"] for caveat in said["caveats"]}
    assert revenue(custrata, tmp_path / "shop") == sum(float(row[2]) for row in rows)
    (rate,) = custrata("show", "repeat_rate", "-C", tmp_path / "shop", "--json").json
    assert rate["value"] is None
