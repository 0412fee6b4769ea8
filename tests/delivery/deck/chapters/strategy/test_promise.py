from __future__ import annotations

from dataclasses import replace

from custrata.delivery.deck.chapters.strategy import promise
from custrata.delivery.deck.slides import Tone
from custrata.strategy.parts.offering.proposition import Promise, Proof, ProofKind, Proposition
from custrata.strategy.parts.statement import Proposal
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
