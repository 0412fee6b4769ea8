"""Journey maps of the first draft: one for all customers, one for each group to grow."""

from __future__ import annotations

from collections.abc import Mapping

from custrata.drafting.papers.live import (
    friction_of,
    group_friction,
    group_position,
    metric_of,
    position_of,
)
from custrata.drafting.roles import MARKETING, keeper
from custrata.drafting.sketch import Sketch, called, has_intent, short_id
from custrata.strategy.parts.group import CustomerGroup
from custrata.strategy.parts.papers.journey_map import JourneyMap, JourneyStage
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Statement
from custrata.vocabulary import Intent, Stage

OUTCOMES: Mapping[Stage, tuple[str, str]] = {
    Stage.AWARENESS: ("I know that there is something for what bothers me.",) * 2,
    Stage.ACQUISITION: (
        "I know what I will get and what it costs before I sign.",
        "I find what I need and pay without trouble.",
    ),
    Stage.ONBOARDING: (
        "I have a first result before I have to ask for help.",
        "What came is what I ordered, and the next time is easier.",
    ),
    Stage.ADOPTION: (
        "It does its work every week, and I hardly notice it.",
        "I get the usual with little effort.",
    ),
    Stage.EXPANSION: ("I get more out of it because I want to.", "I find other things here that I need."),
    Stage.ADVOCACY: ("I look good when I recommend it.",) * 2,
    Stage.AT_RISK: (
        "Somebody notices that it no longer fits, and does something.",
        "I have a reason to come back before I have forgotten.",
    ),
    Stage.LAPSED: (
        "I can leave without a quarrel, and take my data.",
        "I am left in peace, or asked why once.",
    ),
    Stage.WON_BACK: ("What made me go is mended.", "What kept me away is mended."),
}
"""What a customer may want to have reached at each stage: with a contract, without one."""

MOMENTS: Mapping[Stage, tuple[str, str]] = {
    Stage.ACQUISITION: ("whether to sign", "whether to order"),
    Stage.ONBOARDING: ("whether to bring colleagues in", "whether to order again"),
    Stage.EXPANSION: ("whether to take more", "whether to try something else"),
    Stage.AT_RISK: ("whether to renew", "whether to go elsewhere"),
    Stage.WON_BACK: ("whether to trust again", "whether to trust again"),
}
"""Where a customer decides: with a contract, without one."""


MANY_LOST = 0.1
"""Part of the customers that a stage must lose before it is named the worst."""


def draft_journey_maps(sketch: Sketch) -> tuple[JourneyMap, ...]:
    """The journey of all customers, then of groups to grow of which at least two stages can be told."""
    grown = [g for g in sketch.leading if has_intent(g, Intent.GROW)]
    own = (_of_group(sketch, group) for group in grown)
    return (_of_all(sketch), *(m for m in own if m is not None))


def _of_all(sketch: Sketch) -> JourneyMap:
    return JourneyMap(
        id="journey-all",
        name="All customers",
        stages=tuple(_stage(sketch, stage) for stage in Stage),
        worst=worst(sketch),
        owner=Owner(role=keeper(sketch.desk)),
    )


def _stage(sketch: Sketch, stage: Stage) -> JourneyStage:
    pen, kind = sketch.pen, 0 if sketch.desk.by_contract else 1
    role = MARKETING if stage in (Stage.AWARENESS, Stage.ACQUISITION) else keeper(sketch.desk)
    moment = MOMENTS.get(stage)
    return JourneyStage(
        id=f"journey-all-{stage.value.replace(' ', '-')}",
        stage=stage,
        outcome=pen.proposal(OUTCOMES[stage][kind], role),
        decision_moments=(moment[kind],) if moment else (),
        friction_from_data=friction_of(pen, stage),
        metric=metric_of(sketch.desk, stage),
        position=_position(sketch, stage),
        owner=Owner(role=role),
    )


def _position(sketch: Sketch, stage: Stage) -> Statement | None:
    """What the measure says; a gap only where a table would tell it."""
    found = position_of(sketch.pen, stage) or _standing(sketch, stage)
    if found is not None or stage in (Stage.AT_RISK, Stage.LAPSED):
        return found
    waits = {
        Stage.AWARENESS: "the channel by which each customer came",
        Stage.ADVOCACY: "answers to whether customers would recommend us",
    }
    if sketch.desk.by_contract:
        waits[Stage.ONBOARDING] = _first_result(sketch)
        waits[Stage.ADOPTION] = _use(sketch)
    if stage not in waits:
        return None
    return sketch.pen.gap(f"How it goes at “{stage.value}” is not known.", waits[stage])


def _standing(sketch: Sketch, stage: Stage) -> Statement | None:
    """How many customers stand at a stage of which no measure tells more."""
    return sketch.pen.claim(
        "{n|customer is|customers are} at this stage, {share} of all.",
        sketch.desk.in_stage("n", stage),
        sketch.desk.share("share", "customers", (("stage", stage.value),)),
        topic="journey",
    )


def _first_result(sketch: Sketch) -> str:
    if sketch.has("usage"):
        return (
            "a word on which event is the first useful result, and a measure of it, "
            "which Custrata does not give yet"
        )
    return "the day of the first useful result for each customer"


def _use(sketch: Sketch) -> str:
    return "a measure of use, which Custrata does not give yet" if sketch.has("usage") else "a table of usage"


def worst(sketch: Sketch) -> Stage | None:
    """The stage out of which the largest part of customers is lost; None where few are."""
    desk = sketch.desk
    kept: dict[Stage, float | None] = {
        Stage.ONBOARDING: None if desk.by_contract else desk.value("repeat_rate"),
        Stage.AT_RISK: None if desk.slow else desk.value("logo_retention", period="current"),
    }
    if kept[Stage.AT_RISK] is None and desk.by_contract:
        left = desk.value("customer_churn_rate")
        kept[Stage.AT_RISK] = None if left is None else 1 - left
    known = {stage: value for stage, value in kept.items() if value is not None and value <= 1 - MANY_LOST}
    return min(known, key=lambda stage: known[stage]) if known else None


def _of_group(sketch: Sketch, group: CustomerGroup) -> JourneyMap | None:
    stages = tuple(s for stage in Stage if (s := _group_stage(sketch, group, stage)) is not None)
    if not stages:
        return None
    name = called(group)
    return JourneyMap(
        id=f"journey-{short_id(group)}",
        name=f"{name[0].upper()}{name[1:]}",
        group=group.id,
        stages=stages,
        owner=Owner(role=keeper(sketch.desk)),
    )


def _group_stage(sketch: Sketch, group: CustomerGroup, stage: Stage) -> JourneyStage | None:
    position = group_position(sketch.pen, group.segment, stage)
    friction = group_friction(sketch.pen, group.segment, stage)
    shown = position or friction
    if shown is None:
        return None
    return JourneyStage(
        id=f"journey-{short_id(group)}-{stage.value.replace(' ', '-')}",
        stage=stage,
        friction_from_data=friction,
        metric=shown.figures[0].measure,
        position=position,
        owner=Owner(role=keeper(sketch.desk)),
    )
