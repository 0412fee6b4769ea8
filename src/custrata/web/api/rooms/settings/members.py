"""Who belongs to a workspace."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from custrata.web.api.gate import asks
from custrata.web.api.paging import Cursor, Limit, read, written
from custrata.web.api.rooms.answering import Slug, answers, asking_in
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.rights import Right

router = Router(tags=["people"])


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
