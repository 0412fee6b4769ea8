from __future__ import annotations

import pytest
from tests.snapshots import grocer

from custrata.drafting.draft import draft
from custrata.errors import DocumentError
from custrata.strategy.text import dump, load


def test_a_short_text_is_a_strategy():
    assert load("company: Seven\n").company == "Seven"


@pytest.mark.parametrize("text", ["", "just words\n", "- a\n- b\n", "# only a comment\n"])
def test_a_text_without_a_mapping_holds_no_strategy(text):
    with pytest.raises(DocumentError, match="holds no strategy"):
        load(text)


def test_an_error_names_the_path_by_id_and_the_line():
    text = dump(draft(grocer())).replace("intent: grow", "intent: shrink", 1)
    line = next(i for i, words in enumerate(text.split("\n"), 1) if "intent: shrink" in words)
    with pytest.raises(DocumentError) as caught:
        load(text)
    assert caught.value.where == f"groups[group-tier-gold].intent.intent, line {line}"


def test_an_unknown_field_is_named_with_what_to_do():
    with pytest.raises(DocumentError) as caught:
        load("company: A\nhorizont: {months: 3}\n")
    assert caught.value.where == "horizont, line 2"
    assert "take the field out" in caught.value.remedy


def test_the_number_of_other_mistakes_is_said():
    with pytest.raises(DocumentError) as caught:
        load("company: A\nrevision: none\nhorizon: {months: 500}\n")
    assert caught.value.how_many == 2


def test_a_statement_without_a_kind_is_asked_for_it():
    text = "company: A\npattern:\n  statements:\n    - {id: P01, text: x}\n"
    with pytest.raises(DocumentError) as caught:
        load(text)
    assert caught.value.where == "pattern.statements[P01], line 4"
    assert "claim, proposal or gap" in caught.value.remedy


def test_an_error_inside_a_claim_leads_to_its_line():
    text = "company: A\npattern:\n  statements:\n    - kind: claim\n      id: E01\n      text: '{x} left'\n"
    with pytest.raises(DocumentError, match="names x") as caught:
        load(text)
    assert caught.value.where == "pattern.statements[E01], line 4"
