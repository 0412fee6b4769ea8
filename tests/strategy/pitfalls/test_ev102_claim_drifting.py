from __future__ import annotations

import pytest
from tests.strategies import claim, findings, judged, places, strategy

from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.parts.statement import Claim
from custrata.strategy.pitfalls.ev102_claim_drifting import PITFALL
from custrata.vocabulary import EvidenceState


def document(one: Claim):
    return strategy(pattern=Pattern(statements=(one,)))


def test_it_is_found_at_the_claim():
    doc = document(claim(id="E01"))
    assert places(PITFALL, doc, judged(EvidenceState.DRIFTING)) == ["pattern.statements[E01]"]
    assert "It moved." in findings(PITFALL, doc, judged(EvidenceState.DRIFTING))[0].message


@pytest.mark.parametrize("state", [s for s in EvidenceState if s is not EvidenceState.DRIFTING])
def test_another_state_is_no_finding_of_this_kind(state):
    assert places(PITFALL, document(claim(id="E01")), judged(state)) == []


def test_a_claim_that_nobody_judged_or_that_is_bound_to_nothing_is_silent():
    assert places(PITFALL, document(claim(id="E01"))) == []
    assert places(PITFALL, document(claim("All is well.", id="E01")), judged(EvidenceState.DRIFTING)) == []
