from __future__ import annotations

from tests.strategies import PERSON, SIGNED, claim, findings, gap, places, proposal, proposition, strategy

from custrata.strategy.parts.offering.proposition import Promise, Proof, ProofKind
from custrata.strategy.pitfalls.vp101_claim_without_proof import PITFALL


def document(statement, proofs=(), **fields):
    return strategy(
        propositions=(
            proposition(
                "value", promises=(Promise(id="fast", statement=statement, proofs=proofs),), **fields
            ),
        )
    )


SHOWN = Proof(id="shown", kind=ProofKind.GUARANTEE, statement=proposal("Your money back."))
PLACE = ["propositions[value].promises[fast]"]


def test_a_claim_and_an_agreed_promise_without_proof_are_found():
    assert places(PITFALL, document(claim())) == PLACE
    assert places(PITFALL, document(proposal("You hear in an hour.", signed_on=SIGNED))) == PLACE
    assert places(PITFALL, document(proposal("You hear in an hour."), owner=PERSON)) == PLACE
    assert "5 customers stay" in findings(PITFALL, document(claim()))[0].message


def test_a_promise_with_a_proof_is_silent():
    assert places(PITFALL, document(claim(), (SHOWN,))) == []
    assert places(PITFALL, document(proposal(signed_on=SIGNED), (SHOWN,))) == []


def test_a_promise_that_nobody_has_taken_and_a_gap_are_silent():
    assert places(PITFALL, document(proposal("You hear in an hour."))) == []
    assert places(PITFALL, document(gap())) == []
