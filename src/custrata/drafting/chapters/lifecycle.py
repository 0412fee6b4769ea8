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
    Stage.AWARENESS: "Be found by people like the customers of the top tier; leave out everybody else.",
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
    Stage.AWARENESS: "Be found by companies like the customers of the top tier; leave out everybody else.",
    Stage.ACQUISITION: "Sell what the customer will use, and write down what they want from it.",
    Stage.ONBOARDING: "Lead to the first useful result within weeks; with a person for large contracts.",
    Stage.ADOPTION: "Look at use every month, and call where it falls.",
    Stage.EXPANSION: "Offer more when what they have is used to the full.",
    Stage.ADVOCACY: "Ask for a reference while the result is fresh.",
    Stage.AT_RISK: "Speak with them before the contract ends, with an offer that fits.",
    Stage.LAPSED: "Ask for the reason within a week; come back when it is mended.",
    Stage.WON_BACK: "Check after a month that the reason they left is gone.",
}


def draft_lifecycle(pen: Pen) -> tuple[StagePlan, ...]:
    """A plan for each of the nine stages."""
    return tuple(_stage(pen, stage) for stage in Stage)


def _stage(pen: Pen, stage: Stage) -> StagePlan:
    desk = pen.desk
    words = CONTRACTS if desk.by_contract else BUYERS
    position = _position(pen, stage)
    return StagePlan(
        id=f"stage-{stage.value.replace(' ', '-')}",
        stage=stage,
        criteria=criterion(desk, stage),
        position=position,
        metric=METRIC[stage],
        friction=pen.gap(f"What holds customers up at “{stage.value}” is not known.", FRICTION)
        if isinstance(position, Claim)
        else None,
        intervention=pen.proposal(words[stage], _role(desk, stage)),
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
    return {**shared, **(by_contract if desk.by_contract else buyers)}[stage]


def _position(pen: Pen, stage: Stage) -> Statement:
    desk, where = pen.desk, (("stage", stage.value),)
    counted = desk.keys("customers", "stage")
    text = "{n|customer stands|customers stand} here, {share} of all."
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
