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

VANITY = frozenset(
    {
        "ad_impressions",
        "app_downloads",
        "clicks",
        "downloads",
        "email_opens",
        "email_subscribers",
        "fans",
        "follower_count",
        "followers",
        "impressions",
        "installs",
        "likes",
        "newsletter_subscribers",
        "open_rate",
        "page_views",
        "pageviews",
        "raw_registrations",
        "reach",
        "registrations",
        "sessions",
        "shares",
        "sign_ups",
        "signups",
        "site_visits",
        "social_followers",
        "subscribers",
        "total_registrations",
        "total_signups",
        "video_views",
        "views",
        "visitors",
        "visits",
        "website_traffic",
        "website_visits",
    }
)
"""Ids under which people count attention; no catalogue holds them, and a strategy is not steered by them."""
