"""The recommended pattern, from how many customers there are and how the worth is spread."""

from __future__ import annotations

from custrata.drafting.findings.portfolio import TEN_ARE_MANY
from custrata.drafting.pen import Pen
from custrata.drafting.roles import CHIEF
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.pattern import Pattern, PatternName
from custrata.strategy.parts.statement import Claim, Statement

FEW = 200
"""Up to this many customers each can be known by a person."""

MANY = 1000
"""From this many customers nobody can know each of them."""

WHY = {
    PatternName.INTIMACY: "Start from customer intimacy: people can know each customer that counts.",
    PatternName.MASS_PERSONALISATION: "Start from mass personalisation: no one can know every customer, "
    "and none decides alone.",
    PatternName.PLATFORM: "Start from a platform: customers win when other customers join.",
}


def choose(customers: float | None, ten: float | None) -> PatternName | None:
    """The pattern that the shape of the base suggests.

    Args:
        customers: How many customers there are.
        ten: Part of the revenue that the ten largest bring, 0 to 1; None where it is not known.

    Returns:
        Intimacy for few customers, or up to a thousand of whom ten bring a fifth; mass personalisation for a
        thousand and more of whom no ten do; nothing in between, where the shape does not tell.

    Example:
        >>> str(choose(85, None)), str(choose(7043, 0.01))
        ('customer intimacy', 'mass personalisation')
    """
    if customers is None:
        return None
    concentrated = ten is not None and ten >= TEN_ARE_MANY
    if customers <= FEW or concentrated:
        return PatternName.INTIMACY
    return PatternName.MASS_PERSONALISATION if customers >= MANY else None


def draft_pattern(pen: Pen) -> Pattern:
    """The pattern with the shape of the base behind it; a gap where the shape does not tell."""
    desk = pen.desk
    name = choose(desk.value("customers"), desk.value("top_10_revenue_share"))
    statements: list[Statement] = [s for s in (_shape(pen),) if s is not None]
    if name is None:
        statements.append(
            pen.gap(
                "The shape of the base suggests neither intimacy nor mass personalisation.",
                "a decision between knowing each customer and serving all of them by rule",
            )
        )
    else:
        statements.append(pen.proposal(WHY[name], CHIEF))
    statements.append(
        pen.gap(
            "Whether customers win when other customers join is not known.",
            "a measure of what customers who were referred bring, which Custrata does not give yet"
            if desk.snapshot.manifest.tables.get("referrals")
            else "a table of referrals, or of the sides of a market",
        )
    )
    return Pattern(name=name, statements=tuple(statements), owner=Owner(role=CHIEF))


def _shape(pen: Pen) -> Claim | None:
    desk = pen.desk
    n = desk.figure("n", "customers")
    full = pen.claim(
        f"Of {{n|customer|customers}} the ten largest bring {{ten}} of {desk.noun_of('revenue')}.",
        n,
        desk.figure("ten", "top_10_revenue_share"),
        topic="shape",
    )
    return full or pen.claim("The base holds {n|customer|customers}.", n, topic="shape")
