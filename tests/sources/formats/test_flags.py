"""Yes and no, in the words and numbers of the source."""

from decimal import Decimal

import pytest

from custrata.sources.formats.flags import NO, YES, as_flag, is_flag


def test_every_word_for_yes_and_no_is_read_in_any_letters(read):
    assert read(as_flag, *YES, *(word.upper() for word in YES)) == [True] * 2 * len(YES)
    assert read(as_flag, *NO, *(f" {word.title()} " for word in NO)) == [False] * 2 * len(NO)


def test_other_words_say_neither(read):
    assert read(as_flag, "maybe", "", "2", "-1", "yesno", None) == [None] * 6


def test_typed_flags_stay_and_numbers_say_it_with_one_and_zero(read):
    assert read(as_flag, True, False, None, kind="boolean") == [True, False, None]
    assert read(as_flag, 1, 0, 2, None, kind="int64") == [True, False, None, None]
    assert read(as_flag, 1.0, 0.0, 0.5, kind="float64") == [True, False, None]
    decimals = (Decimal("1.00"), Decimal("0.00"), Decimal("0.50"))
    assert read(as_flag, *decimals, kind="decimal(10, 2)") == [True, False, None]


@pytest.mark.parametrize("values", [["Yes", "No"], ["Y"], ["0", "1"], ["TRUE", "false "], ["ja", "nein"]])
def test_a_column_of_yes_and_no_is_a_flag(values):
    assert is_flag(values)


@pytest.mark.parametrize("values", [[], ["Yes", "Perhaps"], ["1", "2"], ["yes", "no", "y", "n", "0"]])
def test_a_column_with_anything_else_is_none(values):
    assert not is_flag(values)
