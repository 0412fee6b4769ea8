"""Claims with their evidence, and the mistakes that the check finds."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from custrata.evidence.check import ClaimEvidence, FigureEvidence, evaluate
from custrata.project.asking import figure_title
from custrata.project.live.small import evidence_to_leave
from custrata.project.showing.dated import snapshot_at
from custrata.snapshot import Manifest
from custrata.strategy.wording.spelling import spell
from custrata.vocabulary import EvidenceState
from custrata.web.api.gate import asks, leaves, scene_leaving
from custrata.web.api.paging import Cursor, Limit, page
from custrata.web.api.rooms.answering import Slug, answers, asking_in
from custrata.web.api.rooms.snapshots import AsOf, ReadingShape, reading_shape
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

router = Router(tags=["evidence"])


class FigureShape(Schema):
    """A figure of a claim: as written, as it is, and why it stands so; numbers, and as pages say them."""

    name: str
    title: str
    unit: str
    written: float | None
    written_words: str
    now: float | None
    now_words: str
    state: EvidenceState
    reason: str
    readings: list[ReadingShape]


class ClaimShape(Schema):
    """A claim with today's numbers."""

    id: str
    place: str
    text: str
    topic: str
    state: EvidenceState
    reason: str
    snapshot: str
    figures: list[FigureShape]


class Claims(Schema):
    """A page of claims."""

    items: list[ClaimShape]
    next: str | None


class FindingShape(Schema):
    """A mistake in the strategy, and what to do about it."""

    code: str
    severity: Literal["error", "warning", "note"]
    place: str
    message: str
    mend: str


class Findings(Schema):
    """A page of findings."""

    items: list[FindingShape]
    next: str | None


@router.get(
    "/workspaces/{slug:slug}/claims", auth=asks(Right.SEE), response=answers(Claims), summary="Claims"
)
def claims(
    request: HttpRequest,
    slug: Slug,
    limit: Limit,
    cursor: Cursor,
    as_of: AsOf,
    state: EvidenceState | None = None,
) -> Any:
    """How the claims of the strategy stand against the latest snapshot, or against that of a day."""
    evidence, manifest = _evidence(asking_in(request), as_of)
    items, following = page([e for e in evidence if state in (None, e.state)], limit, cursor)
    return {"items": [_shape(e, manifest) for e in items], "next": following}


@router.get(
    "/workspaces/{slug:slug}/claims/{claim}",
    auth=asks(Right.SEE),
    response=answers(ClaimShape),
    summary="A claim with its evidence",
)
def claim(request: HttpRequest, slug: Slug, claim: str, as_of: AsOf) -> Any:
    """One claim, with each figure and the readings that it rests on."""
    evidence, manifest = _evidence(asking_in(request), as_of)
    found = next((e for e in evidence if e.claim_id == claim), None)
    if found is None:
        raise Http404("there is no such claim")
    return _shape(found, manifest)


@router.get(
    "/workspaces/{slug:slug}/findings", auth=asks(Right.SEE), response=answers(Findings), summary="Findings"
)
def findings(
    request: HttpRequest,
    slug: Slug,
    limit: Limit,
    cursor: Cursor,
    severity: Literal["error", "warning", "note"] | None = None,
) -> Any:
    """The mistakes that the check finds in the strategy, suppressed ones left out; they tell of no few."""
    found = scene_leaving(asking_in(request)).findings
    items, following = page([f for f in found if severity in (None, f.severity.value)], limit, cursor)
    names = ("code", "place", "message", "mend")
    shapes = [{n: getattr(f, n) for n in names} | {"severity": f.severity.value} for f in items]
    return {"items": shapes, "next": following}


def _evidence(asking: Asking, as_of: dt.date | None) -> tuple[tuple[ClaimEvidence, ...], Manifest]:
    """The claims, and the manifest of the snapshot that they are held against."""
    if as_of is None:
        scene = scene_leaving(asking)
        return scene.evidence, scene.snapshot.manifest
    scene = scene_of(asking.workspace)
    snapshot = snapshot_at(scene.place, as_of)
    found = evaluate(scene.document, snapshot)
    return (evidence_to_leave(found, snapshot) if leaves(asking) else found), snapshot.manifest


def _shape(found: ClaimEvidence, manifest: Manifest) -> dict[str, Any]:
    return {
        "id": found.claim_id,
        "place": found.path,
        "text": found.said,
        "topic": found.claim.topic,
        "state": found.state,
        "reason": found.reason,
        "snapshot": found.snapshot,
        "figures": [_figure(one, manifest) for one in found.figures],
    }


def _figure(one: FigureEvidence, manifest: Manifest) -> dict[str, Any]:
    return {
        "name": one.figure.name,
        "title": figure_title(one.figure),
        "written_words": spell(one.figure.value, one.figure.unit),
        "now_words": spell(one.now.value, one.figure.unit),
        "unit": one.figure.unit,
        "written": one.figure.value,
        "now": one.now.value,
        "state": one.state,
        "reason": one.reason,
        "readings": [reading_shape(r, manifest) for r in one.now.readings],
    }
