"""Who we win with: the ideal customer profile on a page."""

from __future__ import annotations

from enum import StrEnum

from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Statement


class ProfileTier(StrEnum):
    """How much effort a profile deserves."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    OPPORTUNISTIC = "opportunistic"


class Sign(Part):
    """An indicator or red flag; a claim once its lift is measured on customers not used to find it."""

    id: Id
    statement: Statement
    red_flag: bool = False


class Profile(Part):
    """A profile of customers whom the company wins with.

    Attributes:
        id: Stable address.
        tier: Primary, secondary or opportunistic.
        groups: Ids of the customer groups it covers.
        statement: The profile in a sentence, or a gap that says what it waits for.
        signs: Positive indicators and red flags.
        disqualified: Whom not to serve, in words that sales can apply.
        for_months: How long the company designs around it; 6 to 12 for the primary one.
        owner: Who answers for it.
    """

    id: Id
    tier: ProfileTier = ProfileTier.PRIMARY
    groups: tuple[str, ...] = ()
    statement: Statement
    signs: tuple[Sign, ...] = ()
    disqualified: tuple[Statement, ...] = ()
    for_months: int | None = None
    owner: Owner = Owner()
