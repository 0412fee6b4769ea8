"""Links that show one object to whoever holds them: made, listed and ended."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Schema, Status
from pydantic import Field

from custrata.web.api.gate import asks
from custrata.web.api.paging import Cursor, Limit, read, written
from custrata.web.api.repeating import tell_once
from custrata.web.api.rooms.answering import Number, Sent, Slug, Words, answers, asking_in
from custrata.web.deliveries.links.making import LONGEST, revoke, share
from custrata.web.deliveries.models import ShareLink, Shows
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.within import within

router = Router(tags=["links"])


class LinkShape(Schema):
    """A link; its address is told when it is made, and never again."""

    number: int
    shows: str
    about: str
    title: str
    expires_at: dt.datetime
    ended: bool
    views: int
    path: str | None


class Links(Schema):
    """A page of links, newest first."""

    items: list[LinkShape]
    next: str | None


class LinkText(Sent):
    """What a link shows: of a claim its id, of a file its kind."""

    shows: Shows
    about: Annotated[Words, Field(max_length=80)] = ""
    title: Annotated[Words, Field(max_length=120)] = ""
    days: Annotated[int, Field(ge=1, le=LONGEST)] = 30


@router.get(
    "/workspaces/{slug:slug}/links", auth=asks(Right.EDIT), response=answers(Links), summary="Share links"
)
def links(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """The links of the workspace, without their addresses."""
    rows = ShareLink.objects.filter(workspace=asking_in(request).workspace).order_by("-pk")
    before = read(cursor, int)
    found = list((rows.filter(pk__lt=before) if before is not None else rows)[: limit + 1])
    following = written(found[limit - 1].pk) if len(found) > limit else None
    return {"items": [_shape(link) for link in found[:limit]], "next": following}


@router.post(
    "/workspaces/{slug:slug}/links",
    auth=asks(Right.EDIT),
    response=answers(LinkShape, 409, 410, status=201),
    summary="Make a share link",
)
def make_link(request: HttpRequest, slug: Slug, text: LinkText) -> Any:
    """Make a link that shows one object without persons; its path is told once."""
    asking = asking_in(request)
    tell_once(request, "path")
    link, token = share(
        asking.workspace, text.shows.value, text.about, text.days, asking.user, title=text.title
    )
    return Status(201, _shape(link) | {"path": reverse("shared", args=[token])})


@router.delete(
    "/workspaces/{slug:slug}/links/{number}",
    auth=asks(Right.EDIT),
    response=answers(None, status=204),
    summary="End a share link",
)
def end_link(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """End a link from now on; its file goes."""
    asking = asking_in(request)
    revoke(within(asking, ShareLink.objects.all(), number, "link"), asking.user)
    return Status(204, None)


def _shape(link: ShareLink) -> dict[str, Any]:
    names = ("shows", "about", "title", "expires_at", "views")
    told = {name: getattr(link, name) for name in names}
    return told | {"number": link.pk, "ended": not link.holds, "path": None}
