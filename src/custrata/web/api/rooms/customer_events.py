"""What happened with one customer, a page at a time; who looks is on record."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from custrata.project.live.customer import customer, events, kinds_there
from custrata.web.api.gate import asks, leaves
from custrata.web.api.paging import Cursor, Limit, read, written
from custrata.web.api.problems import Refused
from custrata.web.api.rooms.answering import Slug, answers, asking_in
from custrata.web.customers.opening import opened
from custrata.web.customers.person.seeing import seen
from custrata.web.workspaces.rights import Right

router = Router(tags=["customers"])


class EventShape(Schema):
    """Something that happened; ``words`` are the customer's own."""

    at: dt.datetime
    kind: str
    what: str
    words: str
    amount: float | None
    mark: str


class Events(Schema):
    """A page of events, and how many there are in all."""

    items: list[EventShape]
    total: int
    next: str | None


@router.get(
    "/workspaces/{slug:slug}/customers/{key}/events",
    auth=asks(Right.SEE),
    response=answers(Events),
    summary="What happened with a customer",
)
def customer_events(
    request: HttpRequest,
    slug: Slug,
    key: str,
    limit: Limit,
    cursor: Cursor,
    kind: Annotated[str, Query("", max_length=40, description="Only of this kind.")],
) -> Any:
    """Orders, contracts, tickets, feedback, touches and opportunities of a customer, latest first."""
    asking, skip = asking_in(request), read(cursor, int) or 0
    if leaves(asking):
        raise PermissionDenied("what happened with a customer leaves only with the right to see persons")
    with opened(asking) as (_, desk):
        if customer(desk, key) is None:
            raise Http404("there is no such customer")
        there = kinds_there(desk)
        if kind and kind not in there:
            raise Refused(422, "there are no such events", where="kind", remedy=f"choose {', '.join(there)}")
        found, total = events(desk, key, kinds=(kind,) if kind else (), rows=limit, skip=skip)
    seen(asking, key)
    names = ("at", "kind", "what", "words", "amount", "mark")
    following = written(skip + limit) if skip + limit < total else None
    return {
        "items": [{name: getattr(one, name) for name in names} for one in found],
        "total": total,
        "next": following,
    }
