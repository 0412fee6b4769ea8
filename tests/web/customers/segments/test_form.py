from __future__ import annotations

import datetime as dt

import pytest
from django.http import QueryDict

from custrata.segments.rules.fields import Field, Kind
from custrata.segments.rules.rule import (
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
from custrata.web.customers.segments.form import Row, rows_in, rows_of, rule_in, step_ends

FIELDS = {"share": Field("share", "Share", Kind.NUMBER, "share")}
RULES = [
    Text(column="tier", is_=("gold", "silver")),
    Text(column="tier", is_=("gold",), or_unknown=True),
    Text(column="name", contains="x"),
    Not(not_=Text(column="tier", is_=("gold",))),
    Not(not_=InGroup(group="g")),
    InGroup(group="g"),
    Known(column="tier", known=False),
    Amount(column="value", at_least=1.5),
    Amount(column="value", below=-3),
    Day(column="day", since=dt.date(2026, 1, 2)),
    Day(column="day", last_days=30),
    Some(any=(Text(column="tier", is_=("gold",)), Amount(column="value", above=5))),
]


@pytest.mark.parametrize("rule", RULES)
def test_rows_say_a_rule_and_the_rule_comes_back(rule):
    whole = Every(all=(rule, Known(column="mrr", known=True)))
    assert rule_in(rows_of(whole), {}) == whole


def test_two_bounds_are_two_rows():
    rows = rows_of(Amount(column="value", at_least=1, at_most=2))
    assert rows == [Row("and", "value", "at_least", "1"), Row("and", "value", "at_most", "2")]


def test_what_is_nested_deeper_has_no_rows():
    deep = Some(any=(Every(all=(RULES[0],)), RULES[1]))
    assert rows_of(Every(all=(deep,))) is None
    assert rows_of(Not(not_=Some(any=(RULES[0],)))) is None
    assert rows_of(Some(any=(Amount(column="v", at_least=1, at_most=2), RULES[0]))) is None
    assert rows_of(Text(column="tier", is_=("a;b",))) is None


def test_the_form_is_read_as_it_was_typed():
    first = "join=and&column=tier&test=is&value=a"
    given = QueryDict(f"{first}&join=or&column=&test=is&value=&column=x&test=known")
    assert rows_in(given) == [
        Row("and", "tier", "is", "a"),
        Row("or", "", "is", ""),
        Row("and", "x", "known", ""),
    ]


def test_rows_without_a_column_wait_and_what_cannot_be_compared_is_said():
    assert rule_in([Row()], {}) == Every(all=())
    for row, what in (
        (Row("and", "tier", "is", " "), "nothing yet"),
        (Row("and", "value", "at_least", "much"), "no number"),
        (Row("and", "value", "at_least", "1,5"), "a comma parts thousands"),
        (Row("and", "day", "since", "soon"), "date"),
    ):
        with pytest.raises(RuleError, match=what) as told:
            rule_in([Row(), row], {})
        assert told.value.where.startswith("condition 2")


def test_shares_are_typed_in_per_cent():
    assert rule_in([Row("and", "share", "at_least", "50%")], FIELDS).all == (
        Amount(column="share", at_least=0.5),
    )


def test_each_row_knows_the_step_that_ends_with_it():
    rows = [Row("and", "a"), Row("or", "b"), Row(), Row("and", "c"), Row("and", "d")]
    assert step_ends(rows) == [None, 0, None, 1, 2]
