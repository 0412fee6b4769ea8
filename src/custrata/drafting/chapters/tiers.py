"""Tier policies of the first draft: what each tier earns, and a default of how it is treated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from custrata.drafting.pen import Pen
from custrata.drafting.roles import FINANCE, SERVICE, keeper
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.tier import TierPolicy
from custrata.vocabulary import Tier

INVESTMENT = {
    Tier.PLATINUM: "Most for each customer: people of their own, and a say in what is built.",
    Tier.GOLD: "Much: proactive care, and programmes that widen what they buy.",
    Tier.SILVER: "Moderate: programmes that serve many at once, and help to help themselves.",
    Tier.BRONZE: "Little: nothing that needs a person, unless it pays.",
}
SERVICE_MODEL = {
    Tier.PLATINUM: "Dedicated: one named person who knows the customer and is reached directly.",
    Tier.GOLD: "Proactive: a shared team that calls first, at fixed occasions.",
    Tier.SILVER: "Self-service with a person behind it when it fails.",
    Tier.BRONZE: "Self-service; what it does not solve goes through one form with a stated time.",
}
ENTITLEMENT = {
    Tier.PLATINUM: "A named contact, the shortest answer times, first look at what is new.",
    Tier.GOLD: "A review twice a year, priority in the queue.",
    Tier.SILVER: "Guides and training, an answer within the standard time.",
    Tier.BRONZE: "Help pages, and a fair price.",
}
ALIKE = (
    "As for every tier: they earn too nearly the same for one to deserve more.",
    "As for every tier, until something tells customers apart.",
    "As for every tier.",
)
"""Investment, service and entitlement where the tiers earn hardly more than their number."""

KEY_METRICS: Mapping[Tier, tuple[str, ...]] = {
    Tier.PLATINUM: ("logo_retention", "share_of_wallet", "referral_rate"),
    Tier.GOLD: ("net_revenue_retention", "expansion_revenue_share"),
    Tier.SILVER: ("cost_to_serve_ratio", "upgrade_rate"),
    Tier.BRONZE: ("cost_to_serve_ratio", "revenue"),
}


def draft_tiers(pen: Pen) -> tuple[TierPolicy, ...]:
    """The four policies; none where customers could not be ranked."""
    if len(pen.desk.keys("customers", "tier")) < len(Tier):
        return ()
    sizes: Mapping[str, Any] = pen.desk.snapshot.manifest.settings.get("tier_shares", {})
    return tuple(_tier(pen, tier, float(sizes.get(tier.value, 0.25))) for tier in Tier)


def _tier(pen: Pen, tier: Tier, size: float) -> TierPolicy:
    desk, where = pen.desk, (("tier", tier.value),)
    worth = desk.worth_by_tier
    noun = desk.noun_of(worth)
    position = (
        pen.claim(
            f"{{n|{tier.value} customer earns|{tier.value} customers earn}} {{share}} of {noun}.",
            desk.figure("n", "customers", where),
            desk.share("share", worth, where),
            topic="tier",
        )
        if worth
        else None
    )
    return TierPolicy(
        id=f"tier-{tier.value}",
        tier=tier,
        size=size,
        position=position,
        investment=pen.proposal(ALIKE[0] if desk.flat_tiers else INVESTMENT[tier], FINANCE),
        service_model=pen.proposal(ALIKE[1] if desk.flat_tiers else SERVICE_MODEL[tier], SERVICE),
        entitlement=pen.proposal(ALIKE[2] if desk.flat_tiers else ENTITLEMENT[tier], SERVICE),
        key_metrics=KEY_METRICS[tier],
        owner=Owner(role=keeper(desk)),
    )
