from __future__ import annotations

from tests.strategies import PERSON, SIGNED, findings, places, proposal, strategy

from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.pitfalls.ow101_proposal_without_owner import PITFALL


def test_a_proposal_that_nobody_has_taken_is_found_with_the_role_suggested():
    free = proposal("Do it.", owner=Owner(role="head of sales"))
    doc = strategy(pattern=Pattern(statements=(free,)))
    assert places(PITFALL, doc) == [f"pattern.statements[{free.id}]"]
    assert "head of sales is suggested" in findings(PITFALL, doc)[0].message


def test_a_proposal_that_is_taken_or_signed_is_silent():
    taken, signed = proposal(owner=PERSON), proposal(signed_on=SIGNED)
    assert places(PITFALL, strategy(pattern=Pattern(statements=(taken, signed)))) == []
