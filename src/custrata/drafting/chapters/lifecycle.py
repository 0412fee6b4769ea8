"""The lifecycle plan of the first draft: stages as the data place them, interventions as proposals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from custrata.drafting.desk import FEWEST_IN_STAGE, Desk
from custrata.drafting.pen import Pen
from custrata.drafting.roles import MARKETING, SERVICE, keeper, winner
from custrata.strategy.parts.lifecycle import StagePlan
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim, Statement
from custrata.vocabulary import Stage

METRIC = {
    Stage.AWARENESS: "qualified_reach",
    Stage.ACQUISITION: "conversion_rate",
    Stage.ONBOARDING: "time_to_first_value",
    Stage.ADOPTION: "usage_frequency",
    Stage.EXPANSION: "expansion_revenue_share",
    Stage.ADVOCACY: "referral_rate",
    Stage.AT_RISK: "logo_retention",
    Stage.LAPSED: "logo_retention",
    Stage.WON_BACK: "reactivated_revenue",
}
FRICTION = "tickets, usage or interviews that are read by stage"
BUYERS: Mapping[Stage, str] = {
    Stage.AWARENESS: "Be found by those who are like {top}; leave out everybody else.",
    Stage.ACQUISITION: "Make the first order easy, and ask for nothing that is not needed for it.",
    Stage.ONBOARDING: "Write after the first order, before the usual gap between orders has passed.",
    Stage.ADOPTION: "Make the usual order quicker each time.",
    Stage.EXPANSION: "Show what customers like them also buy.",
    Stage.ADVOCACY: "Ask for an introduction, and thank for it.",
    Stage.AT_RISK: "Reach out as the usual gap is passed, those who brought most first.",
    Stage.LAPSED: "Make one offer to come back to those who brought most; let the others rest.",
    Stage.WON_BACK: "Treat the first order after the return like a first order.",
}
CONTRACTS: Mapping[Stage, str] = {
    Stage.AWARENESS: "Be found by those who are like {top}; leave out everybody else.",
    Stage.ACQUISITION: "Sell what the customer will use, and write down what they want from it.",
    Stage.ONBOARDING: "Lead to the first useful result within weeks; with a person for large contracts.",
    Stage.ADOPTION: "Look at use every month, and call where it falls.",
    Stage.EXPANSION: "Offer more when what they have is used to the full.",
    Stage.ADVOCACY: "Ask for a reference while the result is fresh.",
    Stage.AT_RISK: "Speak with them before the contract ends, with an offer that fits.",
    Stage.LAPSED: "Ask for the reason within a week; come back when it is mended.",
    Stage.WON_BACK: "Check after a month that the reason they left is gone.",
}


DEALS: Mapping[Stage, str] = {
    Stage.AWARENESS: "Be found by those who are like the customers we win with; leave out everybody else.",
    Stage.ACQUISITION: "Ask first what the prospect wants to reach, and say no where we cannot help.",
    Stage.ONBOARDING: "Hand over from sales in writing, and look at the first result together.",
    Stage.ADOPTION: "Meet twice a year on what the purchase has brought.",
    Stage.EXPANSION: "Offer more after a result that the customer names.",
    Stage.ADVOCACY: "Ask for a reference while the result is fresh.",
    Stage.AT_RISK: "Call after a lost opportunity, and ask what decided.",
    Stage.LAPSED: "Ask once what has changed, then leave them in peace.",
    Stage.WON_BACK: "Begin with what went wrong the last time.",
}
"""What is done where customers buy by deals that are won or lost."""

TOP = "the customers of the top tier"


def draft_lifecycle(pen: Pen) -> tuple[StagePlan, ...]:
    """A plan for each of the nine stages; what is known of no stage is said once, with the first."""
    stages = tuple(Stage) if pen.desk.keys("customers", "stage") else (Stage.AWARENESS,)
    held_up = _told_of(pen.desk)
    return tuple(_stage(pen, stage, stage in stages, stage is held_up) for stage in Stage)


def _told_of(desk: Desk) -> Stage | None:
    """The stage whose friction is asked for first: where customers are about to go, or where most stand."""
    order = (Stage.AT_RISK, Stage.LAPSED, Stage.ONBOARDING, Stage.ADOPTION)
    return next((stage for stage in order if desk.in_stage("n", stage)), None)


def _words(desk: Desk, stage: Stage) -> str:
    if desk.worth == "won_revenue":
        return DEALS[stage]
    top = TOP if desk.keys("customers", "tier") and not desk.flat_tiers else "the customers who stay longest"
    return (CONTRACTS if desk.by_contract else BUYERS)[stage].replace("{top}", top)


def _stage(pen: Pen, stage: Stage, told: bool, held_up: bool) -> StagePlan:
    desk = pen.desk
    position = _position(pen, stage) if told else None
    return StagePlan(
        id=f"stage-{stage.value.replace(' ', '-')}",
        stage=stage,
        criteria=criterion(desk, stage),
        position=position,
        metric=METRIC[stage],
        friction=pen.gap(f"What holds customers up at “{stage.value}” is not known.", FRICTION)
        if isinstance(position, Claim) and held_up
        else None,
        intervention=pen.proposal(_words(desk, stage), _role(desk, stage)),
        owner=Owner(role=_role(desk, stage)),
    )


def criterion(desk: Desk, stage: Stage) -> str:
    """When a customer enters a stage, in words that can be measured."""
    rules: Mapping[str, Any] = desk.snapshot.manifest.settings.get("stages", {})
    days = rules.get("onboarding_days", 90)
    growth = f"{100 * float(rules.get('expansion_growth', 0.2)):.0f}%"
    rhythm = rules.get("rhythm_days")
    gap = f"{rhythm} days" if rhythm else "the gap within which nine of ten orders come"
    shared = {
        Stage.AWARENESS: "Knows of us; no contact on record.",
        Stage.ADVOCACY: "Referred another customer, or gave 9 or 10 when asked to recommend us.",
    }
    by_contract = {
        Stage.ACQUISITION: "On record without a contract.",
        Stage.ONBOARDING: f"The first contract began in the last {days} days.",
        Stage.ADOPTION: "Holds a running contract, and is in no other stage.",
        Stage.EXPANSION: f"Monthly revenue is at least {growth} above the opening of the window.",
        Stage.AT_RISK: f"Monthly revenue fell by at least {growth}, or an urgent ticket stays open.",
        Stage.LAPSED: "Every contract has ended.",
        Stage.WON_BACK: f"A new contract began in the last {days} days after a time without one.",
    }
    buyers = {
        Stage.ACQUISITION: "On record without an order.",
        Stage.ONBOARDING: f"Ordered on one day, at most {days} days ago.",
        Stage.ADOPTION: f"Last order within {gap}.",
        Stage.EXPANSION: f"Revenue is at least {growth} above the window before.",
        Stage.AT_RISK: f"Last order longer ago than {gap}.",
        Stage.LAPSED: f"Last order longer ago than twice {gap}.",
        Stage.WON_BACK: f"Came back in the last {days} days after a silence of more than twice {gap}.",
    }
    deals = {
        Stage.ACQUISITION: "An opportunity is open, and none was won before.",
        Stage.ONBOARDING: f"The first deal was won in the last {days} days.",
        Stage.ADOPTION: "Bought before, and is in no other stage.",
        Stage.EXPANSION: f"Deals won are worth at least {growth} more than in the window before.",
        Stage.AT_RISK: "Nothing was won for longer than the gap within which nine of ten deals follow.",
        Stage.LAPSED: "Nothing was won for longer than twice that gap.",
        Stage.WON_BACK: f"A deal was won in the last {days} days after more than twice that gap.",
    }
    own = by_contract if desk.by_contract else deals if desk.worth == "won_revenue" else buyers
    return {**shared, **own}[stage]


def _position(pen: Pen, stage: Stage) -> Statement:
    desk, where = pen.desk, (("stage", stage.value),)
    counted = desk.keys("customers", "stage")
    text = "{n|customer stands|customers stand} here, {share} of all."
    if not counted:
        return pen.gap("At which stage customers stand is not known.", _table(Stage.ADOPTION))
    if counted and not desk.snapshot.reading("customers", where):
        return pen.gap(f"No customer stands at “{stage.value}” by these criteria.", _table(stage))
    held = desk.value_of_count(where)
    if held is not None and held < FEWEST_IN_STAGE:
        return pen.gap(
            f"Too few customers stand at “{stage.value}” to say anything that lasts.",
            "more customers at this stage",
        )
    return pen.claim_or_gap(
        text,
        desk.in_stage("n", stage),
        desk.share("share", "customers", where),
        gap=f"How many customers stand at “{stage.value}” is not known.",
        waits_for=_table(stage),
        topic="stage",
    )


def _table(stage: Stage) -> str:
    return {
        Stage.AWARENESS: "what reaches people before they are customers",
        Stage.ACQUISITION: "prospects on record, or opportunities",
        Stage.ADVOCACY: "a table of referrals, or answers to whether they would recommend us",
    }.get(stage, "orders or contracts with dates, long enough to tell")


def _role(desk: Desk, stage: Stage) -> str:
    if stage is Stage.AWARENESS:
        return MARKETING
    if stage is Stage.ACQUISITION:
        return winner(desk)
    return SERVICE if stage is Stage.ONBOARDING else keeper(desk)
