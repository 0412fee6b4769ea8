from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.segments.rules.reading import json_text, read_rule, rule_of, yaml_text
from custrata.segments.rules.rule import (
    MOST_DEPTH,
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

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
NUMBERS = st.floats(-1e12, 1e12)
LEAVES = st.one_of(
    st.builds(Amount, column=WORDS, at_least=NUMBERS),
    st.builds(Text, column=WORDS, is_=st.lists(WORDS, min_size=1, max_size=3).map(tuple)),
    st.builds(Text, column=WORDS, contains=WORDS, or_unknown=st.booleans()),
    st.builds(Day, column=WORDS, since=st.dates()),
    st.builds(Day, column=WORDS, last_days=st.integers(1, 36_500)),
    st.builds(Known, column=WORDS, known=st.booleans()),
    st.builds(InGroup, group=WORDS),
)
RULES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(Every, all=st.lists(inner, max_size=3).map(tuple)),
        st.builds(Some, any=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Not, not_=inner),
    ),
    max_leaves=6,
)


@given(RULES)
def test_every_rule_comes_back_from_yaml_and_json_as_it_was(rule):
    assert read_rule(yaml_text(rule)) == rule
    assert read_rule(json_text(rule)) == rule


def test_a_word_may_stand_alone_and_yes_is_a_word():
    assert read_rule("column: consents\nis: yes").is_ == ("true",)
    assert read_rule("column: size\nis: [2, three]").is_ == ("2", "three")


def test_the_segment_of_a_reading_is_a_rule_as_it_stands():
    assert rule_of({"all": [{"dimension": "tier", "is": ["gold"]}]}).all[0].column == "tier"


@pytest.mark.parametrize(
    ("text", "where", "remedy"),
    [
        ("all:\n- column: tier\n  is: gold\n- column: mrr", "rule.all[2]", "use one kind of"),
        ("any: []", "rule", "dash"),
        ("all: gold", "rule", "dash"),
        ("any:\n- tier", "rule.any[1]", "write a column"),
        ("not:\n  is: gold", "rule.not", "write “column:”"),
        ("column: tier\nis: gold\nabove: 3", "rule", "use one kind of"),
        ("column: mrr\nat_least: much", "rule.at_least", "correct it"),
        ("column: mrr\nat_least: 5\nat_most: 4", "rule", "correct it"),
        ("column: mrr\nat_least: 5\nabuve: 4", "rule.abuve", "correct it"),
        ("all: []\nany: []", "rule", "move any"),
        ("a: &x [1]\nb: *x", "rule", "write the part out"),
        ("{", "rule", "write a column"),
        ("", "rule", "write a column"),
        ("x" * 200_001, "rule", "letters"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_what_to_write(text, where, remedy):
    with pytest.raises(RuleError) as told:
        read_rule(text)
    assert told.value.where == where
    assert remedy in told.value.remedy


def test_a_rule_too_deep_or_too_long_is_refused():
    deep = {"column": "tier", "is": "gold"}
    for _ in range(MOST_DEPTH):
        deep = {"not": deep}
    with pytest.raises(RuleError, match="too large"):
        rule_of(deep)
    with pytest.raises(RuleError, match="too large"):
        rule_of({"all": [{"column": "tier", "is": "gold"}] * 101})
