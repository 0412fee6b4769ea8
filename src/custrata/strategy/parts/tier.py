"""Portfolio tiers: what each is worth, what is invested in it, what it is entitled to."""

from __future__ import annotations

from custrata.strategy.parts.group import Share
from custrata.strategy.parts.part import Id, Owner, Part
from custrata.strategy.parts.statement import Claim, Statement
from custrata.vocabulary import Tier


class TierPolicy(Part):
    """How one tier is treated.

    Attributes:
        id: Stable address.
        tier: Platinum, gold, silver or bronze.
        size: Share of customers that the tier holds by rule, 0 to 1.
        position: What the tier earns, as a claim.
        investment: How much is put into it, and into what.
        service_model: How it is served.
        entitlement: What a customer in it can count on.
        key_metrics: Measures by which the tier is steered, present or waited for.
        owner: Who answers for the tier.
    """

    id: Id
    tier: Tier
    size: Share
    position: Claim | None = None
    investment: Statement | None = None
    service_model: Statement | None = None
    entitlement: Statement | None = None
    key_metrics: tuple[str, ...] = ()
    owner: Owner = Owner()
