from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from custrata.drafting.wording import lexicon

TABLES = tomllib.loads(files("custrata.drafting.wording").joinpath("words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [name for name in TABLES if name != "phrase"])
def test_no_word_of_a_table_says_two_things(name):
    said = [word for words in TABLES[name].values() for word in words.split()]

    assert sorted(said) == sorted(set(said))


def test_a_word_in_two_tables_says_the_same_in_both():
    tables = [
        lexicon.family(name) for name in TABLES if name not in ("phrase", "free", "droppable", "ordinary")
    ]
    said = {word: {t[word] for t in tables if word in t} for table in tables for word in table}

    assert {word: both for word, both in said.items() if len(both) > 1} == {}


def test_every_phrase_stands_for_what_says_the_same_when_it_is_read_again():
    for word in TABLES["phrase"].values():
        assert lexicon.plain(word) == word


def test_a_compound_word_means_what_its_parts_mean():
    assert lexicon.meanings("two-year rise") == {"two": "two-year", "year": "two-year", "up": "rise"}


def test_a_prefix_makes_another_word():
    assert lexicon.meaning("undiscounted") != lexicon.meaning("discounted")


def test_free_words_say_nothing():
    assert lexicon.meanings("It is the one of them") == {"one": "one"}


def test_what_is_left_over_has_not_left():
    assert set(lexicon.meanings("5 are left after cost")) == {"remain", "after", "cost"}
    assert set(lexicon.meanings("5 have left")) == {"leave"}


def test_a_refusal_calls_a_word_by_its_table():
    assert (lexicon.table("up"), lexicon.table("moon")) == ("comparison", "word")
