from __future__ import annotations

from custrata.evidence.states import GLOSSES, gloss, stands, worse
from custrata.vocabulary import EvidenceState


def test_every_state_says_what_it_promises_and_no_more():
    assert set(GLOSSES) == set(EvidenceState)
    for state in EvidenceState:
        assert gloss(state).startswith(f"{state.capitalize()}: ")
        assert not {"proves", "true", "because"} & set(GLOSSES[state].split())


def test_supported_and_drifting_may_be_said_the_others_not():
    assert [s for s in EvidenceState if stands(s)] == [EvidenceState.SUPPORTED, EvidenceState.DRIFTING]


def test_no_state_is_worse_than_itself_and_contradicted_is_the_worst():
    assert not any(worse(s, s) for s in EvidenceState)
    assert all(worse(s, EvidenceState.CONTRADICTED) for s in EvidenceState if s != "contradicted")
    assert not any(worse(EvidenceState.CONTRADICTED, s) for s in EvidenceState)
