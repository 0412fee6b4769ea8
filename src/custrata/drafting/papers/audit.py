"""Audit of what runs already: whom campaigns reached is told, what they changed is not claimed."""

from __future__ import annotations

from custrata.drafting.roles import MARKETING
from custrata.drafting.sketch import Sketch
from custrata.strategy.parts.papers.audit import AuditedInitiative, Comparison, MeasuredEffect, Verdict
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Gap, Statement


def draft_audit(sketch: Sketch) -> tuple[AuditedInitiative, ...]:
    """The campaigns on record, together: the snapshot counts them and does not tell them apart."""
    if not sketch.has("campaigns") and sketch.desk.value("campaign_reach") is None:
        return ()
    reach = _reach(sketch)
    return (
        AuditedInitiative(
            id="audit-campaigns",
            name="campaigns on record",
            function="marketing",
            effects=(
                MeasuredEffect(id="effect-reach", on="reach", effect=reach),
                MeasuredEffect(
                    id="effect-retention",
                    on="retention, renewal and expansion",
                    comparison=Comparison.NONE,
                    effect=_effect(sketch),
                ),
            ),
            verdict=Verdict.OPEN,
            because="Nothing is known of what they changed.",
            owner=Owner(role=MARKETING),
        ),
    )


def _reach(sketch: Sketch) -> Statement:
    n, reach = sketch.desk.figure("n", "campaigns"), sketch.desk.figure("reach", "campaign_reach")
    many = sketch.pen.claim(
        "{n|campaign|campaigns} reached {reach} of the customers that there are today.",
        n,
        reach,
        topic="audit",
    )
    return many or sketch.pen.claim_or_gap(
        "Campaigns on record reached {reach} of the customers that there are today.",
        reach,
        gap="Whom campaigns reached is not known.",
        waits_for="a table of touches with customer and campaign",
        topic="audit",
    )


def _effect(sketch: Sketch) -> Gap:
    chance = sketch.provides("campaigns.randomised") and sketch.provides("touches.arm")
    arms = sketch.provides("touches.arm")
    if chance:
        return sketch.pen.gap(
            "The data mark campaigns whose customers were drawn by chance and name those left out; what "
            "changed is "
            "not read.",
            "the readout of these campaigns, arm by arm, which Custrata does not give yet",
        )
    if arms:
        return sketch.pen.gap(
            "The data name those who were left out, but not whether chance decided it.",
            "a word from marketing on how those left out were chosen",
        )
    return sketch.pen.gap(
        "The data name nobody who was left out, so that those reached compare with nobody like them.",
        "the next campaign with a part of its customers kept aside by chance",
    )
