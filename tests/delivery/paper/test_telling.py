from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.delivery.paper.written import CARE, claim, full, full_document, gap, propose

from custrata.delivery.paper.page import Lines, Voice
from custrata.delivery.paper.telling import (
    Teller,
    headline,
    listed,
    nothing_written,
    plainly,
    runs,
    signed_by,
)
from custrata.evidence.check import evaluate
from custrata.strategy.parts.part import Owner
from custrata.strategy.revision.content import sign
from custrata.vocabulary import EvidenceState


@pytest.fixture(scope="module")
def teller() -> Teller:
    return Teller(full())


def test_a_claim_speaks_with_its_state_and_id(teller):
    line = teller.line(full_document().claim("M04"))
    assert (line.voice, line.tail, line.state) == (Voice.COMPUTED, "M04", EvidenceState.CONTRADICTED)
    assert line.words.text.startswith("41%")


def test_a_contradicted_claim_does_not_leave_the_page_before_a_proposal(teller):
    assert teller.line(full_document().claim("M04")).support > teller.line(propose("x", "Try")).support


def test_a_proposal_names_its_owner_and_one_that_is_signed_its_day(teller):
    assert teller.line(propose("x", "Try", CARE)).tail == "owner Head of care"
    assert teller.line(propose("x", "Try")).tail == "needs an owner, head of sales suggested"
    signed = teller.line(propose("x", "Try", CARE, signed_on=dt.date(2024, 12, 3)))
    assert (signed.voice, signed.tail) == (Voice.AGREED, "agreed 3 Dec 2024, Head of care")


def test_a_gap_says_what_it_waits_for_and_nothing_is_a_gap_too(teller):
    assert teller.line(gap("x", "Not known.", "a table")).words.text == "Not known. Waits for a table."
    assert teller.line(None).voice is Voice.GAP


def test_statements_that_say_the_same_are_said_once(teller):
    lines = teller.lines([propose("a", "Try"), None, propose("b", "Try"), propose("c", "Wait")])
    assert [x.words.text for x in lines] == ["Try", "Wait"]


def test_a_finding_too_long_for_a_title_stands_in_the_band():
    long = plainly("x" * 200)
    title, band = headline(long, "What it is about")
    assert (title.words.text, band) == ("What it is about", long)
    title, band = headline(plainly("Short."), "About")
    assert (title.words.text, band) == ("Short", None)


def test_a_gap_is_never_the_title():
    title, band = headline(plainly("Nobody knows.", Voice.GAP), "Whom we win with")
    assert title.words.text == "Whom we win with is not known yet"
    assert band is not None


def test_the_foot_holds_ids_n_period_query_and_snapshot(teller):
    foot = teller.foot(("J05", "P01"))
    assert foot.startswith("J05, P01 · n 2,790 customers · 1 Jan 2024 to 30 Dec 2024 · query ")
    assert " · snapshot " in foot


def test_the_foot_names_measures_that_no_claim_states(teller):
    shown = teller.shown("logo_retention")
    block = Lines("", (replace(plainly(""), words=type(plainly("").words)((shown,))),))
    assert teller.foot((), (block,)).startswith("logo retention · n 2,790 customers")


def test_a_page_that_rests_on_no_reading_says_so(teller):
    assert teller.foot(()).startswith("no reading behind this page")


def test_the_mark_is_a_draft_until_every_function_has_signed_and_again_after_an_edit():
    assert Teller(full()).mark == "DRAFT · 1 of 3 owners signed"
    everyone = full_document()
    for function in ("Care", "Finance"):
        everyone = sign(everyone, function, "Head", dt.date(2024, 12, 4))
    teller = Teller(replace(full(), document=everyone))
    assert (teller.signed, teller.mark) == (True, "Signed, revision 4")
    edited = everyone.model_copy(update={"company": "Another name"})
    assert Teller(replace(full(), document=edited)).mark.startswith("DRAFT · 0 of 3 owners signed")


def test_ids_are_drawn_together_and_names_stand_last():
    assert runs(["nrr", "E10", "E09", "E11", "B02"]) == "B02, E09 to E11, nrr"
    assert runs([f"x{i}y" for i in range(9)]).endswith("and 4 more")


def test_words_for_owners_and_lists():
    assert signed_by(Owner()) == "needs an owner"
    assert listed(["a", "", "b", "c"]) == "a, b and c"
    assert listed([]) == ""


def test_a_refusal_names_the_part_and_the_way_out():
    error = nothing_written("no profile", "profiles")
    assert "profiles" in error.where
    assert error.remedy.startswith("fill profiles")


def test_a_claim_without_evidence_is_unproven():
    teller = Teller(replace(full(), evidence=()))
    assert teller.line(claim("Z", "{n} customers", ("n", "customers"))).state is EvidenceState.UNPROVEN


def test_the_foot_of_a_page_whose_readings_name_no_query_is_written_without_one():
    given = full()
    bare = tuple(replace(r, fingerprint="") for r in given.snapshot.readings)
    snapshot = replace(given.snapshot, readings=bare)
    document = full_document()
    teller = Teller(replace(given, snapshot=snapshot, evidence=evaluate(document, snapshot)))

    foot = teller.foot([c.id for c in document.claims()])

    assert "query" not in foot
    assert "snapshot" in foot


def test_what_every_function_has_signed_is_agreed_on_the_day_of_the_last_signature():
    given, day = full(), dt.date(2026, 3, 2)
    document = given.document
    for one in document.sign_offs:
        document = sign(document, one.function, "A. Person", day)
    teller = Teller(replace(given, document=document))
    line = teller.line(propose("x", "Try"))
    assert (line.voice, line.tail) == (Voice.AGREED, "agreed 2 Mar 2026, head of sales")
    own = teller.line(propose("x", "Try", CARE, signed_on=dt.date(2024, 12, 3)))
    assert own.tail == "agreed 3 Dec 2024, Head of care"
    assert teller.written("Call first.", CARE).voice is Voice.AGREED
