from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.segments.rules.conftest import NAMES, ROWS

from custrata.segments.rules.building import holds
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


def members(live, customers, facts, rule):
    found = live.rows(customers.filter(holds(rule, customers, facts)).select("customer_id"))
    return "".join(sorted(row["customer_id"] for row in found))


@pytest.mark.parametrize(
    ("rule", "who"),
    [
        (EVERYBODY, "abcdef"),
        (Text(column="tier", is_=("gold", "bronze")), "abe"),
        (Text(column="tier", is_=("bronze",), or_unknown=True), "ef"),
        (Text(column="name", contains="LANE"), "a"),
        (Text(column="name", contains="%"), "d"),
        (Text(column="name", contains="_"), ""),
        (Text(column="name", is_=("Bo's = 'Shop'",)), "b"),
        (Text(column="tier", is_=("gold' OR '1'='1",)), ""),
        (Text(column="consents", is_=("true",)), "ad"),
        (Amount(column="value", at_least=300), "abc"),
        (Amount(column="value", above=300), "a"),
        (Amount(column="value", above=-20, below=300), "f"),
        (Amount(column="orders", at_least=2, at_most=3), "be"),
        (Day(column="last_order_on", last_days=30), "ab"),
        (Day(column="last_order_on", until=dt.date(2026, 3, 1)), "cd"),
        (Day(column="last_order_on", since=dt.date(2026, 3, 1), until=dt.date(2026, 3, 2)), "bc"),
        (Known(column="stage", known=False), "d"),
        (Known(column="value", known=True), "abcef"),
        (InGroup(group="g"), "ab"),
        (Not(not_=Text(column="tier", is_=("gold",))), "cdef"),
        (Not(not_=Not(not_=Amount(column="value", above=0))), "abc"),
        (Some(any=(InGroup(group="g"), Known(column="value", known=False))), "abd"),
        (Every(all=(InGroup(group="g"), Text(column="stage", is_=("adoption",)))), "a"),
    ],
)
def test_a_rule_holds_for_whom_it_says(live, customers, facts, rule, who):
    assert members(live, customers, facts, rule) == who


def test_a_group_that_the_strategy_does_not_have_is_refused(customers, facts):
    with pytest.raises(RuleError, match="no group"):
        holds(InGroup(group="h"), customers, facts)


HELD = [dict(zip(NAMES, row, strict=True)) for row in ROWS]
LEAVES = st.one_of(
    st.builds(Amount, column=st.sampled_from(["value", "orders"]), at_least=st.integers(-30, 600)),
    st.builds(Amount, column=st.sampled_from(["value", "orders"]), below=st.integers(-30, 600)),
    st.builds(
        Text,
        column=st.sampled_from(["tier", "stage"]),
        is_=st.just(("gold", "lapsed")),
        or_unknown=st.booleans(),
    ),
    st.builds(Known, column=st.sampled_from(["tier", "value"]), known=st.booleans()),
)
RULES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Every, all=st.lists(inner, max_size=3).map(tuple)),
        st.builds(Some, any=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Not, not_=inner),
    ),
    max_leaves=5,
)


def told(rule, row) -> bool:
    """The same rule, asked in Python."""
    match rule:
        case Every():
            return all(told(part, row) for part in rule.all)
        case Some():
            return any(told(part, row) for part in rule.any)
        case Not():
            return not told(rule.not_, row)
        case Known():
            return (row[rule.column] is not None) == rule.known
        case Text():
            return rule.or_unknown if row[rule.column] is None else row[rule.column] in rule.is_
    value = row[rule.column]
    if value is None:
        return False
    return value >= rule.at_least if rule.at_least is not None else value < rule.below


@given(RULES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_nested_rules_hold_as_logic_says(live, customers, facts, rule):
    expected = "".join(row["customer_id"] for row in HELD if told(rule, row))
    assert members(live, customers, facts, rule) == expected
