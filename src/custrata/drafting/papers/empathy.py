"""The empathy map of the first draft: what customers do as figures, the rest as questions to ask."""

from __future__ import annotations

from custrata.drafting.roles import MARKETING
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.papers.empathy_map import EmpathyMap
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim


def draft_empathy_maps(sketch: Sketch) -> tuple[EmpathyMap, ...]:
    """One map for the whole base."""
    pen = sketch.pen
    text = sketch.provides("feedback.text") or sketch.provides("tickets.text")
    return (
        EmpathyMap(
            id="empathy-all",
            says=(
                pen.gap(
                    "What customers say of us, in their own words, is not in this draft.",
                    "the analysis of the texts that are on record, which Custrata does not give yet"
                    if text
                    else "exact words from interviews, tickets or surveys",
                ),
            ),
            thinks=(
                pen.gap(
                    "What customers weigh before they decide is not known.",
                    "answers to: what did you think of before you chose us, and what nearly kept you from it",
                ),
            ),
            does=_does(sketch),
            feels=(
                pen.gap(
                    "How customers feel when something goes wrong is not known.",
                    "answers to: when were you last annoyed with us, and what happened then",
                ),
            ),
            gains=(
                pen.gap(
                    "What customers count as a success is not known.",
                    "answers to: how would you tell a colleague that it was worth it",
                ),
            ),
            owner=Owner(role=MARKETING),
        ),
    )


def _does(sketch: Sketch) -> tuple[Claim, ...]:
    desk, pen = sketch.desk, sketch.pen
    found = (
        pen.claim(
            f"In {desk.this_year}, {{share}} of customers were reached by a campaign.",
            desk.figure("share", "campaign_reach", period="current"),
            topic="does",
        ),
        None
        if desk.by_contract
        else pen.claim(
            "They spend {each} on a day with an order; one in two spends less.",
            desk.figure("each", "value_per_order"),
            topic="does",
        ),
        pen.claim(
            f"In {desk.this_year} a customer asked for help {{each|time|times}} on average.",
            desk.figure("each", "tickets_per_customer", period="current", unit="times"),
            topic="does",
        )
        if desk.by_contract
        else None,
    )
    return tuple(c for c in found if c is not None)
