from __future__ import annotations

import pytest

from custrata.errors import InputError
from custrata.strategy.wording.typed import number_typed


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("", "", None),
        ("  ", "share", None),
        ("82%", "share", 0.82),
        ("0.82", "share", 0.82),
        ("1.007", "share", 1.007),
        ("82", "share", 0.82),
        ("€3.4m", "EUR", 3_400_000.0),
        ("1,200", "customers", 1200.0),
        ("1 200", "customers", 1200.0),
        ("-5", "points", -5.0),
        ("−5", "points", -5.0),
        ("$ 12k", "USD", 12_000.0),
    ],
)
def test_numbers_are_read_as_people_type_them(text, unit, value):
    assert number_typed(text, unit) == value


@pytest.mark.parametrize("text", ["many", "1.2.3", "12 apples", "=1+1", "nan", "inf", "1e999", "%", "<b>"])
def test_what_is_no_number_is_refused_in_words(text):
    with pytest.raises(InputError, match="no number"):
        number_typed(text)


@pytest.mark.parametrize("text", ["1,5", "82,5%", "1.234,5", "€3,4m"])
def test_a_comma_that_does_not_part_thousands_is_refused_with_how_to_write_it(text):
    with pytest.raises(InputError) as refused:
        number_typed(text, "EUR", "target")
    assert refused.value.where == "target"
    assert "1,200" in (refused.value.remedy or "")
