from __future__ import annotations

import pytest

from custrata.delivery.workbook.sheet import Number


@pytest.mark.parametrize(
    ("value", "unit", "code"),
    [
        (0.41, "share", "0.0%"),
        (0.0004, "share", "0.00%"),
        (0.0, "share", "0.0%"),
        (12.5, "CHF", '"CHF "#,##0.00'),
        (12.5, "money", "#,##0.00"),
        (12.0, "customers", "#,##0"),
        (12.5, "days", "#,##0.##"),
    ],
)
def test_a_number_has_the_format_of_its_unit(value, unit, code):
    assert Number(value, unit).format == code
