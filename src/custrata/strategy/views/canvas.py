"""The canvas: twelve blocks in five zones, each with the typed parts that belong to it."""

from __future__ import annotations

from custrata.strategy.parts.canvas import QUESTIONS, TITLES
from custrata.strategy.views.presence import Thing, block_path
from custrata.strategy.views.things import groups as g
from custrata.strategy.views.things import journey as j
from custrata.strategy.views.things import promise as p
from custrata.strategy.views.things import steering as s
from custrata.strategy.views.view import ComponentPlan, ViewPlan

ZONES = ("Compass", "Context", "Promise", "Delivery", "Steering")
"""What the five zones are called wherever they are shown."""

PURPOSE, CONTEXT, PROPOSITION, VALUE_CHAIN, STEERING = ZONES


def _block(zone: str, name: str, paths: tuple[str, ...], *things: Thing) -> ComponentPlan:
    return ComponentPlan(name, TITLES[name], QUESTIONS[name], (block_path(name), *paths), things, zone)


CANVAS = ViewPlan(
    "canvas",
    "Canvas",
    (
        _block(PURPOSE, "purpose", ("foundation",), s.PURPOSE, s.VISION, s.VALUES),
        _block(
            CONTEXT,
            "business_context",
            ("business", "foundation.business_strategy"),
            *(s.MODEL, s.BUSINESS_STRATEGY, s.PRIORITIES, s.CHALLENGES, s.TARGETS),
        ),
        _block(
            CONTEXT,
            "customer_context",
            ("groups", "briefs", "empathy_maps"),
            *(g.GROUPS, g.PAYERS, g.NEEDS, g.PRIMARY, j.BRIEFS),
        ),
        _block(
            PROPOSITION,
            "customer_value_proposition",
            ("propositions", "groups[*].proposition", "message_maps"),
            *(p.STANDS_FOR, p.OWN_OFFER, p.ALTERNATIVES, p.PROOF),
        ),
        _block(
            PROPOSITION,
            "business_value_proposition",
            ("groups[*].investment", "tiers[*].investment", "business.revenue_targets"),
            *(p.RETURN, g.LIFETIME_VALUE, g.TIER_POLICY, g.SHARES_WANTED),
        ),
        _block(
            PROPOSITION,
            "concept_of_experience",
            ("journey_maps", "lifecycle", "transitions"),
            *(j.STAGES, j.JOURNEYS, j.LIVED, j.WORST),
        ),
        _block(VALUE_CHAIN, "products_and_services", ("offers",), p.OFFERS, p.SHORTFALLS),
        _block(VALUE_CHAIN, "supporting_capabilities", ("capabilities",), p.CAPABILITIES, p.CAPABILITY_GAPS),
        _block(VALUE_CHAIN, "people_and_culture", ("people",), s.ROLES, s.TEAMS, s.CULTURE),
        _block(
            STEERING,
            "insight",
            ("insight_sources", "insights", "research", "notes"),
            *(j.CUSTOMERS_HEARD, j.EMPLOYEES_HEARD, j.OPERATION_HEARD, j.LOOP_CLOSED, j.INSIGHTS),
        ),
        _block(
            STEERING,
            "performance",
            ("scorecard", "objectives", "incentives"),
            *(s.SCORECARD, s.SCORE_TARGETS, s.LEADING, s.OBJECTIVES, s.INCENTIVES_SERVE),
        ),
        _block(
            STEERING,
            "governance",
            ("decision_rights", "principles", "decisions", "reviews", "escalations"),
            *(s.SPONSOR, s.ACCOUNTABLE, s.RIGHTS, s.PRINCIPLES, s.ANY_REVIEW),
        ),
    ),
)
"""The plan of this view."""
