from __future__ import annotations

from tests.strategies import claim, gap, places, proposal, strategy

from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.pitfalls.ev105_claim_unbound import PITFALL


def test_a_claim_bound_to_nothing_is_found_at_its_place():
    doc = strategy(pattern=Pattern(statements=(claim("All is well.", id="E01"),)))
    assert places(PITFALL, doc) == ["pattern.statements[E01]"]


def test_a_bound_claim_a_proposal_and_a_gap_are_silent():
    doc = strategy(pattern=Pattern(statements=(claim(), proposal("All is well."), gap())))
    assert places(PITFALL, doc) == []
