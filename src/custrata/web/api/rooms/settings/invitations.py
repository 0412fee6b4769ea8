"""Invitations: made, listed, withdrawn; the link is told once."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router, Schema, Status
from pydantic import Field

from custrata.web.api.gate import asks, fresh
from custrata.web.api.paging import Cursor, Limit, read, written
from custrata.web.api.repeating import tell_once
from custrata.web.api.rooms.answering import Number, Slug, Words, answers, asking_in
from custrata.web.api.rooms.settings.roles import PartText
from custrata.web.workspaces.models import Invitation
from custrata.web.workspaces.people import inviting, roles
from custrata.web.workspaces.rights import Right, Role
from custrata.web.workspaces.within import within

router = Router(tags=["people"])


class InvitationShape(Schema):
    """An invitation; its path is told when it is made, and never again."""

    number: int
    email: str
    role: Role
    persons: bool
    function: str
    expires_at: dt.datetime
    path: str | None
    sent: bool | None


class Invitations(Schema):
    """A page of invitations that still let somebody in, newest first."""

    items: list[InvitationShape]
    next: str | None


class InvitationText(PartText):
    """Whom to invite, as what."""

    email: Annotated[Words, Field(max_length=254)]


@router.get(
    "/workspaces/{slug:slug}/invitations",
    auth=asks(Right.ADMIN),
    response=answers(Invitations),
    summary="Invitations",
)
def invitations(request: HttpRequest, slug: Slug, limit: Limit, cursor: Cursor) -> Any:
    """Who is invited and has not come yet."""
    rows, before = inviting.open_ones(asking_in(request).workspace).order_by("-pk"), read(cursor, int)
    found = list((rows.filter(pk__lt=before) if before is not None else rows)[: limit + 1])
    following = written(found[limit - 1].pk) if len(found) > limit else None
    return {"items": [_shape(one) for one in found[:limit]], "next": following}


@router.post(
    "/workspaces/{slug:slug}/invitations",
    auth=asks(Right.ADMIN, "people"),
    response=answers(InvitationShape, 409, 410, status=201),
    summary="Invite somebody",
)
def invite(request: HttpRequest, slug: Slug, text: InvitationText) -> Any:
    """Invite an address; an earlier invitation of it works no more. The path of the link is told once."""
    asking = asking_in(request)
    fresh(request)
    tell_once(request, "path")
    part = roles.part_of(text.role.value, persons=text.persons, function=text.function)
    made, path = inviting.invite(asking.workspace, text.email, part, asking.user)
    sent = inviting.send(made, request.build_absolute_uri(path))
    return Status(201, _shape(made) | {"path": path, "sent": sent})


@router.delete(
    "/workspaces/{slug:slug}/invitations/{number}",
    auth=asks(Right.ADMIN, "people"),
    response=answers(None, status=204),
    summary="Withdraw an invitation",
)
def withdraw_invitation(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Take an invitation back; its link opens nothing any more."""
    asking = asking_in(request)
    inviting.withdraw(within(asking, Invitation.objects.all(), number, "invitation"), asking.user)
    return Status(204, None)


def _shape(made: Invitation) -> dict[str, Any]:
    names = ("email", "role", "persons", "function", "expires_at")
    return {"number": made.pk, "path": None, "sent": None} | {name: getattr(made, name) for name in names}
