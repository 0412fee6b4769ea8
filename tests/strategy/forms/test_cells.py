from __future__ import annotations

import datetime as dt

import pytest
from tests.documents import HARD

from custrata.errors import DocumentError
from custrata.strategy.forms.cells import ODD, from_cell, to_cell
from custrata.strategy.forms.shape import Sort


@pytest.mark.parametrize("text", ["", *HARD])
def test_text_comes_back_and_holds_nothing_that_a_sheet_drops(text):
    cell = to_cell(text, Sort.TEXT)
    assert isinstance(cell, str)
    assert from_cell(cell, Sort.TEXT) == text
    assert not ODD.search(cell)
    assert cell == cell.strip() != ""


@pytest.mark.parametrize(
    "words", [("a", "b"), ("",), ("a\nb",), ("[1]",), ("[x", "y"), (" a",), ("7", "=1+1"), HARD]
)
def test_lists_of_text_come_back(words):
    cell = to_cell(words, Sort.WORDS)
    assert from_cell(cell, Sort.WORDS) == list(words)
    assert not ODD.search(cell)


def test_pairs_come_back():
    pairs = (("a", "b"), ("\x07", '"'), ("=x", 3))
    assert from_cell(to_cell(pairs, Sort.PAIRS), Sort.PAIRS) == dict(pairs)


@pytest.mark.parametrize("number", [0.1, 0.1 + 0.2, 1e300, 5e-324, 2.0**53 + 2, -0.0, 41.0])
def test_a_number_is_a_number_where_a_sheet_keeps_it_and_else_its_digits(number):
    cell = to_cell(number, Sort.NUMBER)
    kept = float(f"{cell:.16G}") if isinstance(cell, float) else float(from_cell(cell, Sort.NUMBER))
    assert kept == number


def test_whole_numbers_days_and_truth_have_their_types():
    assert to_cell(12, Sort.WHOLE) == 12
    assert to_cell(2**60, Sort.WHOLE) == str(2**60)
    assert from_cell(12.0, Sort.WHOLE) == 12
    assert to_cell(True, Sort.YES) is True
    assert to_cell(dt.date(2024, 2, 29), Sort.DAY) == dt.date(2024, 2, 29)
    assert to_cell(dt.date(1899, 1, 1), Sort.DAY) == "1899-01-01"
    assert from_cell(dt.datetime.fromisoformat("2024-02-29"), Sort.DAY) == dt.date(2024, 2, 29)


def test_what_a_person_types_over_a_text_stands_as_it_was_typed():
    assert [from_cell(cell, Sort.TEXT) for cell in (2024.0, 1.5, True, dt.date(2024, 5, 1))] == [
        "2024",
        "1.5",
        "true",
        "2024-05-01",
    ]


def test_open_quotes_are_refused_with_the_place():
    with pytest.raises(DocumentError, match=r"Goal, row 2: the cell begins like quoted text"):
        from_cell('"open', Sort.TEXT, "Goal, row 2")
