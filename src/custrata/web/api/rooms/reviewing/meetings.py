"""A review while it is held: begun, gone through item by item, noted in, closed."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field

from custrata.drafting.agenda.paper import as_values
from custrata.strategy.parts.running.review import ReviewKind
from custrata.web.api.gate import asks, leaves, scene_leaving
from custrata.web.api.paging import LARGEST, Cursor, Limit, page, read, written
from custrata.web.api.rooms.answering import CHANGING, Number, Sent, Slug, Words, answers, asking_in
from custrata.web.api.rooms.reviewing.reviews import ItemShape
from custrata.web.steering.models import Meeting, Note, Word
from custrata.web.steering.reviews import holding
from custrata.web.together.people import name_of
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

router = Router(tags=["reviews"])

Key = Annotated[int, Field(ge=0, le=LARGEST)]


class HeldShape(Schema):
    """A review: which item is talked about since when; once it is closed, the id of its minutes."""

    number: int
    kind: ReviewKind
    on: dt.date
    snapshot: str
    minutes: int
    item: int
    began_at: dt.datetime
    item_began_at: dt.datetime
    closed_at: dt.datetime | None
    review: str


class MeetingShape(HeldShape):
    """A review with its agenda as it was when it began."""

    items: list[ItemShape]


class Meetings(Schema):
    """A page of reviews, newest first."""

    items: list[HeldShape]
    next: str | None


class NoteShape(Schema):
    """Something that was noted."""

    number: int
    word: Word
    text: str
    item: int | None
    owner: str
    by: dt.date | None
    decision: str
    who: str
    at: dt.datetime


class Notes(Schema):
    """A page of notes in the order in which they were made."""

    items: list[NoteShape]
    next: str | None


class MeetingText(Sent):
    """Which review begins."""

    kind: ReviewKind


class NoteText(Sent):
    """What is noted: said, decided, to stop, to start, to continue, a task, who is there, what is done."""

    word: Word
    text: Annotated[Words, Field(min_length=1, max_length=holding.LONGEST)]
    item: Key | None = None
    owner: Annotated[Words, Field(max_length=120)] = ""
    by: dt.date | None = None
    decision: Annotated[Words, Field(max_length=80)] = ""


class TurnText(Sent):
    """The item that is talked about from now on, counted from 0."""

    item: Key


@router.get(
    "/workspaces/{slug:slug}/meetings",
    auth=asks(Right.SEE),
    response=answers(Meetings),
    summary="Reviews held",
)
def meetings(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor, closed: bool = False) -> Any:
    """The reviews that are held now; with ``closed`` those that were closed."""
    rows = Meeting.objects.filter(workspace=asking_in(request).workspace, closed_at__isnull=not closed)
    before = read(cursor, int)
    found = list((rows.filter(pk__lt=before) if before is not None else rows).order_by("-pk")[: limit + 1])
    following = written(found[limit - 1].pk) if len(found) > limit else None
    return {"items": [_held(one) for one in found[:limit]], "next": following}


@router.post(
    "/workspaces/{slug:slug}/meetings",
    auth=asks(Right.EDIT),
    response=answers(MeetingShape, 409, 410, status=201),
    summary="Begin a review",
)
def begin_meeting(request: HttpRequest, slug: Slug, text: MeetingText) -> Any:
    """Begin a weekly, monthly or yearly review; its agenda stays as it is now."""
    asking = asking_in(request)
    return Status(201, _shape(asking, holding.begin(asking, text.kind)))


@router.get(
    "/workspaces/{slug:slug}/meetings/{number}",
    auth=asks(Right.SEE),
    response=answers(MeetingShape),
    summary="A review that is held",
)
def meeting(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """One review with its agenda, and where it stands."""
    asking = asking_in(request)
    return _shape(asking, holding.found(asking, number))


@router.post(
    "/workspaces/{slug:slug}/meetings/{number}/turn",
    auth=asks(Right.EDIT),
    response=answers(MeetingShape, 409, 410),
    summary="Go to another item",
)
def turn_meeting(request: HttpRequest, slug: Slug, number: Number, text: TurnText) -> Any:
    """Go to another item; its clock begins."""
    asking = asking_in(request)
    return _shape(asking, holding.turn(asking, number, text.item))


@router.get(
    "/workspaces/{slug:slug}/meetings/{number}/notes",
    auth=asks(Right.SEE),
    response=answers(Notes),
    summary="Notes of a review",
)
def notes(request: HttpRequest, slug: Slug, number: Number, limit: Limit, cursor: Cursor) -> Any:
    """What was noted in a review."""
    held = holding.found(asking_in(request), number)
    items, following = page(list(held.notes.select_related("author")), limit, cursor)
    return {"items": [_note(one) for one in items], "next": following}


@router.post(
    "/workspaces/{slug:slug}/meetings/{number}/notes",
    auth=asks(Right.EDIT),
    response=answers(NoteShape, 409, 410, status=201),
    summary="Note something",
)
def add_note(request: HttpRequest, slug: Slug, number: Number, text: NoteText) -> Any:
    """Add a note to a review that is held; two may do so at once."""
    noted = holding.Noted(text.word.value, text.text, text.item, text.owner, text.by, text.decision)
    return Status(201, _note(holding.add(asking_in(request), number, noted)))


@router.delete(
    "/workspaces/{slug:slug}/meetings/{number}/notes/{note}",
    auth=asks(Right.EDIT),
    response=answers(None, status=204),
    summary="Take a note out",
)
def drop_note(request: HttpRequest, slug: Slug, number: Number, note: Number) -> Any:
    """Take a note out of a review that is held."""
    holding.drop(asking_in(request), number, note)
    return Status(204, None)


@router.post(
    "/workspaces/{slug:slug}/meetings/{number}/close",
    auth=asks(Right.EDIT),
    response=answers(MeetingShape, *CHANGING),
    summary="Close a review",
)
def close_meeting(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Write the minutes into the strategy: notes become decisions, tasks, and what to stop or start."""
    asking = asking_in(request)
    return _shape(asking, holding.close(asking, number))


def _held(held: Meeting) -> dict[str, Any]:
    names = ("kind", "on", "snapshot", "item", "began_at", "item_began_at", "closed_at", "review")
    told = {name: getattr(held, name) for name in names}
    return {"number": held.pk, "minutes": held.agenda.get("minutes", 0)} | told


def _shape(asking: Asking, held: Meeting) -> dict[str, Any]:
    items = held.agenda.get("items", [])
    if leaves(asking) and items:
        items = _as_they_may_leave(asking, held, items)
    return _held(held) | {"items": items}


def _as_they_may_leave(asking: Asking, held: Meeting, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items with the lines that stand in the agenda without few as well: others may tell of them."""
    scene = scene_leaving(asking)
    agenda = as_values(holding.prepared_for(scene, ReviewKind(held.kind), scene.counted_from(held.on)).agenda)
    lines = {line for item in agenda["items"] for line in (*item["lines"], item["decision"])}
    return [
        item
        | {
            "lines": [line for line in item["lines"] if line in lines],
            "decision": item["decision"] if item["decision"] in lines else None,
        }
        for item in items
    ]


def _note(note: Note) -> dict[str, Any]:
    names = ("word", "text", "item", "owner", "by", "decision", "at")
    told = {name: getattr(note, name) for name in names}
    return {"number": note.pk, "who": name_of(note.author)} | told
