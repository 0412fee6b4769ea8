from __future__ import annotations

import pytest

from custrata.drafting.wording.form import form, too_long

WAS = "{n|gold customer earns|gold customers earn} {share} of ⟦N1⟧."


@pytest.mark.parametrize(
    "now",
    [
        WAS,
        "⟦N1⟧: {share} is earned by {n|gold customer|gold customers} (in all).",
        "{share} of ⟦N1⟧ — earned by {n} gold customers’ orders, self-made.",
    ],
)
def test_a_plain_sentence_has_the_form(now):
    assert list(form(WAS, now)) == []


@pytest.mark.parametrize(
    "now",
    [
        "",
        "{n|gold customer|gold customers} earn {share} of ⟦N1⟧!",
        "{n|gold customer|gold customers} earn {share} of ⟦N1⟧?",
        "{n|gold customer|gold customers} earn {share}% of ⟦N1⟧.",
        "{n|gold customer|gold customers} earn +{share} of ⟦N1⟧.",
        "{n|gold customer|gold customers} earn -{share} of ⟦N1⟧.",
        "{n|gold customer|gold customers} earn {share} of ⟦N2⟧.",
        "{n|gold customer|gold customers} earn {share} of ⟦N1⟧ and ⟦N1⟧.",
        "{n|gold customer|silver customers} earn {share} of ⟦N1⟧.",
        "{n|gold customer|gold customers 9} earn {share} of ⟦N1⟧.",
        "{n} gold customers earn {share} of ⟦N1⟧ {other}.",
        "{n} gold customers earn {share} of ⟦N1⟧ {N}.",
        "{n} gold customers earn ⟦N1⟧.",
        "{n} g0ld customers earn {share} of ⟦N1⟧.",
        "{n} gold customers earn {share},5 of ⟦N1⟧.",
        "{n} gold cust\u00adomers earn {share} of ⟦N1⟧.",
    ],
)
def test_what_is_no_plain_sentence_with_the_same_figures_has_not(now):
    assert list(form(WAS, now))


def test_a_sign_of_the_statement_may_stand():
    assert list(form("A & B bring {x}", "{x} is brought by A & B")) == []


def test_a_text_much_longer_than_the_statement_is_not_read():
    assert too_long(WAS, WAS + " And so on." * 20)
    assert not too_long(WAS, f"So far, {WAS}")
