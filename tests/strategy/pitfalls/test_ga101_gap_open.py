from __future__ import annotations

from tests.strategies import claim, findings, gap, places, proposal, strategy

from custrata.strategy.parts.pattern import Pattern
from custrata.strategy.pitfalls.ga101_gap_open import PITFALL


def test_a_gap_is_told_with_what_to_bring():
    open_one = gap("Cost is not known.", "a column of cost")
    doc = strategy(pattern=Pattern(statements=(open_one,)))
    assert places(PITFALL, doc) == [f"pattern.statements[{open_one.id}]"]
    assert findings(PITFALL, doc)[0].mend == "Bring a column of cost."


def test_claims_and_proposals_are_silent():
    assert places(PITFALL, strategy(pattern=Pattern(statements=(claim(), proposal())))) == []
