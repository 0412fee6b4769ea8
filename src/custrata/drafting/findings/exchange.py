"""Findings on the exchange of value: customers who give much and get little."""

from __future__ import annotations

from custrata.drafting.desk import Desk
from custrata.drafting.findings.sentence import FindingSentence, known

_UNDER = (("exchange", "under-served"),)


def under_served(desk: Desk) -> FindingSentence | None:
    """Customers who give more than they get."""
    n = desk.figure("n", "exchange_customers", _UNDER)
    part = desk.share("part", "exchange_customers", _UNDER)
    figures = known((n, part))
    if figures is None or not figures[0].value:
        return None
    return FindingSentence(
        topic="under_served",
        block="concept_of_experience",
        title="{n|customer gives much and gets|customers give much and get} little, {part} of those we know",
        figures=figures,
        consequence="Repair what they were promised before anything more is asked of them.",
        weight=min(0.6, 1.2 * (figures[1].value or 0.0)),
        at_stake=n,
    )
