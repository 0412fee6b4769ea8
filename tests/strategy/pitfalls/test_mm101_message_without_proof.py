from __future__ import annotations

import pytest
from tests.strategies import (
    PERSON,
    claim,
    places,
    proposal,
    proposition,
    strategy,
)
from tests.told import known

from custrata.strategy.parts.offering.proposition import Promise, Proof, ProofKind
from custrata.strategy.parts.papers.message_map import Message, MessageMap, MessageUse
from custrata.strategy.pitfalls.mm101_message_without_proof import PITFALL
from custrata.vocabulary import EvidenceState


def used(statement, **fields: object) -> MessageMap:
    uses = fields.pop("uses", (MessageUse(id="u", channel="web"),))
    return MessageMap(id="m", messages=(Message(id="c", statement=statement, uses=uses, **fields),))


SAID = claim(id="E01")


@pytest.mark.parametrize(
    ("state", "count"),
    [(EvidenceState.CONTRADICTED, 1), (EvidenceState.UNPROVEN, 1), (EvidenceState.SUPPORTED, 0)],
)
def test_a_message_stands_as_its_claim_stands(state, count):
    doc = strategy(message_maps=(used(SAID),))
    assert places(PITFALL, doc, known(E01=state)) == ["message_maps[m].messages[c]"] * count


def test_a_message_without_reason_and_proof_is_found():
    doc = strategy(message_maps=(used(proposal(owner=PERSON)),))
    assert places(PITFALL, doc) == ["message_maps[m].messages[c]"]


def test_a_reason_a_proof_or_no_use_is_silent():
    proof = Proof(id="f", kind=ProofKind.CASE, statement=claim())
    promise = Promise(id="pr", statement=proposal(), proofs=(proof,))
    bold = proposal(owner=PERSON)
    for paper in (
        used(bold, reasons=("We have done it before.",)),
        used(bold, uses=(MessageUse(id="u", channel="web", proof="case"),)),
        used(bold, promise="pr"),
        used(bold, uses=()),
        used(proposal()),
        used(SAID),
    ):
        doc = strategy(message_maps=(paper,), propositions=(proposition("v", promises=(promise,)),))
        assert places(PITFALL, doc) == []
