"""Who one is, which workspaces there are, who belongs to one, and what was done there."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from custrata.web.accounts.models import User
from custrata.web.api.gate import asks
from custrata.web.api.paging import Cursor, Limit, page, read, written
from custrata.web.api.rooms.answering import Slug, answers, asking_in, person_in
from custrata.web.audit.reading import Wanted, entries
from custrata.web.audit.verify import verify
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.rights import Right

router = Router(tags=["people"])


class WorkspaceShape(Schema):
    """A workspace as the person sees it."""

    slug: str
    name: str
    sample: bool
    role: str
    rights: list[str]


class Me(Schema):
    """Who asks."""

    email: str
    name: str
    workspaces: list[WorkspaceShape]


class Workspaces(Schema):
    """A page of workspaces."""

    items: list[WorkspaceShape]
    next: str | None


class Member(Schema):
    """Somebody of the workspace; the address only for admins."""

    number: int
    name: str
    role: str
    function: str
    persons: bool
    email: str | None


class Members(Schema):
    """A page of members."""

    items: list[Member]
    next: str | None


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


@router.get("/me", auth=asks(None), response=answers(Me), summary="Who asks, and where the person belongs")
def me(request: HttpRequest) -> Any:
    """Who asks, and the workspaces that the person, or the token, reaches."""
    user = person_in(request)
    return {"email": user.email, "name": str(user), "workspaces": _workspaces(request, user)}


@router.get("/workspaces", auth=asks(None), response=answers(Workspaces), summary="Workspaces")
def workspaces(request: HttpRequest, limit: Limit, cursor: Cursor) -> Any:
    """The workspaces that the person, or the token, reaches."""
    items, following = page(_workspaces(request, person_in(request)), limit, cursor)
    return {"items": items, "next": following}


@router.get(
    "/workspaces/{slug:slug}", auth=asks(Right.SEE), response=answers(WorkspaceShape), summary="A workspace"
)
def workspace(request: HttpRequest, slug: Slug) -> Any:
    """One workspace."""
    return _shape(asking_in(request).membership)


@router.get(
    "/workspaces/{slug:slug}/members", auth=asks(Right.SEE), response=answers(Members), summary="Members"
)
def members(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """Who belongs to the workspace."""
    asking = asking_in(request)
    rows = Membership.objects.filter(workspace=asking.workspace).select_related("user").order_by("pk")
    after = read(cursor, int) or 0
    found = list(rows.filter(pk__gt=after)[: limit + 1])
    items = [member_shape(m, asking) for m in found[:limit]]
    return {"items": items, "next": written(found[limit - 1].pk) if len(found) > limit else None}


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


def member_shape(membership: Membership, asking: Asking) -> dict[str, Any]:
    """Somebody of the workspace as plain values.

    Args:
        membership: Whose.
        asking: Who asks.
    """
    return {
        "number": membership.pk,
        "name": str(membership.user),
        "role": membership.role,
        "function": membership.function,
        "persons": membership.persons,
        "email": membership.user.email if asking.may(Right.ADMIN) else None,
    }


def _workspaces(request: HttpRequest, user: User) -> list[dict[str, Any]]:
    rows = Membership.objects.filter(user=user).select_related("workspace").order_by("workspace__slug")
    bound = getattr(request, "bound_to", None)
    return [_shape(m) for m in (rows.filter(workspace=bound) if bound is not None else rows)]


def _shape(membership: Membership) -> dict[str, Any]:
    held = membership.workspace
    return {
        "slug": held.slug,
        "name": held.name,
        "sample": held.sample,
        "role": membership.role,
        "rights": sorted(right.value for right in membership.rights),
    }
