"""How the portfolio of customers is made up by value, how each part is served, and how customers move."""

from custrata.economics.portfolio.basis import ValueBasis, best_basis, value_basis
from custrata.economics.portfolio.boundaries import Boundaries, service_boundaries
from custrata.economics.portfolio.migration import (
    boundary_values_query,
    moving_basis,
    tier_moves_query,
    window_values_query,
)
from custrata.economics.portfolio.policies import TIER_POLICIES, TierPolicy
from custrata.economics.portfolio.tiers import TIE_RULE, tier_limits, tiers_query

__all__ = [
    "TIER_POLICIES",
    "TIE_RULE",
    "Boundaries",
    "TierPolicy",
    "ValueBasis",
    "best_basis",
    "boundary_values_query",
    "moving_basis",
    "service_boundaries",
    "tier_limits",
    "tier_moves_query",
    "tiers_query",
    "value_basis",
    "window_values_query",
]
