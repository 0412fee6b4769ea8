"""How the claims of each zone of the strategy stand, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from custrata.evidence.check import ClaimEvidence
from custrata.strategy.views import canvas
from custrata.vocabulary import EvidenceState

ZONES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("purpose", canvas.PURPOSE, ("foundation",)),
    (
        "context",
        canvas.CONTEXT,
        ("business", "groups", "tiers", "pattern", "profiles", "research", "notes", "briefs", "empathy_maps"),
    ),
    (
        "proposition",
        canvas.PROPOSITION,
        ("propositions", "message_maps", "lifecycle", "transitions", "journey_maps", "outcomes"),
    ),
    (
        "value_chain",
        canvas.VALUE_CHAIN,
        ("offers", "capabilities", "people", "channel_charters", "service_standards"),
    ),
    ("steering", canvas.STEERING, ()),
)
"""The five zones of the canvas: key, title, and the chapters that belong to each; the last takes the rest."""

ORDER = (
    EvidenceState.SUPPORTED,
    EvidenceState.DRIFTING,
    EvidenceState.STALE,
    EvidenceState.CONTRADICTED,
    EvidenceState.UNPROVEN,
)
"""The order in which states are drawn in one bar."""


@dataclass(frozen=True)
class Tally:
    """The claims of one zone.

    Attributes:
        zone: Its key.
        title: Its name.
        counts: Claims by state, in the order of drawing; states without claims are left out.
    """

    zone: str
    title: str
    counts: tuple[tuple[EvidenceState, int], ...]

    @property
    def holds(self) -> int:
        """Claims that are supported."""
        return dict(self.counts).get(EvidenceState.SUPPORTED, 0)

    @property
    def all(self) -> int:
        """All claims of the zone."""
        return sum(number for _, number in self.counts)

    @property
    def said(self) -> str:
        """The counts in words, for who does not see the bar."""
        return ", ".join(f"{number} {state}" for state, number in self.counts) or "no claims"


def tallies(evidence: tuple[ClaimEvidence, ...]) -> tuple[Tally, ...]:
    """The claims of each zone, counted by state.

    Args:
        evidence: How the claims stand.
    """
    counted: dict[str, Counter[EvidenceState]] = {key: Counter() for key, _, _ in ZONES}
    for one in evidence:
        counted[zone_of(one.path)][one.state] += 1
    return tuple(Tally(key, title, _ordered(counted[key])) for key, title, _ in ZONES)


def whole(evidence: tuple[ClaimEvidence, ...]) -> tuple[tuple[EvidenceState, int], ...]:
    """All claims counted by state, in the order of drawing.

    Args:
        evidence: How the claims stand.
    """
    return _ordered(Counter(one.state for one in evidence))


def zone_of(path: str) -> str:
    """The zone in which a path lies.

    Args:
        path: Path in the document.

    Example:
        >>> zone_of("canvas.value_chain.people_and_culture.statements[E04]"), zone_of("groups[gold].needs")
        ('value_chain', 'context')
    """
    steps = path.replace("[", ".").split(".")
    if steps[0] == "canvas" and len(steps) > 1:
        return steps[1]
    return next((key for key, _, chapters in ZONES if steps[0] in chapters), ZONES[-1][0])


def _ordered(counted: Counter[EvidenceState]) -> tuple[tuple[EvidenceState, int], ...]:
    return tuple((state, counted[state]) for state in ORDER if counted[state])
