"""What the data say that matters most, in order."""

from __future__ import annotations

from custrata.strategy.parts.part import Id, Part
from custrata.strategy.parts.statement import Figure, Proposal


class Insight(Part):
    """A claim that leads, with what follows from it.

    Attributes:
        id: ``I1``, ``I2`` … in order of what is at stake.
        claim: Id of the claim that says it; it stands in a block of the canvas.
        consequence: What should follow, as a proposal.
        at_stake: Money or customers that it concerns; None when neither can be counted.
    """

    id: Id
    claim: Id
    consequence: Proposal
    at_stake: Figure | None = None
