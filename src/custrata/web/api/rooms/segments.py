"""Segments that people keep: listed, kept, changed over the revision that was read, and taken out."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema, Status
from pydantic import Field

from custrata.segments.rules.reading import rule_of
from custrata.segments.rules.rule import Rule
from custrata.web.api.gate import asks
from custrata.web.api.marks import marked, needed, unchanged
from custrata.web.api.paging import Cursor, Limit, read, written
from custrata.web.api.problems import Refused
from custrata.web.api.rooms.answering import CHANGING, Number, Sent, Slug, Words, answers, asking_in
from custrata.web.customers.models import Purpose, Segment
from custrata.web.customers.opening import opened
from custrata.web.customers.segments import saving
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.within import within

router = Router(tags=["customers"])


class SegmentShape(Schema):
    """A segment that people keep."""

    number: int
    name: str
    purpose: str
    revision: int
    rule: dict[str, Any]


class Segments(Schema):
    """A page of segments."""

    items: list[SegmentShape]
    next: str | None


class SegmentText(Sent):
    """A segment as it shall be: its name, and the rule of its members."""

    name: Annotated[Words, Field(min_length=1, max_length=120)]
    rule: dict[str, Any]


class NewSegment(SegmentText):
    """A segment that is kept from now on; an audience is one that is to be reached."""

    purpose: Purpose = Purpose.SEGMENT


@router.get(
    "/workspaces/{slug:slug}/segments", auth=asks(Right.SEE), response=answers(Segments), summary="Segments"
)
def segments(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """The segments that people keep."""
    rows = Segment.objects.filter(workspace=asking_in(request).workspace).order_by("pk")
    found = list(rows.filter(pk__gt=read(cursor, int) or 0)[: limit + 1])
    items = [_shape(one) for one in found[:limit]]
    return {"items": items, "next": written(found[limit - 1].pk) if len(found) > limit else None}


@router.post(
    "/workspaces/{slug:slug}/segments",
    auth=asks(Right.EDIT),
    response=answers(SegmentShape, 409, 410, status=201),
    summary="Keep a segment",
)
def keep_segment(request: HttpRequest, response: HttpResponse, slug: Slug, text: NewSegment) -> Any:
    """Keep a rule under a name; the name is free so far."""
    asking = asking_in(request)
    made = saving.create(asking, text.name, _rule(asking, text.rule), text.purpose)
    marked(response, str(made.number))
    return Status(201, _shape(made))


@router.get(
    "/workspaces/{slug:slug}/segments/{number}",
    auth=asks(Right.SEE),
    response=answers(SegmentShape, 304),
    summary="A segment",
)
def segment(request: HttpRequest, response: HttpResponse, slug: Slug, number: Number) -> Any:
    """One segment; its ETag is the number of its revision."""
    found = _segment(asking_in(request), number)
    marked(response, str(found.number))
    return unchanged(request, str(found.number)) or _shape(found)


@router.put(
    "/workspaces/{slug:slug}/segments/{number}",
    auth=asks(Right.EDIT),
    response=answers(SegmentShape, *CHANGING),
    summary="Change a segment",
)
def change_segment(
    request: HttpRequest, response: HttpResponse, slug: Slug, number: Number, text: SegmentText
) -> Any:
    """Save a segment over the revision that was read; needs ``If-Match``."""
    asking = asking_in(request)
    found = _segment(asking, number)
    base = needed(request, found.number, theirs=_shape(found))
    try:
        saved = saving.save(asking, found, text.name, _rule(asking, text.rule), base)
    except saving.Conflict as error:
        held = error.theirs
        raise Refused(
            409, str(error), remedy="read it again", number=held.number, theirs=_shape(held)
        ) from error
    marked(response, str(saved.number))
    return _shape(saved)


@router.delete(
    "/workspaces/{slug:slug}/segments/{number}",
    auth=asks(Right.EDIT),
    response=answers(None, *CHANGING, status=204),
    summary="Take a segment out",
)
def drop_segment(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Take a segment out with its revisions; needs ``If-Match``."""
    asking = asking_in(request)
    found = _segment(asking, number)
    needed(request, found.number, theirs=_shape(found))
    saving.drop(asking, found)
    return Status(204, None)


def _segment(asking: Asking, number: int) -> Segment:
    return within(asking, Segment.objects.all(), number, "segment")


def _rule(asking: Asking, plain: dict[str, Any]) -> Rule:
    rule = rule_of(plain)
    with opened(asking) as (_, desk):
        desk.check(rule, persons=asking.may(Right.PERSONS))
    return rule


def _shape(found: Segment) -> dict[str, Any]:
    names = {"number": found.pk, "name": found.name, "purpose": found.purpose}
    return names | {"revision": found.number, "rule": found.rule}
