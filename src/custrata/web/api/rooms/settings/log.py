"""What was done in a workspace, and whether the log of the site is whole."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from custrata.web.api.gate import asks
from custrata.web.api.paging import Cursor, read, written
from custrata.web.api.rooms.answering import Slug, answers, asking_in
from custrata.web.audit.reading import Wanted, entries
from custrata.web.audit.verify import verify
from custrata.web.workspaces.rights import Right

router = Router(tags=["people"])


class Entry(Schema):
    """Something that was done."""

    number: int
    at: dt.datetime
    act: str
    thing: str
    who: str
    detail: dict[str, Any]
    hash: str


class Entries(Schema):
    """A page of the log."""

    items: list[Entry]
    next: str | None


class VerdictShape(Schema):
    """What a walk through the log found; ``broken`` is the first entry that is not as it was written."""

    whole: bool
    checked: int
    last: int
    broken: int | None
    reason: str


@router.get("/workspaces/{slug:slug}/audit", auth=asks(Right.ADMIN), response=answers(Entries), summary="Log")
def audit(request: HttpRequest, slug: Slug, cursor: Cursor, act: str = "") -> Any:
    """What was done in the workspace, newest first; each entry holds the hash of all before it."""
    wanted = Wanted(act=act.replace("\x00", ""), before=read(cursor, int))
    lines, following = entries(asking_in(request).workspace, wanted)
    items = [
        {
            "number": line.entry.pk,
            "at": line.entry.at,
            "act": line.entry.act,
            "thing": line.entry.thing,
            "who": line.who,
            "detail": line.entry.detail,
            "hash": line.entry.hash,
        }
        for line in lines
    ]
    return {"items": items, "next": written(following) if following else None}


@router.get(
    "/workspaces/{slug:slug}/audit/verification",
    auth=asks(Right.ADMIN),
    response=answers(VerdictShape),
    summary="Whether the log is whole",
)
def verification(request: HttpRequest, slug: Slug) -> Any:
    """Walk through the whole log of the site and say whether it is as it was written."""
    found = verify()
    names = ("whole", "checked", "last", "broken", "reason")
    return {name: getattr(found, name) for name in names}
