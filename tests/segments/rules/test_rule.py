from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from custrata.segments.rules.rule import (
    EVERYBODY,
    Amount,
    Day,
    Every,
    InGroup,
    Not,
    Some,
    Text,
    columns_of,
    leaves,
    parts,
    plain,
    steps,
)

GOLD = Text(column="tier", is_=("gold",))
MUCH = Amount(column="value", at_least=100)


def test_a_rule_is_a_frozen_value_that_equals_its_like():
    assert Every(all=(GOLD,)) == Every(all=(Text(column="tier", is_=("gold",)),))
    assert len({GOLD, Text(column="tier", is_=("gold",))}) == 1
    with pytest.raises(ValidationError):
        GOLD.column = "stage"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Amount(column="value"),
        lambda: Amount(column="value", at_least=2, at_most=1),
        lambda: Amount(column="value", at_least=float("nan")),
        lambda: Amount(column="value", above=float("inf")),
        lambda: Text(column="tier"),
        lambda: Text(column="tier", is_=("a",), contains="b"),
        lambda: Text(column="", is_=("a",)),
        lambda: Day(column="day"),
        lambda: Day(column="day", since=dt.date(2026, 2, 1), until=dt.date(2026, 1, 1)),
        lambda: Day(column="day", last_days=0),
        lambda: Some(any=()),
    ],
)
def test_a_condition_that_says_nothing_or_cannot_hold_is_no_value(wrong):
    with pytest.raises(ValidationError):
        wrong()


def test_conditions_are_found_in_their_order_however_deep():
    rule = Every(all=(GOLD, Some(any=(MUCH, Not(not_=InGroup(group="g"))))))
    assert leaves(rule) == (GOLD, MUCH, InGroup(group="g"))
    assert columns_of(rule) == {"tier", "value"}
    assert parts(Not(not_=GOLD)) == (GOLD,)
    assert parts(GOLD) == ()
    assert steps(GOLD) == (GOLD,)
    assert steps(EVERYBODY) == ()


def test_plain_values_carry_the_words_of_the_file_and_nothing_left_out():
    assert plain(Every(all=(GOLD, Not(not_=MUCH)))) == {
        "all": [{"column": "tier", "is": ["gold"]}, {"not": {"column": "value", "at_least": 100.0}}]
    }
