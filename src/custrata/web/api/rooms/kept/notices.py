"""Notices of the person: read, marked, and which are wanted."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from custrata.web.api.gate import asks
from custrata.web.api.paging import Cursor, Limit, read, written
from custrata.web.api.rooms.answering import Number, Sent, Slug, answers, asking_in
from custrata.web.together.models import Notice, NoticeKind, Preference
from custrata.web.together.notices import marking
from custrata.web.together.notices.preferences import choose, preference_of
from custrata.web.workspaces.rights import Right

router = Router(tags=["together"])


class NoticeShape(Schema):
    """Something that the person is told once."""

    number: int
    kind: str
    text: str
    address: str
    at: dt.datetime
    read: bool


class Notices(Schema):
    """A page of notices, newest first."""

    items: list[NoticeShape]
    next: str | None


class WantedShape(Schema):
    """Which kinds of notices the person wants, and whether the weekly mail comes."""

    kinds: list[NoticeKind]
    digest: bool


class WantedText(Sent):
    """The kinds that are wanted; all others are muted."""

    kinds: list[NoticeKind]
    digest: bool


class Marked(Schema):
    """How many notices were new."""

    marked: int


@router.get(
    "/workspaces/{slug:slug}/notices", auth=asks(Right.SEE), response=answers(Notices), summary="Notices"
)
def notices(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor, new: bool = False) -> Any:
    """What the person is told, newest first."""
    asking, before = asking_in(request), read(cursor, int)
    rows = Notice.objects.filter(workspace=asking.workspace, person=asking.user).order_by("-pk")
    rows = rows.filter(read_at=None) if new else rows
    found = list((rows.filter(pk__lt=before) if before is not None else rows)[: limit + 1])
    following = written(found[limit - 1].pk) if len(found) > limit else None
    return {"items": [_notice(n) for n in found[:limit]], "next": following}


@router.post(
    "/workspaces/{slug:slug}/notices/read",
    auth=asks(Right.SEE),
    response=answers(Marked, 409, 410),
    summary="Say that all notices are read",
)
def read_notices(request: HttpRequest, slug: Slug) -> Any:
    """Say that all notices of one's own are read."""
    return {"marked": marking.read_notices(asking_in(request))}


@router.post(
    "/workspaces/{slug:slug}/notices/{number}/read",
    auth=asks(Right.SEE),
    response=answers(NoticeShape, 409, 410),
    summary="Say that a notice is read",
)
def read_notice(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Say that a notice of one's own is read."""
    asking = asking_in(request)
    marking.read_notices(asking, number)
    return _notice(marking.notice_of(asking, number))


@router.post(
    "/workspaces/{slug:slug}/notices/{number}/unread",
    auth=asks(Right.SEE),
    response=answers(NoticeShape, 409, 410),
    summary="Mark a notice as new",
)
def unread_notice(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Mark a notice of one's own as new again."""
    asking = asking_in(request)
    marking.unread_notice(asking, number)
    return _notice(marking.notice_of(asking, number))


@router.get(
    "/workspaces/{slug:slug}/wanted-notices",
    auth=asks(Right.SEE),
    response=answers(WantedShape),
    summary="Which notices are wanted",
)
def wanted_notices(request: HttpRequest, slug: Slug) -> Any:
    """Which notices the person wants here."""
    return _wanted(preference_of(asking_in(request)))


@router.put(
    "/workspaces/{slug:slug}/wanted-notices",
    auth=asks(Right.SEE),
    response=answers(WantedShape),
    summary="Choose notices",
)
def choose_notices(request: HttpRequest, slug: Slug, text: WantedText) -> Any:
    """Choose what to be told, for oneself alone."""
    kinds = [kind.value for kind in text.kinds]
    return _wanted(choose(asking_in(request), kinds, digest=text.digest))


def _wanted(chosen: Preference) -> dict[str, Any]:
    kinds = [kind for kind in NoticeKind if kind.value not in chosen.muted]
    return {"kinds": kinds, "digest": chosen.digest}


def _notice(row: Notice) -> dict[str, Any]:
    return {
        "number": row.pk,
        "kind": row.kind,
        "text": row.text,
        "address": row.address,
        "at": row.created_at,
        "read": row.read_at is not None,
    }
