from __future__ import annotations

from typing import Any

import ibis
import pyarrow as pa

from custrata.sources.load.currencies import currencies_query, read_currencies


def money(*codes: str | None) -> Any:
    return ibis.memtable(pa.table({"currency": pa.array(codes, pa.string())}))


def found(**tables: Any) -> dict[str, int]:
    query = currencies_query(tables)
    assert query is not None
    rows = ibis.duckdb.connect().to_pyarrow(query).to_pylist()
    return {row["currency"]: row["amounts"] for row in rows}


def test_codes_are_counted_over_all_tables_whatever_their_spelling() -> None:
    counts = found(transactions=money("EUR", " eur", None, ""), subscriptions=money("EUR", "USD"))
    assert counts == {"EUR": 3, "USD": 1}


def test_tables_without_money_ask_nothing() -> None:
    assert currencies_query({"tickets": money("EUR")}) is None


def test_one_currency_is_the_currency() -> None:
    assert read_currencies([{"currency": "GBP", "amounts": 9}]) == ("GBP", ())


def test_no_currency_is_not_made_up() -> None:
    assert read_currencies([]) == ("", ())


def test_several_currencies_are_said_with_their_numbers_in_any_order() -> None:
    rows = [
        {"currency": "USD", "amounts": 2},
        {"currency": "EUR", "amounts": 5},
        {"currency": "CHF", "amounts": 2},
    ]
    code, (caveat,) = read_currencies(rows)
    assert code == ""
    assert "EUR (5), CHF (2), USD (2)" in caveat.text
    assert caveat.how_many == 4
    assert read_currencies(rows[::-1]) == (code, (caveat,))
