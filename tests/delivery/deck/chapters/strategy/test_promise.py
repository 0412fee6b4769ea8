from __future__ import annotations

import datetime as dt
from dataclasses import replace

from custrata.delivery.deck.chapters.strategy import promise
from custrata.delivery.deck.slides import Tone
from custrata.strategy.parts.offering.proposition import Promise, Proof, ProofKind, Proposition
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Proposal
from custrata.strategy.revision.content import sign
from custrata.vocabulary import EvidenceState


def with_promises(found, *promises):
    offered = Proposition(id="offer", for_whom="every customer", promises=promises)
    document = found.document.model_copy(update={"propositions": (offered,)})
    return replace(found, document=document)


def test_without_promises_the_canvas_speaks_and_proposals_keep_their_colour(material):
    found = material("grocer")
    bare = replace(found, document=found.document.model_copy(update={"propositions": ()}))
    rows = promise.promise(bare).exhibits[0].exhibit.rows
    assert any(row.cells[2].state for row in rows)
    assert all(row.cells[1].main.text for row in rows)
    proposals = [row for row in rows if row.cells[2].main.text == "◊ Proposal"]
    assert all(row.cells[1].tone is Tone.PROPOSAL for row in proposals)


def test_a_promise_without_any_claim_says_none_and_not_zero(material):
    found = material("bare")
    bare = replace(found, document=found.document.model_copy(update={"propositions": ()}))
    title = promise.promise(bare).titles[0].text
    assert " none rests on data; they wait for their owners" in title


def test_a_promise_is_proven_by_a_claim_that_data_support(material):
    found = material("grocer")
    claim = next(e.claim for e in found.evidence if e.state is EvidenceState.SUPPORTED)
    proof = Proof(id="shown", kind=ProofKind.MEASURE, statement=claim)
    proven = Promise(
        id="first", statement=Proposal(id="says", text="You get what you came for."), proofs=(proof,)
    )
    bare = Promise(id="second", statement=Proposal(id="hopes", text="You will like it."))
    slide = promise.promise(with_promises(found, proven, bare))
    assert slide.titles[0].text == (
        "Of 2 promises to customers 1 rests on a figure that stands today; none is tested with customers yet"
    )
    states = [row.cells[3].state for row in slide.exhibits[0].exhibit.rows]
    assert states == [EvidenceState.SUPPORTED, None]
    assert slide.exhibits[0].exhibit.rows[1].cells[2].main.text == "nothing yet"


def test_a_guarantee_is_told_as_promised_and_its_own_owner_answers(material):
    found = material("grocer")
    kept = Proposal(id="kept", text="Your money back within a week.")
    says = Proposal(id="says", text="It fits.", owner=Owner(role="head of product"))
    one = Promise(
        id="first", statement=says, proofs=(Proof(id="g", kind=ProofKind.GUARANTEE, statement=kept),)
    )
    offered = with_promises(found, one)
    (row,) = promise.promise(offered).exhibits[0].exhibit.rows
    assert (row.cells[2].tone, row.cells[2].small.text) == (Tone.PROPOSAL, "promised, shown by no figure")
    assert row.cells[4].main.text == "Head of product?"
    signed = offered.document
    for function in (s.function for s in signed.sign_offs):
        signed = sign(signed, function, "A. Person", dt.date(2026, 3, 2))
    (row,) = promise.promise(replace(offered, document=signed)).exhibits[0].exhibit.rows
    assert row.cells[2].small.text == "promised, shown by no figure"
