from __future__ import annotations

import random

import pytest

from custrata.sources import profile as profiles
from custrata.sources.profile import profile_of, profile_query, relation_of


def test_a_column_is_described_by_what_it_holds(desk) -> None:
    found = desk.profile(
        "id,amount,day,mail,ok\n1,1.50,2020-01-01,a@b.de,yes\n2,,2020-01-02,c@d.de,no\n2,x,2020-01-03,e@f.de,no"
    )
    amount, day = found.of("amount"), found.of("day")
    assert (found.of("id").distinct, found.of("id").unique_share) == (2, pytest.approx(2 / 3))
    assert (amount.blanks, amount.number_share, amount.is_number) == (1, 0.5, False)
    assert (day.is_date, day.patterns, day.low, day.high) == (
        True,
        (("iso", 1.0),),
        "2020-01-01",
        "2020-01-03",
    )
    assert found.of("mail").email_share == 1
    assert found.of("ok").flag
    assert found.of("ok").values == (("no", 2), ("yes", 1))
    assert found.of("ok").complete


def test_a_column_without_values_holds_nothing(desk) -> None:
    empty = desk.profile("a,b\n1,\n2,").of("b")
    assert (empty.filled, empty.distinct, empty.is_number, empty.is_date, empty.unique_share) == (
        0,
        0,
        False,
        False,
        0.0,
    )


def test_compact_days_and_seconds_since_1970_are_dates(desk) -> None:
    found = desk.profile("a,b\n19970101,1577872800\n19970118,1577872801")
    assert found.of("a").patterns == (("%Y%m%d", 1.0),)
    assert found.of("b").patterns == (("epoch seconds", 1.0),)


def test_typed_columns_keep_their_type(desk) -> None:
    table = desk.put_rows(
        "t.parquet", ["n", "ok"], [[1, True], [2, False]], {"n": "integer", "ok": "boolean"}
    )
    found = profile_of(table, desk.engine.rows(profile_query(table)))
    assert found.of("n").is_number
    assert found.of("ok").flag
    assert relation_of(table).schema()["n"].is_integer()


def test_the_order_of_rows_does_not_matter(desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profiles, "SAMPLE_ROWS", 50)
    monkeypatch.setattr(profiles, "EXACT_ROWS", 10)
    rows = [[str(n), f"v{n % 13}", f"{n / 7:.2f}"] for n in range(400)]
    shuffled = random.Random(7).sample(rows, len(rows))
    found = []
    for lines in (rows, shuffled):
        table = desk.put_rows("t.csv", ["a", "b", "c"], lines)
        found.append(profile_of(table, desk.engine.rows(profile_query(table))).columns)
    assert found[0] == found[1]
    assert not found[0][0].complete


def test_cells_that_only_look_like_numbers_break_nothing_and_count_for_nothing(desk) -> None:
    odd = ["-nan", "NaN%", "inf", "Infinity", "1e999", "12", "13"]
    table = desk.put_rows("odd.csv", ["n"], [[cell] for cell in odd])
    found = profile_of(table, desk.engine.rows(profile_query(table))).of("n")
    assert sorted(found.numbers) == [12, 13]
    assert not found.is_number
    assert not found.whole


def test_floats_without_a_number_are_no_whole_numbers(desk) -> None:
    cells = [[float("nan")], [float("inf")], [1.0]]
    table = desk.put_rows("odd.parquet", ["n"], cells, {"n": "float"})
    found = profile_of(table, desk.engine.rows(profile_query(table))).of("n")
    assert (found.is_number, found.whole, found.numbers) == (True, False, (1.0,))


def test_the_decimal_mark_and_whole_numbers_are_told_over_the_column(desk) -> None:
    table = desk.put_rows("t.csv", ["c", "p", "w"], [["1.234,56", "1,234.56", "7"], ["0,5", "0.5", "8.0"]])
    found = profile_of(table, desk.engine.rows(profile_query(table)))
    assert [found.of(name).number_mark for name in "cpw"] == ["comma", "point", "point"]
    assert [found.of(name).whole for name in "cpw"] == [False, False, True]
    assert sorted(found.of("c").numbers) == [0.5, 1234.56]


def test_an_order_of_day_and_month_stays_open_until_the_column_says_it(desk) -> None:
    open_order = desk.profile("d\n03/04/2020\n05/06/2020", "open.csv").of("d")
    told = desk.profile("d\n03/04/2020\n25/06/2020", "told.csv").of("d")
    assert open_order.patterns == (("?/%Y", 1.0),)
    assert dict(told.patterns) == {"?/%Y": 0.5, "%d/%m/%Y": 0.5}
    assert told.date_share == 1.0


def test_codes_that_resemble_months_are_no_dates(desk) -> None:
    assert not desk.profile("sku\nABC-12\nSKU-20\nPro 2024").of("sku").is_date


def test_words_for_nothing_are_values_that_say_nothing_about_the_kind(desk) -> None:
    found = desk.profile("n\n5\nn/a\n7\nNULL").of("n")
    assert (found.filled, found.number_share, found.is_number) == (4, 1.0, True)


def test_a_table_without_columns_has_an_empty_profile(desk) -> None:
    table = desk.put_rows("none.csv", [], [])
    assert profile_of(table, desk.engine.rows(profile_query(table))).columns == ()


def test_raised_digits_are_no_seconds(desk) -> None:
    assert desk.profile("n\n²²²²²²²²²²\n³³³³³³³³³³").of("n").patterns == ()
