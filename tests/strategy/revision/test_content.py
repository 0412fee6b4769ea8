from __future__ import annotations

import datetime as dt

import pytest
from tests.documents import documents

from custrata.errors import DocumentError
from custrata.strategy.document import Document, Horizon, SignOff
from custrata.strategy.parts.running.review import Review, ReviewKind
from custrata.strategy.revision.content import (
    SignState,
    agreed,
    agreed_on,
    content_of,
    decline,
    sign,
    signatures,
    signed_on_other,
    withdraw,
)
from custrata.strategy.text import dump, load

DAY = dt.date(2026, 3, 2)


@pytest.fixture
def document():
    asked = (SignOff(function="head of finance"), SignOff(function="Chief executive"))
    return Document(schema_version=2, company="A", sign_offs=asked)


def states(document):
    return [signature.state for signature in signatures(document)]


def test_a_signature_fills_in_who_when_and_what(document):
    signed = sign(document, "head of finance", "A. Person", DAY)
    first = signed.sign_offs[0]
    assert (first.name, first.signed_on, first.revision) == ("A. Person", DAY, 1)
    assert first.content == content_of(document) == content_of(signed)
    assert states(signed) == [SignState.SIGNED, SignState.WAITING]
    assert not agreed(signed)


def test_all_have_agreed_once_everyone_has_signed(document):
    signed = sign(sign(document, "head of finance", "A. Person", DAY), "chief executive ", "B. Person", DAY)
    assert agreed(signed)
    assert not agreed(document.model_copy(update={"sign_offs": ()}))


def test_a_signature_opens_again_after_an_edit(document):
    signed = sign(document, "head of finance", "A. Person", DAY)
    edited = signed.model_copy(update={"horizon": Horizon(months=24)})
    assert states(edited)[0] is SignState.OPEN_AGAIN
    assert str(signatures(edited)[0]) == (
        "head of finance: open again, the text has changed since it was signed by A. Person on 2026-03-02, "
        "revision 1"
    )
    assert states(edited.model_copy(update={"horizon": Horizon()}))[0] is SignState.SIGNED


def test_a_new_revision_a_review_or_another_signature_opens_nothing(document):
    signed = sign(document, "head of finance", "A. Person", DAY)
    review = Review(id="weekly-1", kind=ReviewKind.WEEKLY, on=DAY)
    later = signed.model_copy(update={"revision": 9, "reviews": (review,)})
    assert states(sign(later, "chief executive", "B. Person", DAY)) == [SignState.SIGNED, SignState.SIGNED]


def test_a_refusal_says_why_and_opens_again_after_an_edit(document):
    declined = decline(document, "head of finance", "the target is too high", "A. Person")
    assert str(signatures(declined)[0]) == "head of finance: declined by A. Person: the target is too high"
    edited = declined.model_copy(update={"company": "B"})
    assert "since it was declined" in str(signatures(edited)[0])


def test_an_answer_can_be_taken_back(document):
    assert withdraw(sign(document, "head of finance", "A. Person", DAY), "head of finance") == document


def test_an_unknown_function_is_refused_with_those_that_are_asked(document):
    with pytest.raises(DocumentError, match="name one of: head of finance, Chief executive"):
        sign(document, "legal", "A. Person", DAY)
    with pytest.raises(DocumentError, match="add the function to sign_offs"):
        withdraw(Document(schema_version=2, company="A"), "legal")


@pytest.mark.parametrize(
    "answer", [lambda d: sign(d, "head of finance", " ", DAY), lambda d: decline(d, "head of finance", "")]
)
def test_an_answer_without_a_name_or_reason_is_refused(document, answer):
    with pytest.raises(DocumentError):
        answer(document)


def test_a_signature_by_hand_holds_for_its_revision_only(document):
    by_hand = SignOff(function="x", name="A. Person", revision=1, signed_on=DAY)
    signed = document.model_copy(update={"sign_offs": (by_hand,)})
    assert states(signed) == [SignState.SIGNED]
    assert states(signed.model_copy(update={"revision": 2})) == [SignState.OPEN_AGAIN]


def test_content_survives_the_text_and_tells_documents_apart():
    found = documents(20)
    assert [content_of(load(dump(one))) for one in found] == [content_of(one) for one in found]
    assert len({content_of(one) for one in found}) == len(found)


def test_what_all_have_signed_is_agreed_on_the_day_of_the_last_signature(document):
    later = DAY + dt.timedelta(days=9)
    once = sign(document, "head of finance", "A. Person", later)
    assert agreed_on(once) is None
    assert agreed_on(once, DAY) == DAY
    every = sign(once, "chief executive", "B. Person", DAY)
    assert agreed_on(every) == later
    assert agreed_on(every, DAY) == DAY
    assert agreed_on(every.model_copy(update={"horizon": Horizon(months=24)})) is None


def test_a_signature_notes_the_snapshot_and_its_note_opens_nothing(document):
    signed = sign(document, "head of finance", "A. Person", DAY, "5f3a")
    assert (signed.sign_offs[0].snapshot, content_of(signed)) == ("5f3a", content_of(document))
    assert not signed_on_other(signed, "5f3a")
    assert signed_on_other(signed, "77b0")
    assert not signed_on_other(sign(document, "head of finance", "A. Person", DAY), "77b0")
