from __future__ import annotations

import pytest

from custrata.thousands import ungrouped


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("1200", "1200"),
        ("1.234", "1.234"),
        ("1,234", "1234"),
        ("-1,234.5%", "-1234.5%"),
        ("$ 12,000k", "$ 12000k"),
        ("1,234,567", "1234567"),
        ("many", "many"),
    ],
)
def test_commas_that_part_thousands_are_taken_out(text, plain):
    assert ungrouped(text) == plain


@pytest.mark.parametrize("text", ["1,5", "0,25", "1.234,5", "1,20", "1,2345", "1234,567", "1,234,5", ",5"])
def test_a_comma_that_parts_anything_else_is_refused_with_a_word(text):
    with pytest.raises(ValueError, match="a comma parts thousands, a point the decimals"):
        ungrouped(text)
