from __future__ import annotations

from typing import Any

import pytest

from custrata.errors import ContractError
from custrata.sources.mapping.reading import mapping_from_plain


def column(plain: Any, name: str = "amount") -> Any:
    tables = {"transactions": [{"source": "a.csv", "columns": {name: plain}}]}
    return mapping_from_plain({"tables": tables}).sources[0].columns[name].derivation


@pytest.mark.parametrize(
    ("plain", "what", "place", "remedy"),
    [
        ({"times": ["a", "b"]}, "'times' is no way", "columns.amount", "multiply"),
        ({"multiply": ["a"]}, "at least two parts", "columns.amount", ""),
        ({"multiply": ["a", {"constant": ["b"]}]}, "a text is expected", "amount.multiply[2].constant", ""),
        ({"column": "a", "decimal": "dot"}, "'dot' is not known", "amount.decimal", "point, comma"),
        ({"column": "a", "fromat": "x"}, "'fromat' is not known", "amount", "format"),
        ({"negate": "a", "constant": "b"}, "one way to derive", "amount", "negate"),
        ({"add_time": {"start": "a", "amount": "b", "unit": "weeks"}}, "'weeks'", "add_time.unit", "minutes"),
        ({"lookup": {"source": "b.csv", "on": "a", "take": "c"}}, "'key' is missing", "amount.lookup", ""),
        ({"mark": {"column": "a", "word": "refund"}}, "either prefix or values", "amount.mark", ""),
        ({"latest": {"of": "a", "where": "b", "values": []}}, "at least one value", "latest.values", ""),
        ({"as_of": "sometimes"}, "'sometimes' is not known", "amount.as_of", "always"),
        ("", "the name of a raw column is missing", "amount", ""),
        ([], "a map of names and values", "amount", ""),
    ],
)
def test_an_error_names_the_place_and_what_is_permitted(
    plain: Any, what: str, place: str, remedy: str
) -> None:
    with pytest.raises(ContractError) as error:
        column(plain or plain)
    assert what in error.value.what
    assert place in error.value.where
    assert remedy in error.value.remedy


@pytest.mark.parametrize(
    ("whole", "words"),
    [
        ({"tabels": {}}, "'tabels' is not known"),
        ({"tables": {"sales": []}}, "'sales' is not known"),
        ({"tables": {"transactions": {"source": "a"}}}, "a list is expected"),
        ({"tables": {"transactions": [{"columns": {}}]}}, "'source' is missing"),
        (
            {"tables": {"transactions": [{"source": "a", "columns": {"amuont": "b"}}]}},
            "'amuont' is not known",
        ),
        ({"tables": {"transactions": [{"source": "a", "attributes": {"b": "c"}}]}}, "only customers do"),
        ({"tables": {"customers": [{"source": "a", "attributes": {"name": "c"}}]}}, "map it under columns"),
        ({"tables": {"customers": [{"source": "a", "attributes": {"x y": "c"}}]}}, "no name of an attribute"),
        ({"tables": {"customers": [{"source": "a", "attributes": {"x": {"negate": "c"}}}]}}, "as it is"),
        (
            {"questions": [{"ask": "?", "table": "transactions", "options": {"a": ""}, "answer": "b"}]},
            "'b' is not known",
        ),
    ],
)
def test_places_beyond_a_column_are_named_too(whole: Any, words: str) -> None:
    with pytest.raises(ContractError) as error:
        mapping_from_plain(whole)
    assert words in error.value.what


def test_one_format_may_stand_without_a_list() -> None:
    assert column({"column": "d", "format": "%d.%m.%Y"}, "occurred_at").patterns == ("%d.%m.%Y",)
