"""Views of the table of customers: listed, kept, changed over what was read, and taken away."""

from __future__ import annotations

from typing import Annotated, Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema, Status
from pydantic import Field

from custrata.web.api.gate import asks
from custrata.web.api.marks import mark_of, marked, needed, unchanged
from custrata.web.api.paging import Cursor, Limit, page
from custrata.web.api.rooms.answering import CHANGING, Number, Sent, Slug, Words, answers, asking_in
from custrata.web.customers.models import TableView
from custrata.web.customers.table import keeping
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.rights import Right

router = Router(tags=["customers"])


class ViewShape(Schema):
    """A view: its filters, columns and order as they stand in the address of the table."""

    number: int
    name: str
    query: str
    shared: bool
    mine: bool


class Views(Schema):
    """A page of views, by their names."""

    items: list[ViewShape]
    next: str | None


class ViewText(Sent):
    """A view as it shall be; what was searched for is not kept, and only who may edit shares."""

    name: Annotated[Words, Field(min_length=1, max_length=keeping.LONGEST)]
    query: Annotated[Words, Field(max_length=keeping.WIDEST)] = ""
    shared: bool = False


@router.get("/workspaces/{slug:slug}/views", auth=asks(Right.SEE), response=answers(Views), summary="Views")
def views(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """One's own views of the table of customers, and what others share."""
    asking = asking_in(request)
    items, following = page(keeping.views_of(asking), limit, cursor)
    return {"items": [_shape(view, asking) for view in items], "next": following}


@router.post(
    "/workspaces/{slug:slug}/views",
    auth=asks(Right.SEE),
    response=answers(ViewShape, 409, 410, status=201),
    summary="Keep a view",
)
def keep_view(request: HttpRequest, response: HttpResponse, slug: Slug, text: ViewText) -> Any:
    """Keep filters, columns and order under a name that is free so far."""
    asking = asking_in(request)
    shape = _shape(keeping.keep_view(asking, text.name, text.query, shared=text.shared), asking)
    marked(response, mark_of(shape))
    return Status(201, shape)


@router.get(
    "/workspaces/{slug:slug}/views/{number}",
    auth=asks(Right.SEE),
    response=answers(ViewShape, 304),
    summary="A view",
)
def view(request: HttpRequest, response: HttpResponse, slug: Slug, number: Number) -> Any:
    """One view of one's own."""
    asking = asking_in(request)
    shape = _shape(keeping.own_view(asking, number), asking)
    marked(response, mark_of(shape))
    return unchanged(request, mark_of(shape)) or shape


@router.put(
    "/workspaces/{slug:slug}/views/{number}",
    auth=asks(Right.SEE),
    response=answers(ViewShape, *CHANGING),
    summary="Change a view",
)
def change_view(
    request: HttpRequest, response: HttpResponse, slug: Slug, number: Number, text: ViewText
) -> Any:
    """Change one's own view over what was read; needs ``If-Match``."""
    asking = asking_in(request)
    with transaction.atomic():
        found = _unmoved(request, asking, number)
        shape = _shape(keeping.change_view(asking, found, text.name, text.query, shared=text.shared), asking)
    marked(response, mark_of(shape))
    return shape


@router.delete(
    "/workspaces/{slug:slug}/views/{number}",
    auth=asks(Right.SEE),
    response=answers(None, *CHANGING, status=204),
    summary="Take a view away",
)
def drop_view(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Take one's own view away; needs ``If-Match``."""
    asking = asking_in(request)
    with transaction.atomic():
        keeping.drop_view(asking, _unmoved(request, asking, number))
    return Status(204, None)


def _unmoved(request: HttpRequest, asking: Asking, number: int) -> TableView:
    """A view of one's own that stands as it was read, locked."""
    found = keeping.own_view(asking, number, lock=True)
    shape = _shape(found, asking)
    needed(request, mark_of(shape), theirs=shape)
    return found


def _shape(found: TableView, asking: Asking) -> dict[str, Any]:
    names = ("name", "query", "shared")
    told = {name: getattr(found, name) for name in names}
    return {"number": found.pk, "mine": found.user_id == asking.user.pk} | told
