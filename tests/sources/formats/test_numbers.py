"""Numbers in text: exact decimals in the marks of the source, or nothing at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.sources.formats.numbers import COMMA, POINT, as_number, bare, is_missing, mark_of, number_of

WRITTEN = [
    ("1,234.56", "1234.56"),
    ("12,345,678", "12345678"),
    ("1,23,456.50", "123456.50"),
    ("(12.00)", "-12"),
    ("($4.00)", "-4"),
    ("5-", "-5"),
    ("−7", "-7"),
    ("$1,234.50", "1234.50"),
    ("-£3", "-3"),
    ("£-3", "-3"),
    ("€ 12", "12"),
    ("5 USD", "5"),
    ("R$ 10", "10"),
    ("10 kr.", "10"),
    ("1 234.5", "1234.5"),
    ("1\u00a0234.5", "1234.5"),
    ("1'234.5", "1234.5"),
    ("12%", "0.12"),
    ("12.5 %", "0.125"),
    ("(5%)", "-0.05"),
    ("5%-", "-0.05"),
    ("%5", "0.05"),
    ("1e3", "1000"),
    ("1.5E-2", "0.015"),
    (".5", "0.5"),
    ("+5", "5"),
    ("  8 ", "8"),
]
NO_NUMBER = [
    "abc",
    "",
    "   ",
    "-",
    "n/a",
    "nan",
    "-nan",
    "NaN%",
    "inf",
    "Infinity",
    "--5",
    "(-5)",
    "0x10",
    "12.3.4",
]


@pytest.mark.parametrize(("text", "number"), WRITTEN)
def test_a_number_is_read_however_it_is_dressed(read, text, number):
    assert read(as_number, text) == [Decimal(number)]


@pytest.mark.parametrize(("text", "number"), WRITTEN)
def test_samples_are_read_as_the_engine_reads_them(text, number):
    assert number_of(text) == pytest.approx(float(number), rel=1e-12)


def test_what_is_no_number_gives_nothing(read):
    assert read(as_number, *NO_NUMBER) == [None] * len(NO_NUMBER)


@pytest.mark.parametrize("text", NO_NUMBER)
def test_what_is_no_number_gives_nothing_in_samples_either(text):
    assert number_of(text) is None


def test_a_decimal_comma_is_read_where_the_column_uses_it(read):
    texts = ["1.234,56", "12,5", "(1.234,00)", "1.234", "1.234.567", "€ 1.234,5", "12,5 %", "-0,75", "1234"]
    numbers = ["1234.56", "12.5", "-1234", "1234", "1234567", "1234.5", "0.125", "-0.75", "1234"]
    assert read(lambda v: as_number(v, COMMA), *texts) == [Decimal(n) for n in numbers]
    assert [number_of(t, COMMA) for t in texts] == [float(n) for n in numbers]


def test_a_number_in_the_other_mark_is_set_aside_never_read_ten_times_too_large(read):
    assert read(as_number, "12,5", "1,2,3", "1.234,56") == [None] * 3
    assert read(lambda v: as_number(v, COMMA), "12.5", "1,234.56") == [None] * 2
    assert [number_of("12,5"), number_of("12.5", COMMA), number_of("1,234.56", COMMA)] == [None] * 3


def test_a_number_past_the_contract_gives_nothing_and_finer_than_six_places_is_rounded(read):
    assert read(as_number, "999999999999.999999", "1000000000000", "1e40") == [
        Decimal("999999999999.999999"),
        None,
        None,
    ]
    assert read(as_number, "0.1234564", "0.1234567") == [Decimal("0.123456"), Decimal("0.123457")]


def test_typed_numbers_become_exact_decimals(read):
    floats = read(as_number, 0.1, 1e13, float("nan"), float("inf"), None, kind="float64")
    assert floats == [Decimal("0.1"), None, None, None, None]
    assert read(as_number, 7, 2**62, None, kind="int64") == [Decimal(7), None, None]
    assert read(as_number, True, False, None, kind="boolean") == [Decimal(1), Decimal(0), None]


def test_the_mark_is_decided_over_the_column():
    assert mark_of(["1.234,56", "12,5", "7"]) == COMMA
    assert mark_of(["1,234.56", "(12.00)", "7"]) == POINT
    assert mark_of(["1", "2", "3"]) == POINT
    assert mark_of(["1,5", "", "n/a", "2,5"]) == COMMA


def test_a_column_is_numbers_only_when_four_in_five_values_are():
    assert mark_of(["1", "2", "3", "4", "five"]) == POINT
    assert mark_of(["1", "2", "3", "four"]) is None
    assert mark_of(["", "n/a"]) is None
    assert mark_of([]) is None


def test_words_for_nothing_are_missing_and_a_zero_is_not():
    assert all(is_missing(t) for t in ("", "  ", "-", "N/A", "NULL", "?", "#N/A"))
    assert not any(is_missing(t) for t in ("0", "-1", "no", "none of them"))


def test_brackets_and_a_trailing_minus_mean_negative():
    assert [bare("(1.00)"), bare("1.00-"), bare("-")] == ["-1.00", "-1.00", "-"]


@given(
    st.decimals(min_value=-(10**11), max_value=10**11, places=2, allow_nan=False, allow_infinity=False),
    st.sampled_from([POINT, COMMA]),
)
def test_a_number_written_with_groups_is_read_back(number, mark):
    text = f"{number:,.2f}"
    if mark == COMMA:
        text = text.translate(str.maketrans(",.", ".,"))
    assert number_of(text, mark) == float(number)
    assert mark_of([text]) == mark
