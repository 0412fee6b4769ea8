"""Where the numbers of a claim come from: reading, query, period, snapshot."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.evidence.check import ClaimEvidence
from custrata.snapshot import Snapshot
from custrata.vocabulary import Reading


@dataclass(frozen=True, slots=True)
class Source:
    """One reading behind a claim, down to the query.

    Attributes:
        claim_id: Id of the claim.
        figure: Name of the figure in the claim's text.
        reading: The reading.
        query: Text of the query that gave it; empty when the snapshot does not keep it.
        snapshot: Fingerprint of the snapshot.
    """

    claim_id: str
    figure: str
    reading: Reading
    query: str
    snapshot: str


def sources(evidence: ClaimEvidence, snapshot: Snapshot) -> tuple[Source, ...]:
    """The readings behind a claim, figure by figure.

    Args:
        evidence: How the claim stands.
        snapshot: The snapshot that it was evaluated against.
    """
    return tuple(
        Source(
            claim_id=evidence.claim_id,
            figure=part.figure.name,
            reading=reading,
            query=snapshot.queries.get(reading.fingerprint, ""),
            snapshot=snapshot.manifest.fingerprint,
        )
        for part in evidence.figures
        for reading in part.now.readings
    )
