"""The strategy played: what its intents would bring against going on as now."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema

from custrata.economics.scenario.outcome import MEASURES, PlanOutcome
from custrata.economics.scenario.outcome import Figure as Simulated
from custrata.evidence.erasure import SMALL
from custrata.project.economics.scenario_told import gained, sentences, warnings
from custrata.project.live.small import groups_may_leave
from custrata.web.api.gate import asks, leaves
from custrata.web.api.marks import mark_of, marked, unchanged
from custrata.web.api.rooms.answering import Slug, answers, asking_in
from custrata.web.strategies.staging import scene_of
from custrata.web.studies.playing import played
from custrata.web.workspaces.rights import Right

router = Router(tags=["snapshots"])


class BandShape(Schema):
    """A median of the draws with its intervals, and its Monte Carlo standard error."""

    median: float
    low_80: float
    high_80: float
    low_95: float
    high_95: float
    error: float


class SimulatedShape(Schema):
    """A number of a plan; ``difference`` is to going on as now, ``better`` the part of draws that are."""

    measure: str
    unit: str
    definition: str
    value: BandShape | None
    difference: BandShape | None
    better: float | None
    reason: str


class PlanShape(Schema):
    """What became of a plan; what holds of tiers stands by their names."""

    name: str
    figures: list[SimulatedShape]
    customers_by_tier: dict[str, SimulatedShape]
    revenue_by_tier: dict[str, SimulatedShape]
    limits: list[str]
    effects: list[str]


class PlayedShape(Schema):
    """The intents played: the finding, the plans, and what they rest on."""

    finding: str
    snapshot: str
    as_of: dt.date
    currency: str
    customers: int
    months: int
    draws: int
    seed: int
    warnings: list[str]
    sentences: list[str]
    plans: list[PlanShape]


@router.get(
    "/workspaces/{slug:slug}/what-if",
    auth=asks(Right.SEE),
    response=answers(PlayedShape, 304),
    summary="The intents played",
)
def what_if(request: HttpRequest, response: HttpResponse, slug: Slug) -> Any:
    """What the intents of the strategy would bring against going on as now, drawn many hundred times.

    The first time takes some seconds. Who may not see persons is refused where an intent is for few.
    """
    asking = asking_in(request)
    if leaves(asking) and not groups_may_leave(scene_of(asking.workspace)):
        raise PermissionDenied(
            f"an intent is for fewer than {SMALL} customers, or for nobody knows how many: what it brings "
            "leaves only with the right to see persons"
        )
    result = played(asking.workspace)
    outcome = result.outcome
    shape = {
        "finding": gained(result),
        "snapshot": result.fingerprint,
        "as_of": result.as_of,
        "currency": result.currency,
        "customers": outcome.customers,
        "months": outcome.scenario.horizon_months,
        "draws": outcome.scenario.draws,
        "seed": outcome.scenario.seed,
        "warnings": list(warnings(result)),
        "sentences": list(sentences(result)),
        "plans": [_plan(plan) for plan in outcome.plans],
    }
    marked(response, mark_of(shape))
    return unchanged(request, mark_of(shape)) or shape


def _plan(plan: PlanOutcome) -> dict[str, Any]:
    return {
        "name": plan.plan.name,
        "figures": [_figure(f) for f in plan.figures.values()],
        "customers_by_tier": {tier: _figure(f) for tier, f in plan.customers.items()},
        "revenue_by_tier": {tier: _figure(f) for tier, f in plan.revenue.items()},
        "limits": list(plan.limits),
        "effects": list(plan.assumed),
    }


def _figure(one: Simulated) -> dict[str, Any]:
    return asdict(one) | {"definition": MEASURES[one.measure][2]}
