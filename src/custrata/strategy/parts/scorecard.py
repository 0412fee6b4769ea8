"""The scorecard: a few measures with base, target, date and owner."""

from __future__ import annotations

import datetime as dt

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Claim
from custrata.vocabulary import Direction, Timing


class ScoreRow(Part):
    """One measure on the scorecard.

    Attributes:
        id: Stable address.
        measure: Id in the catalogue.
        title: What people call it.
        base: Where it stands, as a claim with the figure ``base``.
        target: Where it is to be, in the measure's unit; None until somebody sets it.
        basis: How the target was found, in one sentence.
        on: The day by which; None where the data carry no dates.
        in_months: The same, counted from the start of the horizon.
        better: Which way is better.
        timing: Leading or lagging.
        owner: Who answers for it.
        signed_on: The day on which the owner agreed to the target; None while it is a proposal.
    """

    id: Id
    measure: str
    title: str
    base: Claim
    target: float | None = None
    basis: str = ""
    on: dt.date | None = None
    in_months: int | None = None
    better: Direction = Direction.HIGHER
    timing: Timing = Timing.LAGGING
    owner: Owner = Owner()
    signed_on: dt.date | None = None
