"""The recommended pattern: how the company relates to customers as a whole."""

from __future__ import annotations

from enum import StrEnum

from custrata.strategy.parts.part import Owner, Part
from custrata.strategy.parts.statement import Statement


class PatternName(StrEnum):
    """The three patterns from which a strategy starts."""

    INTIMACY = "customer intimacy"
    MASS_PERSONALISATION = "mass personalisation"
    PLATFORM = "platform ecosystem"


class Pattern(Part):
    """The pattern proposed, with the shape of the base behind it.

    Attributes:
        name: The pattern; None when the base does not tell.
        statements: The shape of the base as claims, the choice as a proposal.
        owner: Who decides.
    """

    name: PatternName | None = None
    statements: tuple[Statement, ...] = ()
    owner: Owner = Owner()
