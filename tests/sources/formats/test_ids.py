"""Ids are text: the same thing has the same id whatever type its file gave it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.sources.formats.ids import as_id, as_text


def test_an_id_that_went_through_a_number_comes_back(read):
    assert read(as_id, "17850.0", "17850.00", " 17850 ") == ["17850"] * 3
    assert read(as_id, 17850.0, None, kind="float64") == ["17850", None]
    assert read(as_id, 17850, kind="int64") == ["17850"]
    assert read(as_id, Decimal("17850.00"), kind="decimal(18, 2)") == ["17850"]


def test_leading_zeros_and_letters_stay(read):
    kept = ["00123", "A-17.0", "17.5", "-5.0", "1.2.0", "Ü 4"]
    assert read(as_id, *kept) == kept


def test_a_number_that_is_not_whole_keeps_its_places(read):
    assert read(as_id, 17850.5, kind="float64") == ["17850.5"]


@pytest.mark.parametrize("text", ["", "   ", "NULL", "None", "nan", "N/A", "#N/A", "na"])
def test_a_word_for_nothing_is_no_id(read, text):
    assert read(as_id, text) == [None]


def test_what_is_no_number_is_no_id(read):
    assert read(as_id, float("nan"), float("inf"), float("-inf"), kind="float64") == [None] * 3


def test_text_is_trimmed_and_only_blanks_are_nothing(read):
    assert read(as_text, " Ann ", "", "\t", None, "NA") == ["Ann", None, None, None, "NA"]
    assert read(as_text, 7, kind="int64") == ["7"]


@given(st.lists(st.integers(min_value=0, max_value=2**52), min_size=1, max_size=20))
def test_whole_numbers_give_one_id_as_integer_float_and_text(engine, numbers):
    engine.keep_rows(
        "ids",
        {"whole": "int64", "floating": "float64", "text": "string"},
        [{"whole": n, "floating": float(n), "text": f"{n}.0"} for n in numbers],
    )
    ids = engine.table("ids")
    rows = engine.rows(ids.select(**{name: as_id(ids[name]) for name in ids.columns}))
    assert {len(set(row.values())) for row in rows} == {1}
