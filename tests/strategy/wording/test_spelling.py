from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.strategy.wording.spelling import is_money, spell


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (None, "share", "not known"),
        (0.0, "share", "0%"),
        (0.95, "share", "95%"),
        (0.0312, "share", "3.1%"),
        (0.03, "share", "3%"),
        (0.9971, "share", "99.7%"),
        (0.99996, "share", "over 99.9%"),
        (1.0, "share", "100%"),
        (1.2487, "share", "125%"),
        (-0.034, "share", "−3.4%"),
        (0.0004, "share", "0.04%"),
        (0.000001, "share", "under 0.01%"),
        (2_104_000, "USD", "$2.1m"),
        (11_830_000, "EUR", "€11.8m"),
        (537_400, "USD", "$537k"),
        (9_876, "USD", "$9,876"),
        (29.49, "USD", "$29.49"),
        (29.0, "USD", "$29"),
        (-71_000, "USD", "−$71k"),
        (0.0, "USD", "$0"),
        (-0.001, "USD", "$0.00"),
        (2_104_000, "CHF", "CHF 2.1m"),
        (2_104_000, "money", "2.1m"),
        (999_999, "USD", "$1m"),
        (2400, "customers", "2,400"),
        (1_469_307, "lines", "1.47m"),
        (155_848, "orders", "155,848"),
        (-3, "points", "−3"),
        (2.44, "categories", "2.4"),
        (3.96, "points", "4"),
        (0.0, "points", "0"),
        (41.7, "days", "42"),
        (5.5, "days", "5.5"),
    ],
)
def test_a_number_is_written_as_people_read_it(value, unit, said):
    assert spell(value, unit) == said


def test_three_capital_letters_or_nothing_stated_are_money_and_what_is_counted_is_not():
    assert is_money("SEK")
    assert is_money("")
    assert not is_money("customers")
    assert not is_money("NPS points")


@given(st.floats(-1e15, 1e15), st.sampled_from(["share", "USD", "customers", "days", "points", "", "CHF"]))
def test_no_number_is_written_with_a_hyphen_an_exponent_or_as_nothing(value, unit):
    said = spell(value, unit)
    assert said
    assert "-" not in said
    assert "e+" not in said


@given(st.floats(0.0001, 0.9999))
def test_a_share_short_of_all_and_more_than_nothing_never_reads_as_all_or_nothing(share):
    assert spell(share, "share") not in ("0%", "100%")


@pytest.mark.parametrize(("value", "said"), [(0.05, "0.05"), (0.97, "0.97"), (1.04, "1"), (1.26, "1.3")])
def test_a_small_number_keeps_its_point(value, said):
    assert spell(value, "orders") == said
