"""The anatomy: seven components, from who is served to how the company stands behind it."""

from __future__ import annotations

from custrata.strategy.views.things import groups as g
from custrata.strategy.views.things import journey as j
from custrata.strategy.views.things import promise as p
from custrata.strategy.views.things import steering as s
from custrata.strategy.views.view import ComponentPlan, ViewPlan

ANATOMY = ViewPlan(
    "anatomy",
    "Seven components",
    (
        ComponentPlan(
            "segmentation",
            "Segmentation and priorities",
            "Whom do we serve first, and whom not?",
            ("groups", "canvas.context.customer_context", "pattern"),
            (g.GROUPS, g.FOUND_BY_DATA, g.NEEDS, g.TAGGED, g.INTENTS, g.EMPHASIS, g.PRIMARY),
        ),
        ComponentPlan(
            "targeting",
            "Ideal customer profile",
            "How do we see early who will do well with us?",
            ("profiles",),
            (g.PROFILE, g.SIGNS, g.RED_FLAGS, g.NOT_SERVED),
        ),
        ComponentPlan(
            "proposition",
            "Value proposition",
            "Why does each group choose us, over doing nothing too?",
            (
                *("propositions", "groups[*].proposition", "message_maps"),
                "canvas.proposition.customer_value_proposition",
            ),
            (p.STANDS_FOR, p.OWN_OFFER, p.SENTENCE, p.ALTERNATIVES, p.PROOF, p.IMPACT, p.TESTED),
        ),
        ComponentPlan(
            "lifecycle",
            "Lifecycle",
            "What happens in every stage, and who answers for the step to the next?",
            ("lifecycle", "transitions", "journey_maps", "canvas.proposition.concept_of_experience"),
            (
                *(j.STAGE_CRITERIA, j.STAGE_METRICS, j.STAGE_OWNERS, j.STAGE_FRICTION, j.STAGE_STEPS),
                j.TRANSITIONS,
            ),
        ),
        ComponentPlan(
            "economics",
            "Economics and portfolio",
            "What is every customer worth, what do they cost, and where do we invest?",
            (
                *("tiers", "groups[*].share_now", "groups[*].intent.reason"),
                *("canvas.proposition.business_value_proposition", "canvas.context.business_context"),
            ),
            (
                *(g.TIERS, g.TIER_VALUE, g.LIFETIME_VALUE, g.COST_TO_SERVE, g.CONCENTRATION),
                *(g.TIER_POLICY, g.TIER_METRICS, g.SHARES_WANTED),
            ),
        ),
        ComponentPlan(
            "intelligence",
            "Insight and intelligence",
            "How do we know what happened, why, what comes next and what to do?",
            ("insights", "insight_sources", "briefs", "research", "notes", "canvas.steering.insight"),
            (j.INSIGHTS, j.CUSTOMERS_HEARD, j.LOOP_CLOSED, j.BRIEFS, j.INTERVIEWS, j.EXPERIMENTS_DONE),
        ),
        ComponentPlan(
            "alignment",
            "Alignment and governance",
            "Who answers for customers, who decides, and what are people paid for?",
            (
                *("sponsor", "accountable", "sign_offs", "decision_rights", "incentives", "outcomes"),
                *("people", "canvas.steering.performance", "canvas.steering.governance", "reviews"),
            ),
            (
                *(s.SPONSOR, s.ACCOUNTABLE, s.RIGHTS, s.OUTCOMES, s.PLANS_LINKED, s.INCENTIVES_SERVE),
                *(s.SIGNED_BY_ALL, s.MONTHLY_HELD, s.YEARLY_HELD),
            ),
        ),
    ),
)
"""The plan of this view."""
