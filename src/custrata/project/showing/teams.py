"""The six teams of a company, as data: what each is asked, what it watches, where it works."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Team:
    """A team.

    Attributes:
        key: Its part of the address.
        title: What people call it.
        question: What its board answers.
        roles: Words of roles and functions that mean it, titles left out.
        measures: Measures that it watches, the first the most.
        stages: Stages of the lifecycle in which it works.
        rooms: Rooms of the workspace in which its work stands: key of the room and a word.
    """

    key: str
    title: str
    question: str
    roles: tuple[str, ...]
    measures: tuple[str, ...]
    stages: tuple[str, ...] = ()
    rooms: tuple[tuple[str, str], ...] = ()


TEAMS: tuple[Team, ...] = (
    Team(
        "sales",
        "Sales",
        "Whom do we win, at what price, and do they stay?",
        ("sales", "revenue", "account management", "commercial"),
        (
            "win_rate",
            "won_revenue",
            "sales_cycle_days",
            "new_customers",
            "new_revenue",
            "customer_acquisition_cost",
            "ltv_to_cac",
            "discount_share",
            "average_order_value",
        ),
        ("awareness", "acquisition"),
        (("portfolio", "Portfolio"), ("customers", "Customers")),
    ),
    Team(
        "success",
        "Customer success",
        "Who gets what they came for, who is leaving, and what can be widened?",
        ("customer success", "success", "customer", "cx", "customer experience", "account success"),
        (
            "net_revenue_retention",
            "gross_revenue_retention",
            "logo_retention",
            "customer_churn_rate",
            "spell_end_rate",
            "lost_revenue",
            "contraction_revenue",
            "expansion_revenue",
            "reactivated_customers",
            "nps",
        ),
        ("onboarding", "adoption", "expansion", "at risk"),
        (("lifecycle", "Lifecycle"), ("intelligence", "Why and what next")),
    ),
    Team(
        "support",
        "Support",
        "How fast do we help, what keeps coming back, and what does serving cost?",
        ("support", "customer service", "service", "care", "operations"),
        (
            "first_response_hours",
            "resolution_hours",
            "tickets",
            "tickets_per_customer",
            "csat",
            "ces",
            "cost_to_serve",
            "cost_to_serve_ratio",
            "refund_rate",
        ),
        ("adoption", "at risk"),
        (("voice", "Voice"), ("lifecycle", "Lifecycle")),
    ),
    Team(
        "product",
        "Product",
        "What do customers use and buy, what holds them up, and what do they ask for?",
        ("product", "offer", "merchandising", "assortment", "engineering", "data"),
        (
            "category_breadth",
            "repeat_rate",
            "inter_purchase_days",
            "average_rating",
            "nps",
            "refund_rate",
            "gross_margin_rate",
            "loss_making_lines",
            "expansion_revenue",
        ),
        ("onboarding", "adoption", "advocacy"),
        (("voice", "Voice"), ("lifecycle", "Lifecycle")),
    ),
    Team(
        "marketing",
        "Marketing",
        "Whom do we reach, what does it change, and what does it cost?",
        ("marketing", "customer marketing", "brand", "crm", "growth", "loyalty"),
        (
            "campaign_reach",
            "campaigns",
            "new_customers",
            "reactivated_revenue",
            "repeat_rate",
            "discount_share",
            "customer_acquisition_cost",
            "acquisition_mix",
            "active_customers",
            "average_order_value",
        ),
        ("awareness", "acquisition", "lapsed", "won back"),
        (("segments", "Segments"), ("experiments", "Experiments")),
    ),
    Team(
        "executive",
        "Executive",
        "Is the base worth more than it was, what threatens it, and what is to be decided?",
        ("executive", "customer", "finance", "board", "strategy", "ceo", "cco", "cfo"),
        (
            "revenue",
            "mrr",
            "customers",
            "customer_equity",
            "contribution",
            "gross_margin",
            "net_revenue_retention",
            "new_revenue",
            "expansion_revenue",
            "contraction_revenue",
            "lost_revenue",
            "cost_to_serve_ratio",
            "top_10_revenue_share",
            "unprofitable_contribution",
            "lifetime_value",
        ),
        (),
        (("scorecard", "Scorecard"), ("reviews", "Reviews"), ("portfolio", "Portfolio")),
    ),
)
"""The teams, in their order."""


def team_of(key: str) -> Team | None:
    """The team of a key; None where there is none.

    Example:
        >>> team_of("sales").title
        'Sales'
    """
    return next((team for team in TEAMS if team.key == key), None)
