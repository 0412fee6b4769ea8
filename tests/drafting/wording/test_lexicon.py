from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from custrata.drafting.wording import lexicon


@pytest.mark.parametrize("name", [*lexicon.FAMILIES, "reversal", "opening"])
def test_no_word_of_a_family_means_two_things(name):
    text = files("custrata.drafting.wording").joinpath("words.toml").read_text(encoding="utf-8")
    said = [word for words in tomllib.loads(text)[name].values() for word in words.split()]

    assert len(lexicon.family(name)) == len(set(said))
    assert all(len({m for w, m in lexicon.family(name).items() if w == word}) == 1 for word in said)


def test_a_compound_word_means_what_its_parts_mean():
    assert lexicon.meanings("two-year growth", lexicon.TIME) == {"year": "two-year"}
    assert lexicon.meanings("two-year growth", lexicon.COMPARISON) == {"up": "growth"}


def test_a_possessive_is_the_word_itself():
    assert lexicon.meanings("gold's revenue", lexicon.NAME) == {"gold": "gold's"}


def test_reversals_are_counted():
    assert lexicon.negations("They do not come, and nobody doesn’t know.") == 3
