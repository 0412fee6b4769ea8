"""The weekly review: 30 minutes on what is new, what is at stake, and what experiments brought."""

from __future__ import annotations

from custrata.drafting.agenda.agenda import Agenda, put_together
from custrata.drafting.agenda.matter import Matter
from custrata.drafting.agenda.standing_items import agreed, checks, experiments, issues, new_insights
from custrata.strategy.parts.running.review import ReviewKind

WEEK = 7


def weekly(matter: Matter) -> Agenda:
    """The agenda of a weekly review.

    Args:
        matter: The strategy, how it stands, what moved, and the day.
    """
    insights = new_insights(matter, 10)
    items = (
        agreed(matter, ReviewKind.WEEKLY, 5, WEEK),
        insights,
        issues(matter, 10, insights.claims),
        experiments(matter, 5),
    )
    return put_together(ReviewKind.WEEKLY, items, checks(matter))
