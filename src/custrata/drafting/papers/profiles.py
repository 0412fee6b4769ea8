"""Who we win with: waits for its analysis; whom not to win again is proposed where figures show it."""

from __future__ import annotations

from custrata.drafting.findings.costs import main_cause
from custrata.drafting.roles import CHIEF, FINANCE, winner
from custrata.drafting.sketch import Sketch, called, has_intent
from custrata.strategy.parts.papers.profile import Profile, ProfileTier
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Statement
from custrata.vocabulary import Intent

NOT_AT = {
    "discounts": "Take on nobody at a discount that leaves nothing after cost; agree the limit first.",
    "returns": "Take on nobody again who gives back most of what was bought.",
    "cost of goods above average": "Take on nobody for goods whose price does not carry what they cost.",
}
"""Whom not to win again, by what the losses come from."""

MONTHS = 12
"""How long the company designs around its primary group, until it looks again."""


def draft_profiles(sketch: Sketch) -> tuple[Profile, ...]:
    """The primary profile as a gap; no sign stands in it that was not tested on customers left aside."""
    return (
        Profile(
            id="profile-primary",
            tier=ProfileTier.PRIMARY,
            groups=() if sketch.primary is None else (sketch.primary.id,),
            statement=sketch.pen.gap(
                "What customers who come, stay and pay have in common before they buy is not known.",
                "the analysis of the ideal customer profile, which Custrata does not give yet; it looks for "
                "signs and tests them on customers that it has not seen",
            ),
            disqualified=_disqualified(sketch),
            for_months=MONTHS,
            owner=Owner(role=winner(sketch.desk)),
        ),
    )


def _disqualified(sketch: Sketch) -> tuple[Statement, ...]:
    pen = sketch.pen
    retired = [g for g in sketch.groups if has_intent(g, Intent.RETIRE)]
    found: list[Statement] = [pen.proposal(f"Win nobody new among {called(g)}.", CHIEF) for g in retired]
    cause = main_cause(sketch.desk)
    if cause:
        text = NOT_AT.get(
            cause,
            f"Take on nobody whose {cause} would cost more than they bring; work it out before the price "
            "is named.",
        )
        found.append(pen.proposal(text, FINANCE))
    elif (sketch.desk.value("loss_making_customers") or 0) > 0:
        text = (
            "Give no price below cost to win a customer, unless somebody signs for it with a date at "
            "which it ends."
        )
        found.append(pen.proposal(text, FINANCE))
    return tuple(found)
