from __future__ import annotations

import pytest

HEADS = "order_id,customer_id,order date,amount"


def _codes(loaded) -> set[str]:
    return {c.code for c in loaded.caveats}


def _put(desk, amounts: list[str], heads: str = HEADS, more: str = "") -> None:
    lines = [f"{n},c{n % 3},2020-01-{n + 1:02d},{amount}{more}" for n, amount in enumerate(amounts)]
    desk.put("sales.csv", f"{heads}\n" + "\n".join(lines))


def test_signs_of_several_currencies_are_counted(desk) -> None:
    _put(desk, ["€12", "€7.50", "5 eur", "$3", "£4", "£5", "6"])
    loaded = desk.load()
    caveat = loaded.caveat("several-currencies")
    assert "3 currencies: € (3), £ (2), $ (1)" in caveat.text
    assert (caveat.where, caveat.how_many) == ("sales.csv", 3)
    assert len(loaded.tables["transactions"]) == 7


@pytest.mark.parametrize("amounts", [["€12", "€3", "EUR 4", "5"], ["12", "3.50", "1e2"], ["€12", "3", "-4"]])
def test_one_sign_or_none_is_not_worth_a_word(desk, amounts: list[str]) -> None:
    _put(desk, amounts)
    assert "several-currencies" not in _codes(desk.load())


def test_a_column_that_states_the_currency_is_asked_instead(desk) -> None:
    _put(desk, ["€12", "$3", "£4"], f"{HEADS},currency", ",EUR")
    assert "several-currencies" not in _codes(desk.load())


def test_signs_of_prices_count_where_amounts_are_calculated(desk) -> None:
    _put(desk, ["€12", "$3", "€4"], "order_id,customer_id,order date,unit price,quantity", ",2")
    assert "€ (2), $ (1)" in desk.load().caveat("several-currencies").text
