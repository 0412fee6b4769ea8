from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custrata.errors import DocumentError
from custrata.strategy.text import nodes
from custrata.strategy.text.nodes import parse, resolve


def test_scalars_are_numbers_days_words_or_nothing():
    text = "a: 1\nb: 0.5\nc: 2024-05-01\nd: two words\ne:\nf: true\ng: '1'\n"
    assert parse(text).plain() == {
        "a": 1,
        "b": 0.5,
        "c": dt.date(2024, 5, 1),
        "d": "two words",
        "e": None,
        "f": True,
        "g": "1",
    }


@pytest.mark.parametrize("word", ["2024-13-01", "yes", "1_000", "0x1F", "12:30", "1.2.3"])
def test_what_only_looks_like_a_number_or_a_day_is_a_word(word):
    assert resolve(word) == word


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a: &x 1\nb: *x\n", "anchor"),
        ("a: *x\n", "alias"),
        ("a: !!python/object:os.system 1\n", "tag"),
        ("a: !secret 1\n", "tag"),
        ("a: 1\na: 2\n", "twice"),
        ("a: 1\n---\nb: 2\n", "more than one document"),
        ("[[1]: 2]: 3\n", "key that is no word"),
        ("a: " + "[" * 60 + "]" * 60 + "\n", "levels"),
    ],
)
def test_what_a_strategy_cannot_hold_is_refused_with_its_line(text, what):
    with pytest.raises(DocumentError, match=what) as caught:
        parse(text)
    assert caught.value.where.startswith("line ")


def test_text_that_is_no_yaml_is_refused_with_its_line():
    with pytest.raises(DocumentError, match="not YAML") as caught:
        parse("a: 1\nb: [1, 2\nc: 3\n")
    assert caught.value.where.startswith("line ")
    assert caught.value.remedy


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_our_own_words(text):
    with suppress(DocumentError):
        assert parse(text).line >= 0


def test_deep_nesting_is_refused_and_does_not_exhaust_the_machine():
    with pytest.raises(DocumentError):
        parse("[" * 5000)


@pytest.mark.parametrize(
    "text",
    [
        *(p.read_text(encoding="utf-8") for p in sorted((Path(__file__).parents[1] / "old").glob("*.yaml"))),
        "a: |\n  one\n  two\n\nb: >-\n  folded\n  text\nc: 'it''s'  # beside\nd: [1, 2.5, x]\ne: {f: ~}\n",
        'a: "tab\\t, \\u263A"\nb:\n  - x\n  - - y\n    - z\n# foot\n',
    ],
)
def test_the_fast_parser_reads_what_the_plain_one_reads(text, monkeypatch):
    fast = nodes.parse(text)
    monkeypatch.setattr(nodes, "FAST", False)

    assert nodes.parse(text) == fast


def test_what_only_the_plain_parser_takes_is_read_all_the_same():
    assert nodes.parse("{asks: who?}").plain() == {"asks": "who?"}
