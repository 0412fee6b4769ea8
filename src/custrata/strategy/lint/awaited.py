"""Measures that a strategy may name before the catalogue can compute them."""

AWAITED = frozenset(
    {
        "activation_rate",
        "advocacy_actions",
        "conversion_rate",
        "cost_to_serve_ratio",
        "customer_acquisition_cost",
        "expansion_revenue_share",
        "feature_adoption_breadth",
        "onboarding_completion_rate",
        "qualified_pipeline",
        "qualified_reach",
        "referral_rate",
        "share_of_wallet",
        "support_effort",
        "time_to_close",
        "time_to_first_value",
        "upgrade_rate",
        "usage_frequency",
        "weekly_active_usage",
    }
)
"""Ids that the field uses for stages and tiers; a reading of them is missing with its reason."""
