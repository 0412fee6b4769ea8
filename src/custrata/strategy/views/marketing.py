"""Marketing to customers one has: seven components in three phases."""

from __future__ import annotations

from custrata.strategy.views.things import groups as g
from custrata.strategy.views.things import journey as j
from custrata.strategy.views.things import promise as p
from custrata.strategy.views.things import steering as s
from custrata.strategy.views.view import ComponentPlan, ViewPlan

ASSESS, DEFINE, PREPARE = "1 Where it pays", "2 What is done", "3 What it takes"

MARKETING = ViewPlan(
    "marketing",
    "Marketing to customers",
    (
        ComponentPlan(
            "audit",
            "What runs already",
            "What do we do for customers today, and what did it change?",
            ("audit",),
            (j.AUDIT, j.AUDIT_FUNCTIONS, j.AUDIT_EFFECT, j.AUDIT_VERDICT),
            ASSESS,
        ),
        ComponentPlan(
            "research",
            "What customers say",
            "What do customers tell us when we ask?",
            ("research", "empathy_maps", "briefs"),
            (j.INTERVIEWS, j.SURVEYS, j.LEARNED, j.EMPATHY, j.PHRASES),
            ASSESS,
        ),
        ComponentPlan(
            "data",
            "What the data say",
            "What do the data show, held against what the business needs?",
            ("insights", "business", "canvas.context.business_context", "canvas.steering.insight"),
            (j.INSIGHTS, g.LIFETIME_VALUE, s.FINANCE_MODEL, s.TARGETS, s.HUNCHES),
            ASSESS,
        ),
        ComponentPlan(
            "goals",
            "Goals",
            "What is to become true for customers, and then for us?",
            ("goals",),
            (s.GOALS, s.GOAL_REASONS, s.INDICATORS, s.GOALS_SCORED),
            DEFINE,
        ),
        ComponentPlan(
            "segments",
            "Groups that come first",
            "Which customers first, and how are they found?",
            ("groups",),
            (g.GROUPS, g.FOUND_BY_DATA, g.TAGGED, g.SHARES, g.EMPHASIS),
            DEFINE,
        ),
        ComponentPlan(
            "initiatives",
            "Initiatives",
            "What is done for each goal, in which stage, and does it fit?",
            ("initiatives", "channel_charters"),
            (s.INITIATIVES, s.INITIATIVE_STAGES, s.INITIATIVES_SCORED, s.INITIATIVE_EFFORT, p.CHANNELS),
            DEFINE,
        ),
        ComponentPlan(
            "orchestration",
            "Working together",
            "Who does what, what do teams owe each other, and who decides?",
            (
                "raci",
                "interlocks",
                "resources",
                "escalations",
                "people",
                "canvas.value_chain.people_and_culture",
            ),
            (s.RACI, s.INTERLOCKS, s.RESOURCES, s.ESCALATIONS, s.ROLES, s.TEAMS),
            PREPARE,
        ),
    ),
)
"""The plan of this view."""
