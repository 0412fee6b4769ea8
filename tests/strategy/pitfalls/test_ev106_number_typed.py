from __future__ import annotations

from tests.strategies import claim, findings, places, proposal, strategy

from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.pitfalls.ev106_number_typed import PITFALL


def test_a_number_typed_as_digits_is_found_at_its_place():
    doc = strategy(pattern=Pattern(statements=(claim("{n} of 90 stay.", id="E01"),)))
    assert places(PITFALL, doc) == ["pattern.statements[E01]"]
    assert "90" in findings(PITFALL, doc)[0].message


def test_a_quoted_name_and_a_proposal_may_hold_digits():
    doc = strategy(pattern=Pattern(statements=(claim("{n} of “18-24” stay."), proposal("Win 90 of them."))))
    assert places(PITFALL, doc) == []
