from __future__ import annotations

import pytest

from custrata.sources.recognise.names import matches, snake, squashed, table_words, words


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("InvoiceNo", ("invoice", "number")),
        ("Associated Company IDs", ("associated", "company", "id")),
        ("refund_amount_usd", ("refund", "amount")),
        ("Prénom", ("prenom",)),
        ("Straße", ("strasse",)),
        ("USD", ("usd",)),
        ("transaction_timestamp", ("transaction", "time")),
    ],
)
def test_a_name_is_taken_apart(name: str, found: tuple[str, ...]) -> None:
    assert words(name) == found


def test_the_sheet_names_a_table_before_the_file_does() -> None:
    assert table_words("2024/shop.sqlite", "InvoiceLine") == ("invoice", "line")
    assert table_words("2024/orders.csv.gz", "") == ("orders",)


def test_words_beside_a_synonym_cost_unless_the_table_is_called_so() -> None:
    assert matches(("customer", "id"), ("customer", "id")) == 1
    assert matches(("customerid",), ("customer", "id")) == 1
    assert matches(("order", "date"), ("date",), frozenset({"order"})) == pytest.approx(0.97)
    assert 0 < matches(("ship", "date"), ("date",)) < 0.9
    assert matches(("average", "monthly", "date"), ("date",)) == 0
    assert matches(("name",), ("customer", "name")) == 0


def test_an_attribute_gets_a_name_that_code_can_use() -> None:
    assert snake("Größe (cm)") == "grosse_cm"
    assert snake("%") == "column"


def test_values_that_differ_in_blanks_and_case_are_near() -> None:
    assert squashed("GTX-Pro ") == squashed("gtxpro") != squashed("GTX Plus")
