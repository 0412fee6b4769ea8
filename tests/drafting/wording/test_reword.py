from __future__ import annotations

import json

import pytest

from custrata.drafting.wording.reword import reword
from custrata.strategy.document import Document
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.statement import Claim, Figure, Gap, Proposal
from custrata.strategy.text import dump, load

SHARE = Figure(name="share", measure="revenue", value=0.41, unit="share", segment={"tier": "gold"})


@pytest.fixture
def document():
    statements = (
        Claim(id="E01", text="Gold earns {share} of revenue.", figures=(SHARE,)),
        Claim(id="E02", text="“Ada Lovelace Ltd” brings {share} of revenue.", figures=(SHARE,)),
        Proposal(id="P01", text="Call customers of “Ada Lovelace Ltd” first."),
        Gap(id="G01", text="Why is not known.", waits_for="interviews"),
    )
    return Document(schema_version=2, company="Firm of Ada Lovelace", pattern=Pattern(statements=statements))


def writing(change):
    def write(messages):
        write.seen.append(messages)
        asked = json.loads(messages[-1]["content"])
        return json.dumps({name: change(name, text) for name, text in asked.items()})

    write.seen = []
    return write


def test_an_honest_wording_takes_the_place_of_the_sentence(document):
    result = reword(document, writing(lambda name, text: text.replace("Gold earns", "Gold brings")))

    assert result.changed == ("E01",)
    assert result.document.claim("E01").text == "Gold brings {share} of revenue."
    assert result.document.claim("E01").figures == (SHARE,)
    assert load(dump(result.document)) == result.document


def test_a_lie_leaves_the_sentence_and_is_reported(document):
    result = reword(document, writing(lambda name, text: text.replace("{share}", "77%")))

    assert result.document == document
    assert {r.statement for r in result.refused} == {"E01", "E02"}
    assert all("77%" in " ".join(r.reasons) for r in result.refused)


def test_no_name_out_of_the_data_leaves_the_house(document):
    write = writing(lambda name, text: text)

    reword(document, write)

    assert write.seen
    assert "Lovelace" not in json.dumps(write.seen)


def test_names_come_back_where_they_stood(document):
    result = reword(
        document, writing(lambda name, text: text.replace("Call customers", "Speak to customers"))
    )

    assert (
        "“Ada Lovelace Ltd”"
        in {s.id: s.text for _, s in result.document.statements() if s.id == "P01"}["P01"]
    )


@pytest.mark.parametrize("reply", ["", "I cannot do that.", "{}", '{"E01": ""}', '{"E01": null}'])
def test_a_model_that_answers_nothing_changes_nothing(document, reply):
    result = reword(document, lambda messages: reply)

    assert (result.document, result.changed, result.asked) == (document, (), 3)


REPLIES = {
    "ids that nobody asked": '{"E77": "Gold earns {share} of revenue.", "G01": "Why is known."}',
    "a nested object": '{"E01": {"sentence": "Gold brings {share} of revenue."}, "E02": ["x"], "P01": 3}',
    "an object in an object": '{"sentences": {"E01": "Gold brings {share} of revenue."}}',
    "a list": '["Gold brings {share} of revenue."]',
    "half an object": '{"E01": "Gold brings {share} of rev',
    "no JSON at all": "E01: Gold brings {share} of revenue.",
    "depth": '{"E01":' * 50_000 + "1" + "}" * 50_000,
}


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
def test_whatever_is_no_answer_changes_nothing(document, reply):
    result = reword(document, lambda messages: reply)

    assert (result.document, result.changed, result.refused) == (document, (), ())


def test_an_id_that_is_answered_twice_counts_as_it_was_said_last(document):
    reply = '{"E01": "Gold earns 99% of revenue.", "E01": "Gold brings {share} of revenue."}'

    assert reword(document, lambda messages: reply).changed == ("E01",)


@pytest.mark.parametrize(
    "more", ["x" * 2_000_000, "{share}" * 200_000, "1" * 2_000_000, "a " * 1_000_000, "((" * 1_000_000]
)
def test_a_huge_answer_is_refused_without_being_read(document, more):
    result = reword(document, lambda messages: json.dumps({"E01": f"Gold earns {more}"}))

    assert result.document == document
    assert [r.reasons for r in result.refused] == [("it is much longer than the statement",)]


def test_signs_that_no_file_can_hold_do_not_get_in(document):
    result = reword(document, lambda messages: '{"E01": "Gold \\ud800 earns {share} of \\u0000 revenue."}')

    assert result.document == document
    assert result.refused


def test_a_mark_of_another_sentence_does_not_bring_its_name(document):
    result = reword(
        document,
        lambda messages: '{"E01": "⟦N1⟧ earns {share} of revenue, gold.", "P01": "Call ⟦N2⟧ first."}',
    )

    assert result.document == document


def test_a_document_without_sentences_asks_nothing():
    empty = Document(schema_version=2, company="Firm")

    assert reword(empty, writing(lambda name, text: text)).asked == 0
