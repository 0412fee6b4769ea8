"""The search: pages, objects and definitions by words."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from custrata.errors import CustrataError
from custrata.web.api.gate import asks, scene_leaving
from custrata.web.api.paging import Cursor, Limit, page
from custrata.web.api.rooms.answering import Slug, answers, asking_in
from custrata.web.frame.palette.entries import entries
from custrata.web.frame.palette.ranking import ranked
from custrata.web.workspaces.rights import Right

router = Router(tags=["work"])


class FoundShape(Schema):
    """Something that was found."""

    title: str
    kind: str
    href: str


class FoundPage(Schema):
    """What was found, best first."""

    items: list[FoundShape]
    next: str | None


@router.get(
    "/workspaces/{slug:slug}/search", auth=asks(Right.SEE), response=answers(FoundPage), summary="Search"
)
def search(
    request: HttpRequest,
    slug: Slug,
    q: Annotated[str, Query(..., min_length=1, max_length=100)],
    limit: Limit,
    cursor: Cursor,
) -> Any:
    """Pages, objects and definitions in which every word begins a word."""
    asking = asking_in(request)
    try:
        document = scene_leaving(asking).document
    except CustrataError:
        document = None
    found, following = page(ranked(entries(asking, document), q), limit, cursor)
    items = [{"title": one.title, "kind": one.kind, "href": one.href} for one in found]
    return {"items": items, "next": following}
