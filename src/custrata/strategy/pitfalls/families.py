"""What kind of result a measure tells of: winning customers, keeping them, widening what they buy."""

from __future__ import annotations

ACQUISITION = frozenset(
    {
        "acquisition_mix",
        "campaign_reach",
        "conversion_rate",
        "customer_acquisition_cost",
        "gained_customers",
        "new_customers",
        "new_revenue",
        "open_pipeline",
        "qualified_pipeline",
        "qualified_reach",
        "sales_cycle_days",
        "time_to_close",
        "win_rate",
        "won_revenue",
    }
)
"""Measures that tell only of reaching and winning customers."""

NEW_BUSINESS = frozenset({"gained_customers", "new_customers", "new_revenue", "won_revenue"})
"""Measures that rise with every signature, whatever becomes of the customer."""

RETENTION = frozenset(
    {
        "active_customers",
        "alive_customers",
        "closing_customers",
        "cohort_retention",
        "cohort_revenue",
        "customer_churn_rate",
        "gross_revenue_retention",
        "lifetime_value",
        "logo_retention",
        "lost_customers",
        "lost_revenue",
        "net_revenue_retention",
        "repeat_orders",
        "repeat_rate",
        "spell_end_rate",
    }
)
"""Measures that tell whether customers stay, from the narrowest to those that count it among other things."""

EXPANSION = frozenset(
    {
        "average_mrr",
        "average_order_value",
        "category_breadth",
        "closing_revenue",
        "contribution",
        "customer_equity",
        "expansion_revenue",
        "expansion_revenue_share",
        "expected_revenue",
        "feature_adoption_breadth",
        "gross_margin",
        "lifetime_value",
        "moved_up",
        "mrr",
        "net_revenue_retention",
        "new_to_expansion",
        "revenue",
        "share_of_wallet",
        "upgrade_rate",
    }
)
"""Measures that rise when customers buy more, those that count it among other things included."""

CONCENTRATION = frozenset(
    {
        "loss_scenario_equity",
        "loss_scenario_retention",
        "loss_scenario_revenue",
        "revenue_gini",
        "revenue_hhi",
        "top_10_percent_revenue_share",
        "top_10_revenue_share",
        "top_1_percent_revenue_share",
        "top_1_revenue_share",
        "top_20_percent_revenue_share",
        "top_5_revenue_share",
        "top_customer_revenue",
    }
)
"""Measures that tell on how few customers the revenue rests."""

EFFORT = frozenset({"ces", "support_effort"})
"""Measures of what it takes a customer to be helped."""

SERVICE_COST = frozenset({"cost_to_serve", "cost_to_serve_ratio", "tier_service_cost", "tier_service_share"})
"""Measures of what it takes the company to serve."""

RATES = frozenset({"share", "ratio", "days", "hours", "points", "months", "index"})
"""Units of numbers that may be compared between a part of the base and the whole, a month and a year."""
