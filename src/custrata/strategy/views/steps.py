"""Seven steps in the order in which a strategy is built."""

from __future__ import annotations

from custrata.strategy.views.things import groups as g
from custrata.strategy.views.things import journey as j
from custrata.strategy.views.things import promise as p
from custrata.strategy.views.things import steering as s
from custrata.strategy.views.view import ComponentPlan, ViewPlan

STEPS = ViewPlan(
    "steps",
    "Seven steps",
    (
        ComponentPlan(
            "insight",
            "1 Learn what customers need",
            "What hurts, what do they want to reach, in which words?",
            ("briefs", "research", "insights", "empathy_maps"),
            (j.BRIEFS, j.PHRASES, j.TRIGGERS, j.INTERVIEWS),
        ),
        ComponentPlan(
            "segments",
            "2 Choose whom to serve",
            "Who comes first for the next half year or year, and who does not fit?",
            ("groups", "profiles", "tiers"),
            (g.GROUPS, g.NEEDS, g.BUYING, g.PRIMARY, g.PROFILE, g.NOT_SERVED),
        ),
        ComponentPlan(
            "proposition",
            "3 Make the promise sharp",
            "For whom, which gain, and why should they believe it?",
            ("propositions", "groups[*].proposition", "message_maps"),
            (p.OWN_OFFER, p.SENTENCE, p.PROOF, p.TESTED, p.MESSAGES),
        ),
        ComponentPlan(
            "journeys",
            "4 Take friction out of the journey",
            "Where are customers held up, and what do they need there?",
            ("journey_maps", "lifecycle", "transitions"),
            (j.JOURNEYS, j.LIVED, j.STAGE_FRICTION, j.STAGE_STEPS, j.WORST),
        ),
        ComponentPlan(
            "channels",
            "5 Choose few channels",
            "What is each channel for, and what does it not do?",
            ("channel_charters",),
            (p.CHANNELS, p.CHANNEL_ROLES, p.CHANNEL_GUARDS, p.CHANNEL_LIMITS),
        ),
        ComponentPlan(
            "service",
            "6 Keep the promise in service",
            "What can customers count on, and is it kept?",
            ("service_standards", "groups[*].service_model"),
            (p.STANDARDS, p.ATTAINED, p.ESCALATION, p.EFFORT, p.LOOPS),
        ),
        ComponentPlan(
            "learning",
            "7 Measure and learn",
            "Which few outcomes count, and what do experiments teach?",
            ("scorecard", "experiments", "assumptions", "reviews"),
            (
                *(s.SCORECARD, s.SCORE_TARGETS, s.LEADING, j.EXPERIMENTS_SIZED, j.EXPERIMENTS_DONE),
                *(j.ASSUMPTIONS_WATCHED, s.WEEKLY_HELD),
            ),
        ),
    ),
)
"""The plan of this view."""
