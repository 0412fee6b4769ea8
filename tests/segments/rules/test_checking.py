from __future__ import annotations

import pytest

from custrata.segments.rules.checking import check
from custrata.segments.rules.rule import Amount, Day, Every, InGroup, Known, RuleError, Text

GOLD = Text(column="tier", is_=("gold",))


def test_a_rule_on_what_is_known_passes(fields):
    rule = Every(all=(GOLD, Amount(column="value", above=1), Day(column="last_order_on", last_days=3)))
    assert check(rule, fields) is None
    assert check(InGroup(group="g"), fields, ("g",)) is None


@pytest.mark.parametrize(
    ("rule", "what", "remedy"),
    [
        (Text(column="teir", is_=("gold",)), "teir", "try tier"),
        (Amount(column="tier", above=1), "Tier is a text", "use is or contains"),
        (Text(column="value", is_=("1",)), "Value is a number", "use at_least"),
        (Known(column="zzz", known=True), "zzz", "choose one that is there"),
        (InGroup(group="h"), "no group", "choose one"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_its_place(fields, rule, what, remedy):
    with pytest.raises(RuleError) as told:
        check(Every(all=(GOLD, rule)), fields)
    assert told.value.where == "condition 2"
    assert what in told.value.what
    assert remedy in told.value.remedy


def test_names_are_asked_only_with_the_right_to_see_them(fields):
    named = Text(column="name", contains="ada")
    with pytest.raises(RuleError, match="names persons"):
        check(named, fields)
    with pytest.raises(RuleError, match="names persons"):
        check(Known(column="name", known=True), fields)
    assert check(named, fields, persons=True) is None
