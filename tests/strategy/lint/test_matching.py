from __future__ import annotations

import pytest

from custrata.strategy.lint.matching import named, refused, used

WORDS = ("best in class", "leading", "synergy")


@pytest.mark.parametrize(
    "text",
    [
        "A best-in-class oven",
        "BEST IN CLASS ovens",
        "The leading oven",
        "We wait, best in class.",
        "Our synergy's",
    ],
)
def test_whole_words_are_found_in_any_case_with_hyphens_or_spaces(text):
    assert len(used(text, WORDS)) == 1


@pytest.mark.parametrize("text", ["misleading", "leadingly", "non-leading", "the best of its class", ""])
def test_parts_of_words_are_not_found(text):
    assert used(text, WORDS) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Not best-in-class",
        "We never say that we are leading",
        "Instead of a leading oven",
        "It isn't leading",
        "Avoid words like synergy",
    ],
)
def test_a_word_that_is_refused_is_not_used_but_named(text):
    assert used(text, WORDS) == ()
    assert len(named(text, WORDS)) == 1


@pytest.mark.parametrize(
    "text", ["We do not wait: a leading oven", "No waste. The leading oven", "Not small but leading"]
)
def test_a_refusal_ends_with_its_clause(text):
    assert used(text, WORDS) == ("leading",)


def test_each_word_is_told_once_and_no_words_are_never_found():
    assert used("leading, leading, synergy", WORDS) == ("leading", "synergy")
    assert used("leading", ()) == named("leading", ()) == ()


def test_a_refusal_far_away_speaks_of_something_else():
    text = "We do not sell to whoever has a small shop in town a leading oven"
    assert not refused(text, text.index("leading"))
