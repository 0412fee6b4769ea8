"""Revisions of a segment: one after the other, and two beside each other."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query, Router, Schema

from custrata.web.api.gate import asks, leaves
from custrata.web.api.marks import mark_of, marked, unchanged
from custrata.web.api.paging import LARGEST, Cursor, Limit, read, written
from custrata.web.api.problems import Refused
from custrata.web.api.rooms.answering import Number, Slug, answers, asking_in
from custrata.web.customers.budget import SpentError
from custrata.web.customers.models import Segment, SegmentRevision
from custrata.web.customers.opening import opened
from custrata.web.customers.segments.comparing import Sides, sides, sides_to_leave
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

router = Router(tags=["customers"])


class SegmentRevisionShape(Schema):
    """A segment as it was saved; ``by`` is empty where the author is gone."""

    number: int
    name: str
    rule: dict[str, Any]
    at: dt.datetime
    by: str


class SegmentRevisions(Schema):
    """A page of revisions, the first one first."""

    items: list[SegmentRevisionShape]
    next: str | None


class SideShape(Schema):
    """A revision, its rule in words, and how many it holds today; None where they are too few to leave."""

    number: int
    name: str
    words: str
    rule: dict[str, Any]
    customers: int | None


class SegmentComparison(Schema):
    """Two revisions, counted in the customers of today: who stayed, who came, who went.

    ``exact`` is false where the numbers are about groups to the nearest part of the base that may leave; of
    who stayed, came or went nothing is told then, for a difference of two such numbers means nothing.
    """

    exact: bool
    before: SideShape
    after: SideShape
    stayed: int | None
    came: int | None
    went: int | None


@router.get(
    "/workspaces/{slug:slug}/segments/{number}/revisions",
    auth=asks(Right.SEE),
    response=answers(SegmentRevisions),
    summary="Revisions of a segment",
)
def segment_revisions(request: HttpRequest, slug: Slug, number: Number, limit: Limit, cursor: Cursor) -> Any:
    """What was saved of a segment, one after the other."""
    rows = _segment(asking_in(request), number).revisions.select_related("author").order_by("number")
    found = list(rows.filter(number__gt=read(cursor, int) or 0)[: limit + 1])
    items = [_revision(one) for one in found[:limit]]
    return {"items": items, "next": written(found[limit - 1].number) if len(found) > limit else None}


@router.get(
    "/workspaces/{slug:slug}/segments/{number}/compare",
    auth=asks(Right.SEE),
    response=answers(SegmentComparison, 304),
    summary="Two revisions of a segment",
)
def compare_segment(
    request: HttpRequest,
    response: HttpResponse,
    slug: Slug,
    number: Number,
    earlier: Annotated[
        int,
        Query(0, alias="with", ge=0, le=LARGEST, description="The earlier revision; 0 is the one before."),
    ],
) -> Any:
    """A segment as it is beside an earlier revision.

    Who may not see persons spends a question of the budget on each side that was not asked for before.
    """
    asking = asking_in(request)
    segment = _segment(asking, number)
    with opened(asking) as (_, desk):
        if leaves(asking):
            try:
                found = sides_to_leave(asking, desk, segment, earlier)
            except SpentError as error:
                raise Refused(429, error.what, where=error.where, remedy=error.remedy) from error
        else:
            found = sides(desk, segment, earlier)
    shape = _shape(found)
    marked(response, mark_of(shape))
    return unchanged(request, mark_of(shape)) or shape


def _segment(asking: Asking, number: int) -> Segment:
    found = Segment.objects.filter(workspace=asking.workspace, pk=number).first()
    if found is None:
        raise Http404("there is no such segment")
    return found


def _revision(one: SegmentRevision) -> dict[str, Any]:
    names = {name: getattr(one, name) for name in ("number", "name", "rule", "at")}
    return names | {"by": str(one.author) if one.author else ""}


def _shape(found: Sides) -> dict[str, Any]:
    names = ("number", "name", "words", "rule", "customers")
    before, after = ({name: getattr(side, name) for name in names} for side in (found.before, found.after))
    told = {name: getattr(found, name) for name in ("exact", "stayed", "came", "went")}
    return told | {"before": before, "after": after}
