from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.strategies import claim, findings, places, strategy

from custrata.strategy.lint.finding import Known
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.statement import Claim
from custrata.strategy.pitfalls.ev101_claim_contradicted import PITFALL
from custrata.vocabulary import EvidenceState


@dataclass(frozen=True)
class Verdict:
    claim_id: str
    state: EvidenceState
    reason: str = "It moved."


def known(state: EvidenceState) -> Known:
    return Known({"E01": Verdict("E01", state)})


def document(one: Claim):
    return strategy(pattern=Pattern(statements=(one,)))


def test_it_is_found_at_the_claim():
    doc = document(claim(id="E01"))
    assert places(PITFALL, doc, known(EvidenceState.CONTRADICTED)) == ["pattern.statements[E01]"]
    assert "It moved." in findings(PITFALL, doc, known(EvidenceState.CONTRADICTED))[0].message


@pytest.mark.parametrize("state", [s for s in EvidenceState if s is not EvidenceState.CONTRADICTED])
def test_another_state_is_no_finding_of_this_kind(state):
    assert places(PITFALL, document(claim(id="E01")), known(state)) == []


def test_a_claim_that_nobody_judged_or_that_is_bound_to_nothing_is_silent():
    assert places(PITFALL, document(claim(id="E01"))) == []
    assert places(PITFALL, document(claim("All is well.", id="E01")), known(EvidenceState.CONTRADICTED)) == []
