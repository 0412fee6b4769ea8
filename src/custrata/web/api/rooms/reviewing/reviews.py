"""Reviews that are due, what they would talk about today, and the minutes of those that were held."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from custrata.drafting.agenda.paper import as_values
from custrata.project.reviewing.rhythm import dues, held
from custrata.strategy.parts.running.review import Review, ReviewKind
from custrata.web.api.gate import asks, scene_leaving
from custrata.web.api.paging import Cursor, Limit, page
from custrata.web.api.rooms.answering import Slug, answers, asking_in
from custrata.web.steering.reviews.holding import prepared_for
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.rights import Right

router = Router(tags=["reviews"])


class ActionShape(Schema):
    """Something that was agreed: what, who, by when."""

    id: str
    text: str
    owner: str
    by: dt.date | None
    done_on: dt.date | None


class ReviewShape(Schema):
    """The minutes of a review."""

    id: str
    kind: ReviewKind
    on: dt.date
    snapshot: str
    present: list[str]
    minutes: list[str]
    decided: list[str]
    stop: list[str]
    start: list[str]
    go_on: list[str]
    actions: list[ActionShape]


class Reviews(Schema):
    """A page of minutes, the latest first."""

    items: list[ReviewShape]
    next: str | None


class DueShape(Schema):
    """A kind of review: when its next is due, and whether that day has passed."""

    kind: ReviewKind
    last: str | None
    on: dt.date | None
    late: bool
    part: str


class Dues(Schema):
    """Each kind of review; there are three, so they stand on one page."""

    items: list[DueShape]
    next: str | None


class ItemShape(Schema):
    """An item of an agenda: its lines, the claims that it is about, what is to be decided."""

    title: str
    minutes: int
    lines: list[str]
    claims: list[str]
    decision: str | None
    owner: str | None


class AgendaShape(Schema):
    """What a review talks about, and what was checked for it."""

    kind: ReviewKind
    minutes: int
    quiet: bool
    items: list[ItemShape]
    checks: list[str]


@router.get(
    "/workspaces/{slug:slug}/reviews", auth=asks(Right.SEE), response=answers(Reviews), summary="Minutes"
)
def reviews(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """The minutes of the reviews that were held."""
    document = scene_of(asking_in(request).workspace).document
    items, following = page(held(document), limit, cursor)
    return {"items": [review_shape(one) for one in items], "next": following}


@router.get(
    "/workspaces/{slug:slug}/reviews/{review}",
    auth=asks(Right.SEE),
    response=answers(ReviewShape),
    summary="The minutes of a review",
)
def review(request: HttpRequest, slug: Slug, review: str) -> Any:
    """The minutes of one review."""
    document = scene_of(asking_in(request).workspace).document
    found = next((one for one in document.reviews if one.id == review), None)
    if found is None:
        raise Http404("there are no such minutes")
    return review_shape(found)


@router.get(
    "/workspaces/{slug:slug}/due-reviews",
    auth=asks(Right.SEE),
    response=answers(Dues),
    summary="When reviews are due",
)
def due_reviews(request: HttpRequest, slug: Slug) -> Any:
    """Each kind of review with the day of its next."""
    scene = scene_of(asking_in(request).workspace)
    found = dues(scene.document, timezone.localdate(), scene.snapshot.manifest.reckoning)
    items = [
        {
            "kind": due.kind,
            "last": due.last.id if due.last else None,
            "on": due.on,
            "late": due.late,
            "part": due.part,
        }
        for due in found
    ]
    return {"items": items, "next": None}


@router.get(
    "/workspaces/{slug:slug}/agendas/{kind}",
    auth=asks(Right.SEE),
    response=answers(AgendaShape),
    summary="An agenda as it would be",
)
def agenda(request: HttpRequest, slug: Slug, kind: ReviewKind, on: dt.date | None = None) -> Any:
    """What a review would talk about today, or on another day."""
    scene = scene_leaving(asking_in(request))
    day = scene.counted_from(on or timezone.localdate())
    return as_values(prepared_for(scene, kind, day).agenda)


def review_shape(found: Review) -> dict[str, Any]:
    """Minutes as plain values.

    Args:
        found: The minutes.
    """
    names = ("id", "kind", "on", "snapshot")
    lists = ("present", "minutes", "decided", "stop", "start", "go_on")
    actions = [
        {"id": a.id, "text": a.text, "owner": a.owner.name, "by": a.by, "done_on": a.done_on}
        for a in found.actions
    ]
    told: dict[str, Any] = {name: getattr(found, name) for name in names}
    return told | {name: list(getattr(found, name)) for name in lists} | {"actions": actions}
