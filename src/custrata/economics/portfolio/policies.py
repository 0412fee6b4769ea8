"""How is each tier of the portfolio served, when nothing else is decided?"""

from __future__ import annotations

from dataclasses import dataclass

from custrata.vocabulary import Tier


@dataclass(frozen=True, slots=True)
class TierPolicy:
    """How a tier is served when nothing else is decided: a default that a person edits.

    Attributes:
        tier: The tier.
        investment: What the company puts in, and why.
        service_model: How the customer is looked after.
        entitlement: What the customer may count on.
        key_metrics: What is watched, in plain words.
    """

    tier: Tier
    investment: str
    service_model: str
    entitlement: str
    key_metrics: tuple[str, ...]


TIER_POLICIES: tuple[TierPolicy, ...] = (
    TierPolicy(
        Tier.PLATINUM,
        "Invest ahead of revenue: build with these customers what they will need next.",
        "A named person who knows the account, and an executive who answers for it.",
        "First in line: same-day answers, a plan made together each year, a say in the roadmap.",
        ("retention", "share of wallet", "advocacy"),
    ),
    TierPolicy(
        Tier.GOLD,
        "Invest where there is room to grow: fund programmes that widen use.",
        "A team that calls before it is called, on signals from use and service.",
        "Answers within one working day and a review of results twice a year.",
        ("net revenue retention", "expansion rate"),
    ),
    TierPolicy(
        Tier.SILVER,
        "Invest in what serves many at once: guides, onboarding, a community.",
        "Self-service first, with people where a case is hard.",
        "Answers within two working days and full access to the guides.",
        ("cost to serve as a share of revenue", "upgrade rate"),
    ),
    TierPolicy(
        Tier.BRONZE,
        "Invest nothing by hand: automate, or change the offer until it pays.",
        "Self-service only, automated from the first invoice to the last.",
        "Help pages at any time; written answers when capacity allows.",
        ("cost to serve against revenue", "share that moves up a tier"),
    ),
)
"""Defaults by tier, highest first; a strategy starts from them and people change them."""
