from __future__ import annotations

import datetime as dt

from custrata.delivery.deck.chapters.signatures import said, standing
from custrata.strategy.revision.content import decline, sign, signatures

DAY = dt.date(2026, 3, 2)
BUILD = "5f3a"


def signed_by_all(document):
    for one in document.sign_offs:
        document = sign(document, one.function, "A. Person", DAY, BUILD)
    return document


def test_a_fresh_draft_counts_the_owners_who_have_signed(material):
    document = material("grocer").document
    everyone = len(document.sign_offs)
    assert standing(document, BUILD) == (f"DRAFT · 0 of {everyone} owners signed", False)
    once = sign(document, document.sign_offs[0].function, "A. Person", DAY)
    assert standing(once, BUILD) == (f"DRAFT · 1 of {everyone} owners signed", False)


def test_the_draft_mark_leaves_when_everyone_has_signed(material):
    document = material("grocer").document
    assert standing(signed_by_all(document), BUILD) == (f"Signed, revision {document.revision}", True)


def test_an_edit_after_the_signatures_brings_the_draft_mark_back(material):
    document = signed_by_all(material("grocer").document)
    edited = document.model_copy(update={"company": "Another Name", "revision": document.revision + 1})
    mark, whole = standing(edited, BUILD)
    assert mark.startswith("DRAFT · 0 of ")
    assert mark.endswith("changed since signed")
    assert not whole
    assert said(signatures(edited)[0]) == "changed since signed by A. Person"


def test_the_mark_says_when_the_figures_came_after_the_signatures(material):
    document = signed_by_all(material("grocer").document)
    assert standing(document, "another build") == (
        f"Signed, revision {document.revision} · figures newer than the signatures",
        True,
    )


def test_the_cover_says_who_signed_when_and_who_declined(material):
    document = material("grocer").document
    first, second = (s.function for s in document.sign_offs[:2])
    answered = decline(sign(document, first, "A. Person", DAY), second, "too early", "B. Other")
    assert [said(s) for s in signatures(answered)[:3]] == [
        "signed by A. Person, 2 Mar 2026",
        "declined by B. Other",
        "not signed",
    ]
