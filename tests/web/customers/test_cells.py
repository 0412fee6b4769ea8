from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from custrata.segments.rules.fields import Field, Kind
from custrata.web.customers.cells import Cell, cell, head, written

VALUE = Field("value", "Value", Kind.NUMBER, "EUR")


@pytest.mark.parametrize(
    ("value", "field", "text"),
    [
        (Decimal("-1234.5"), VALUE, "\N{MINUS SIGN}1,234.50"),
        (0, VALUE, "0.00"),
        (12.0, Field("orders", "Orders", Kind.NUMBER), "12"),
        (12.345, Field("orders", "Orders", Kind.NUMBER), "12.35"),
        (0.25, Field("p", "P", Kind.NUMBER, "share"), "25.00%"),
        (dt.date(2026, 1, 2), Field("d", "D", Kind.DAY), "2 Jan 2026"),
        (True, Field("f", "F", Kind.FLAG), "yes"),
        ("<b>", Field("t", "T", Kind.TEXT), "<b>"),
    ],
)
def test_values_are_written_in_full(value, field, text):
    assert written(value, field) == text


def test_what_is_not_known_is_said_and_never_nought():
    assert cell(None, VALUE) == Cell("not known", right=True, dim=True)
    assert cell("", Field("t", "T", Kind.TEXT)).text == "not known"


def test_tiers_carry_their_mark_and_heads_their_unit():
    assert cell("gold", Field("tier", "Tier", Kind.TEXT)) == Cell("Gold", tier="t2")
    assert head(VALUE) == "Value, EUR"
    assert head(Field("x", "Days", Kind.NUMBER, "days")) == "Days"


def test_words_of_the_program_begin_large_and_those_of_the_files_stay():
    assert cell("at risk", Field("stage", "Stage", Kind.TEXT)).text == "At risk"
    assert cell("acme", Field("name", "Name", Kind.TEXT)).text == "acme"
