"""What is true of the example company: every figure here can be found again in its tables."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

COMPANY: Final = "Brackenfold"
CURRENCY: Final = "EUR"


@dataclass(frozen=True, slots=True)
class ExampleSegment:
    """A kind of customer, told apart by what it needs.

    Attributes:
        name: What it is called.
        need: What it buys the product for.
        share: Share of all customers, 0 to 1.
        industries: Industries it is found in, the first two most often.
        median_seats: Median number of seats at the start.
        plans: Probability of each plan, in the order of ``PLAN_PRICES``.
        leaving: Probability to leave in a month without any driver.
        expansion: Probability to add seats in a month without any campaign.
        contraction: Probability to give up seats in a month.
        discounted: Share that was won with a discount.
        rarely_used: Share that leaves most seats unused.
        tickets: Tickets a month.
        nps: Mean answer to the recommendation question without any driver.
        importance: Mean answers (1 to 7) to the statements of ``NEEDS``.
    """

    name: str
    need: str
    share: float
    industries: tuple[str, ...]
    median_seats: int
    plans: tuple[float, float, float]
    leaving: float
    expansion: float
    contraction: float
    discounted: float
    rarely_used: float
    tickets: float
    nps: float
    importance: tuple[float, float, float, float]


NEEDS: Final = (
    "Machines never stop without warning",
    "Every inspection can be proven",
    "The price is the lowest we can find",
    "The whole team is set up within a week",
)

SEGMENTS: Final = (
    ExampleSegment(
        "uptime keepers", "no machine stops without warning", 0.30,
        ("Manufacturing", "Energy", "Food production"), 40, (0.10, 0.35, 0.55),
        0.008, 0.020, 0.004, 0.15, 0.20, 0.50, 9.0, (6.5, 4.6, 3.0, 3.6),
    ),
    ExampleSegment(
        "proof keepers", "every inspection can be proven to an auditor", 0.25,
        ("Healthcare", "Food production", "Laboratories"), 24, (0.15, 0.60, 0.25),
        0.006, 0.014, 0.003, 0.10, 0.15, 0.35, 9.3, (4.4, 6.6, 2.8, 3.2),
    ),
    ExampleSegment(
        "price minders", "a tool that costs little and does enough", 0.30,
        ("Property management", "Hospitality", "Retail"), 8, (0.70, 0.25, 0.05),
        0.018, 0.008, 0.010, 0.55, 0.40, 0.40, 8.1, (3.8, 3.0, 6.6, 4.4),
    ),
    ExampleSegment(
        "quick builders", "new sites that run within a week", 0.15,
        ("Logistics", "Retail", "Energy"), 12, (0.30, 0.50, 0.20),
        0.010, 0.050, 0.004, 0.30, 0.20, 0.60, 8.9, (4.2, 3.0, 4.0, 6.7),
    ),
)  # fmt: skip

PLAN_PRICES: Final = MappingProxyType({"Start": 12, "Team": 19, "Scale": 29})
"""Price of a seat a month, before any discount."""

ADD_ON_PRICE: Final = 4
ADD_ON_SHARE: Final = 0.30
SIGNUP_DISCOUNT_PERCENT: Final = 20
SETUP_FEE: Final = 450
SETUP_SHARE: Final = 0.50

CHURN_ODDS_RATIOS: Final = MappingProxyType(
    {"low seat usage": 2.6, "slow first response": 1.9, "won with a discount": 1.6, "first 90 days": 1.5}
)
"""Odds of leaving in a month, with the driver against without, all else equal (the segment included)."""

SLOW_RESPONSE_SHARE: Final = 0.30
USED_SEATS: Final = ((0.62, 0.95), (0.15, 0.45))
"""Share of seats in use, lowest and highest: usual, and where usage is low."""

FIRST_RESPONSE_HOURS: Final = (3.0, 30.0)
"""Median hours to the first answer: usual, and where it is slow."""

WIN_BACK: Final = 0.012
"""Probability to come back in a month, from the second month after leaving."""

REFUND_SHARE: Final = 0.015
"""Share of monthly invoices of which half is given back."""


@dataclass(frozen=True, slots=True)
class ExampleCampaign:
    """A campaign that makes some of its members add seats within three months.

    Attributes:
        campaign_id: Its id.
        name: Its name.
        channel: Its channel.
        begins: When it begins, as a share of the whole time.
        randomised: Whether members are drawn by chance; if not, the keen are chosen.
        push: Probability that the campaign alone makes a member add seats.
        contact_cost_cents: What one contact costs.
    """

    campaign_id: str
    name: str
    channel: str
    begins: float
    randomised: bool
    push: float
    contact_cost_cents: int


CAMPAIGNS: Final = (
    ExampleCampaign("CMP-001", "Second site at half price", "Email", 0.50, True, 0.12, 85),
    ExampleCampaign("CMP-002", "Account review with a planner", "Phone", 0.75, False, 0.04, 6400),
)
CAMPAIGN_MONTHS: Final = 3

UNIT_COSTS_CENTS: Final = MappingProxyType(
    {"Support minutes": 110, "Onboarding sessions": 38000, "Hosted seats": 90}
)
"""True cost of one unit of each driver of the cost to serve."""

SHARED_COST_CENTS: Final = 1_250_000
"""What keeping the platform costs a month, caused by no customer alone."""

LICENCE_COST_CENTS: Final = MappingProxyType({"Start": 210, "Team": 260, "Scale": 340, "API": 60})
"""What a seat costs in licences of others: the cost of goods."""

CHANNELS: Final = MappingProxyType(
    {"Search": 0.28, "Trade fair": 0.17, "Partner": 0.20, "Referral": 0.12, "Outbound": 0.15, "Webinar": 0.08}
)
"""How customers found the company, as shares."""

CHANNEL_COST_CENTS: Final = MappingProxyType(
    {"Search": 180_000, "Trade fair": 420_000, "Partner": 150_000, "Outbound": 350_000, "Webinar": 120_000}
)
"""What winning one customer costs on average; a referral costs nothing."""

SIGNUPS_BY_MONTH: Final = (1.30, 1.20, 1.25, 1.00, 0.95, 0.90, 0.65, 0.55, 1.25, 1.15, 1.05, 0.75)
TICKETS_BY_MONTH: Final = (1.15, 1.05, 1.00, 1.00, 0.95, 0.95, 0.85, 0.80, 1.10, 1.10, 1.05, 1.00)
USAGE_BY_MONTH: Final = (1.00, 1.00, 1.02, 1.00, 0.98, 0.98, 0.90, 0.86, 1.02, 1.02, 1.00, 0.92)
"""Seasons, January first: factors on new customers, tickets and use."""

FEATURES: Final = MappingProxyType({"Work orders": 0.95, "Checklists": 0.60, "Reports": 0.45, "API": 0.20})
"""Parts of the product and the share of customers that use each."""

DUPLICATE_PEOPLE_SHARE: Final = 0.04
BLANK_OWNER_SHARE: Final = 0.02
"""Faults of the data, listed in the truth: people entered twice, accounts nobody owns."""

MOBILE_TROUBLE_FROM: Final = 0.66
"""From this share of the time on, tickets about the mobile app are three times as frequent."""
