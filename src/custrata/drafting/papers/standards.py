"""Service standards: what the service data show, and a promise no better than that."""

from __future__ import annotations

from math import ceil, floor

from custrata.drafting.roles import SERVICE
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.papers.service_standard import ServiceStandard
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Figure, Statement

LOOP_PRODUCT = "the cause that is named most goes to product each month, with its count"
LOOP_CUSTOMER = "whoever reported it hears when it is mended"


def draft_standards(sketch: Sketch) -> tuple[ServiceStandard, ...]:
    """Standards on what can be read; one that waits where no service data are at hand."""
    found = (
        _hours(sketch, "answer", "first answer", "first_response_hours", "answered"),
        _hours(sketch, "solved", "solved", "resolution_hours", "solved"),
        _satisfied(sketch),
    )
    return tuple(s for s in found if s is not None) or (_waiting(sketch),)


def _hours(sketch: Sketch, name: str, title: str, measure: str, done: str) -> ServiceStandard | None:
    now = sketch.desk.waiting("hours", measure)
    attained = sketch.pen.claim(
        f"Half of the requests with a known time are {done} within {{hours|hour|hours}}; the promise "
        "asks to hold that.",
        now,
        topic="attained",
    )
    if attained is None or now is None:
        return None
    return _standard(name, title, measure, attained, float(ceil(now.value or 0.0)))


def _standard(
    name: str, title: str, measure: str, attained: Statement, promise: float | None
) -> ServiceStandard:
    return ServiceStandard(
        id=f"standard-{name}",
        name=title,
        measure=measure,
        promise=promise,
        attained=attained,
        escalation="a case that waits twice the promise goes to the head of customer service the same day",
        authority="the one who answers may put right what we did wrong without asking",
        loop_to_product=LOOP_PRODUCT,
        loop_to_customer=LOOP_CUSTOMER,
        owner=Owner(role=SERVICE),
    )


def _satisfied(sketch: Sketch) -> ServiceStandard | None:
    now: Figure | None = sketch.desk.figure("now", "csat")
    if now is None or now.unit != "share":
        return None
    attained = sketch.pen.claim(
        "{now} of those who answered are satisfied; the promise asks to hold that.", now, topic="attained"
    )
    return ServiceStandard(
        id="standard-satisfied",
        name="satisfied with the help",
        measure="csat",
        promise=floor(100 * (now.value or 0.0)) / 100,
        direction="at least",
        attained=attained,
        loop_to_product=LOOP_PRODUCT,
        loop_to_customer=LOOP_CUSTOMER,
        owner=Owner(role=SERVICE),
    )


def _waiting(sketch: Sketch) -> ServiceStandard:
    some = sketch.has("tickets")
    gap = sketch.pen.gap(
        "Most requests for help do not say when they were answered."
        if some
        else "How long customers wait for help is not known.",
        "the time of the first answer on every request" if some else "a table of tickets with their times",
    )
    return ServiceStandard(
        id="standard-answer",
        name="first answer",
        measure="first_response_hours",
        attained=gap,
        loop_to_product=LOOP_PRODUCT,
        loop_to_customer=LOOP_CUSTOMER,
        owner=Owner(role=SERVICE),
    )
