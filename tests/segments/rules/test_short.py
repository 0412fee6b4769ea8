from __future__ import annotations

import datetime as dt

import pytest

from custrata.segments.rules.rule import (
    EVERYBODY,
    Amount,
    Day,
    Every,
    InGroup,
    Known,
    Not,
    RuleError,
    Some,
    Text,
)
from custrata.segments.rules.short import rule_of_pairs, short


@pytest.mark.parametrize(
    ("pairs", "rule"),
    [
        ([("tier", "gold"), ("tier", "silver")], Text(column="tier", is_=("gold", "silver"))),
        ([("tier", "!gold")], Not(not_=Text(column="tier", is_=("gold",)))),
        ([("name", "~ada")], Text(column="name", contains="ada")),
        ([("value", "100..200")], Amount(column="value", at_least=100, at_most=200)),
        ([("value", "-5..")], Amount(column="value", at_least=-5)),
        ([("value", "7")], Amount(column="value", at_least=7, at_most=7)),
        ([("last_order_on", "2026-01-01..")], Day(column="last_order_on", since=dt.date(2026, 1, 1))),
        ([("last_order_on", "30d")], Day(column="last_order_on", last_days=30)),
        ([("stage", "?")], Known(column="stage", known=False)),
        ([("value", "*")], Known(column="value", known=True)),
        ([("group", "g")], InGroup(group="g")),
    ],
)
def test_the_short_form_is_read_and_written(fields, pairs, rule):
    assert rule_of_pairs(pairs, fields) == Every(all=(rule,))
    assert short(rule) == tuple(pairs)


def test_columns_that_nobody_knows_are_left_to_others(fields):
    assert rule_of_pairs([("sort", "-value"), ("month", "2026-01")], fields) == EVERYBODY


@pytest.mark.parametrize("letters", ["much", "1..x", "", "nan", "9..3", "1,5..", "1.234,5"])
def test_letters_that_mean_nothing_are_refused_with_an_example(fields, letters):
    with pytest.raises(RuleError) as told:
        rule_of_pairs([("value", letters)], fields)
    assert told.value.where == "value"
    assert "100..200" in told.value.remedy


def test_a_join_has_no_short_form():
    assert short(Some(any=(Known(column="x", known=True),))) is None
    assert short(Amount(column="x", above=3)) is None


@pytest.mark.parametrize(
    "pairs",
    [
        [("tier", "x" * 301)],
        [("group", "x" * 301)],
        [("value", "9" * 5000)],
        [("tier", str(n)) for n in range(5001)],
        [("last_order_on", f"{'9' * 5000}d")],
    ],
)
def test_letters_without_end_are_refused_in_words(pairs, fields):
    with pytest.raises(RuleError):
        rule_of_pairs(pairs, fields)
