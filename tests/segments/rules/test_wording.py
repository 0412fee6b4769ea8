from __future__ import annotations

import datetime as dt

import pytest

from custrata.segments.rules.rule import Amount, Day, Every, InGroup, Known, Not, Some, Text
from custrata.segments.rules.wording import compared, said

GOLD = Text(column="tier", is_=("gold",))
MUCH = Amount(column="value", at_least=1000)


def test_joins_are_said_with_brackets_only_where_they_are_needed():
    assert said(Every(all=(GOLD, Some(any=(MUCH, InGroup(group="g"))))), {"g": "Families"}) == (
        "Tier is gold and (value at least 1,000 or in the group Families)"
    )
    assert said(Not(not_=Every(all=(GOLD, MUCH)))) == "Not (tier is gold and value at least 1,000)"


@pytest.mark.parametrize(
    ("leaf", "words"),
    [
        (Amount(column="x", above=1.5, below=2), "above 1.5 and below 2"),
        (Amount(column="x", at_least=3, at_most=3), "is 3"),
        (Text(column="x", contains="sho", or_unknown=True), "contains “sho” or not known"),
        (Text(column="x", is_=tuple("abcdef")), "is one of 6 (a, b, c, d …)"),
        (
            Day(column="x", since=dt.date(2026, 1, 2), until=dt.date(2026, 2, 3)),
            "from 2 Jan 2026 to 3 Feb 2026",
        ),
        (Day(column="x", last_days=30), "in the last 30 days"),
        (Known(column="x", known=False), "is not known"),
    ],
)
def test_conditions_are_said_as_a_person_would(leaf, words):
    assert compared(leaf) == words
