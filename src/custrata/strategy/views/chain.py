"""The chain that customers hold together: groups, what passes between both sides, intent, propositions."""

from __future__ import annotations

from custrata.strategy.views.things import groups as g
from custrata.strategy.views.things import promise as p
from custrata.strategy.views.view import ComponentPlan, ViewPlan

CHAIN = ViewPlan(
    "chain",
    "From groups to propositions",
    (
        ComponentPlan(
            "groups",
            "Groups",
            "Who are they, and what tells them apart?",
            ("groups[*].share_now", "groups[*].needs", "groups[*].buys", "groups[*].narrative"),
            (g.GROUPS, g.FOUND_BY_DATA, g.SHARES, g.BUYING, g.POTENTIAL, g.GROUP_OWNERS),
        ),
        ComponentPlan(
            "exchange",
            "Two-way exchange",
            "What do they get, what do they give, and is it in balance?",
            ("groups[*].measures_value", "groups[*].needs", "groups[*].intent.reason", "tiers[*].position"),
            (g.NEEDS, g.MEASURED_BY_THEM, g.GETS, g.GIVES),
        ),
        ComponentPlan(
            "intent",
            "Intent",
            "Grow, maintain, re-engineer or retire, and what is to be seen then?",
            ("groups[*].intent",),
            (g.INTENTS, g.EMPHASIS, g.EXPECTED, g.SHARES_WANTED, g.INTENTS_SIGNED),
        ),
        ComponentPlan(
            "propositions",
            "Propositions",
            "What do we stand for, and what do we offer each group?",
            ("propositions", "groups[*].proposition", "message_maps"),
            (p.STANDS_FOR, p.OWN_OFFER, g.PROMISED, p.MESSAGES, g.SERVED),
        ),
    ),
)
"""The plan of this view."""
