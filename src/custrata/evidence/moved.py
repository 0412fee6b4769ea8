"""What moved between two snapshots: claims whose state changed, and those that held."""

from __future__ import annotations

from dataclasses import dataclass

from custrata.evidence.check import ClaimEvidence
from custrata.snapshot import Manifest


@dataclass(frozen=True, slots=True)
class ClaimMove:
    """One claim before and after.

    Attributes:
        claim_id: Id of the claim.
        path: Where it stands in the document.
        before: How it stood against the earlier snapshot; None when the claim is new.
        after: How it stands now.
        moved: Whether its state changed; a changed digit within the tolerance is no move.
        broke: Whether it is worse than before.
        stronger: Whether it is better than before, or as good with narrower intervals.
        cause: The likely cause in one sentence, from readings; empty when none can be named.
        at_stake: Money that it concerns, in the currency of the snapshot; None when it cannot be counted.
    """

    claim_id: str
    path: str
    before: ClaimEvidence | None
    after: ClaimEvidence
    moved: bool
    broke: bool
    stronger: bool
    cause: str = ""
    at_stake: float | None = None


@dataclass(frozen=True, slots=True)
class Delta:
    """What moved between two snapshots, the largest money first.

    Attributes:
        before: Manifest of the earlier snapshot.
        after: Manifest of the later one.
        moves: Every claim of the document.
    """

    before: Manifest
    after: Manifest
    moves: tuple[ClaimMove, ...]

    @property
    def moved(self) -> tuple[ClaimMove, ...]:
        """Claims whose state changed."""
        return tuple(m for m in self.moves if m.moved)

    @property
    def broke(self) -> tuple[ClaimMove, ...]:
        """Claims that are worse than before."""
        return tuple(m for m in self.moves if m.broke)

    @property
    def stronger(self) -> tuple[ClaimMove, ...]:
        """Claims that are better than before."""
        return tuple(m for m in self.moves if m.stronger)
