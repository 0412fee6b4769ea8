"""A complete first strategy from a snapshot: claims where data speak, proposals and gaps elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from custrata.drafting.canvas.context import context_zone, purpose_zone
from custrata.drafting.canvas.proposition import proposition_zone
from custrata.drafting.canvas.steering import steering_zone
from custrata.drafting.canvas.value_chain import value_chain_zone
from custrata.drafting.chapters.assumptions import draft_assumptions
from custrata.drafting.chapters.decisions import draft_decisions, with_cost_of_waiting
from custrata.drafting.chapters.goals import called_for, draft_goals, draft_initiatives, with_outcomes
from custrata.drafting.chapters.groups import draft_groups
from custrata.drafting.chapters.lifecycle import draft_lifecycle
from custrata.drafting.chapters.pattern import draft_pattern
from custrata.drafting.chapters.scorecard import draft_scorecard
from custrata.drafting.chapters.tiers import draft_tiers
from custrata.drafting.desk import Desk
from custrata.drafting.findings import FindingSentence, findings
from custrata.drafting.pen import Pen
from custrata.drafting.roles import CHIEF, FINANCE, SERVICE, SPONSOR, keeper, winner
from custrata.drafting.sketch import Sketch
from custrata.drafting.whole import other_parts
from custrata.snapshot import Snapshot
from custrata.strategy.document import Document, Horizon, SignOff
from custrata.strategy.parts.canvas import Canvas
from custrata.strategy.parts.insight import Insight
from custrata.strategy.parts.part import Owner
from custrata.strategy.parts.statement import Claim

MONTHS = 12
"""Horizon of a first draft: one year, until somebody sets another."""


def draft(snapshot: Snapshot) -> Document:
    """The first strategy of a company, written from its snapshot alone.

    Args:
        snapshot: What the build found.

    Returns:
        A document with every part present. Every number in a claim is bound to readings of the snapshot;
        every judgement is a proposal with a role suggested and nobody named; what is not known is a gap that
        says what it waits for. The same snapshot gives the same document.
    """
    desk = Desk(snapshot)
    pen = Pen(desk)
    found = findings(snapshot)
    said = {f.topic: claim for f in found if (claim := _claim(pen, f)) is not None}
    claims = {topic: claim.id for topic, claim in said.items()}
    insights, canvas = _insights(pen, found, claims), _canvas(pen, found, said)
    pattern, groups, tiers = draft_pattern(pen), draft_groups(pen), draft_tiers(pen)
    themes = called_for(found)
    goals = draft_goals(pen, themes, claims, groups)
    initiatives = draft_initiatives(pen, themes, groups)
    lifecycle, scorecard = draft_lifecycle(pen), draft_scorecard(pen)
    assumptions = draft_assumptions(pen, themes)
    decisions = draft_decisions(pen, found, claims, groups, goals)
    sketch = Sketch(pen, found, claims, themes, groups, goals, initiatives)
    return Document(
        schema_version=2,
        company=snapshot.manifest.company,
        currency=snapshot.manifest.currency,
        as_of=snapshot.manifest.as_of,
        notional=snapshot.manifest.notional,
        snapshot=snapshot.manifest.fingerprint,
        horizon=Horizon(months=MONTHS, starts_on=pen.as_of),
        sponsor=Owner(role=SPONSOR),
        accountable=Owner(role=CHIEF),
        sign_offs=_sign_offs(desk),
        insights=insights,
        canvas=canvas,
        pattern=pattern,
        tiers=tiers,
        goals=with_outcomes(goals, groups),
        initiatives=initiatives,
        lifecycle=lifecycle,
        scorecard=scorecard,
        assumptions=assumptions,
        decisions=with_cost_of_waiting(pen, decisions),
        **other_parts(sketch),
    )


def _claim(pen: Pen, finding: FindingSentence) -> Claim | None:
    return pen.claim(f"{finding.title}.", *finding.figures, topic=finding.topic)


def _canvas(pen: Pen, found: Sequence[FindingSentence], said: Mapping[str, Claim]) -> Canvas:
    """The canvas; the claim on a finding stands in the block that the finding names."""

    def of(block: str) -> list[Claim]:
        return [said[f.topic] for f in found if f.block == block and f.topic in said]

    return Canvas(
        purpose=purpose_zone(pen),
        context=context_zone(pen, of("business_context"), of("customer_context")),
        proposition=proposition_zone(pen, of("business_value_proposition"), of("concept_of_experience")),
        value_chain=value_chain_zone(pen, of("products_and_services")),
        steering=steering_zone(pen, of("insight"), of("performance")),
    )


def _insights(pen: Pen, found: Sequence[FindingSentence], claims: dict[str, str]) -> tuple[Insight, ...]:
    return tuple(
        Insight(
            id=f"I{place}",
            claim=claims[finding.topic],
            consequence=pen.proposal(finding.consequence, CHIEF),
            at_stake=finding.at_stake,
        )
        for place, finding in enumerate((f for f in found if f.topic in claims), 1)
    )


def _sign_offs(desk: Desk) -> tuple[SignOff, ...]:
    roles = (SPONSOR, FINANCE, winner(desk), keeper(desk), SERVICE)
    return tuple(SignOff(function=role) for role in dict.fromkeys(roles))
