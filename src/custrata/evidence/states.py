"""What each state of a claim promises, and which state is worse than which."""

from __future__ import annotations

from custrata.vocabulary import EvidenceState

GLOSSES = {
    EvidenceState.SUPPORTED: "today's figures are within what the sentence allows",
    EvidenceState.DRIFTING: "the figures have moved, but may still be what the sentence says",
    EvidenceState.CONTRADICTED: "a figure is outside what the sentence allows",
    EvidenceState.STALE: "the data are older than the sentence allows",
    EvidenceState.UNPROVEN: "the data do not hold what the sentence needs",
}
"""What a state says, and no more: that a figure holds does not prove why it holds."""

_RANK = {
    EvidenceState.SUPPORTED: 3,
    EvidenceState.DRIFTING: 2,
    EvidenceState.STALE: 1,
    EvidenceState.UNPROVEN: 1,
    EvidenceState.CONTRADICTED: 0,
}


def gloss(state: EvidenceState) -> str:
    """What a state says, for a line under a claim.

    Example:
        >>> gloss(EvidenceState.SUPPORTED)
        "Supported: today's figures are within what the sentence allows"
    """
    return f"{str(state).capitalize()}: {GLOSSES[state]}"


def stands(state: EvidenceState) -> bool:
    """Whether a claim in this state may still be said: it is supported or drifting."""
    return _RANK[state] >= _RANK[EvidenceState.DRIFTING]


def worse(before: EvidenceState, after: EvidenceState) -> bool:
    """Whether a claim went down: supported, drifting, stale or unproven, contradicted.

    Example:
        >>> worse(EvidenceState.SUPPORTED, EvidenceState.DRIFTING)
        True
        >>> worse(EvidenceState.STALE, EvidenceState.UNPROVEN)
        False
    """
    return _RANK[after] < _RANK[before]
