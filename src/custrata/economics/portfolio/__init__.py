"""How the portfolio of customers is made up by value, how each part is served, and how customers move."""

from custrata.economics.portfolio.policies import TIER_POLICIES, TierPolicy
from custrata.economics.portfolio.tiers import (
    TIE_RULE,
    ValueBasis,
    tier_limits,
    tiers_query,
    value_basis,
)

__all__ = [
    "TIER_POLICIES",
    "TIE_RULE",
    "TierPolicy",
    "ValueBasis",
    "tier_limits",
    "tiers_query",
    "value_basis",
]
