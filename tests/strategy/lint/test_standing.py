from __future__ import annotations

from dataclasses import dataclass

from tests.strategies import claim, strategy

from custrata.strategy.lint.finding import Known
from custrata.strategy.lint.standing import standing
from custrata.strategy.parts.pattern import Pattern
from custrata.vocabulary import EvidenceState


@dataclass(frozen=True)
class Verdict:
    claim_id: str
    state: EvidenceState
    reason: str = "It moved."


def test_only_bound_claims_in_the_state_are_given():
    doc = strategy(pattern=Pattern(statements=(claim(id="E01"), claim("Loose.", id="E02"), claim(id="E03"))))
    states = {"E01": EvidenceState.STALE, "E02": EvidenceState.STALE, "E03": EvidenceState.DRIFTING}
    known = Known({name: Verdict(name, state) for name, state in states.items()})
    assert list(standing(doc, known, EvidenceState.STALE)) == [
        ("pattern.statements[E01]", "E01 is stale: It moved.")
    ]
