"""Who belongs to a workspace and as what: changed over what was read, taken out, left."""

from __future__ import annotations

from typing import Annotated, Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from ninja import Router, Status
from pydantic import Field

from custrata.web.api.gate import asks, fresh
from custrata.web.api.marks import mark_of, marked, needed, unchanged
from custrata.web.api.rooms.answering import CHANGING, Number, Sent, Slug, Words, answers, asking_in
from custrata.web.api.rooms.settings.members import Member, member_shape
from custrata.web.workspaces.asking import Asking
from custrata.web.workspaces.models import Membership
from custrata.web.workspaces.people import roles
from custrata.web.workspaces.rights import Right, Role
from custrata.web.workspaces.within import within

router = Router(tags=["people"])


class PartText(Sent):
    """What somebody is: a role, whether names of customers are shown, the function that they sign for."""

    role: Role
    persons: bool = False
    function: Annotated[Words, Field(max_length=60)] = ""


@router.get(
    "/workspaces/{slug:slug}/members/{number}",
    auth=asks(Right.SEE),
    response=answers(Member, 304),
    summary="A member",
)
def member(request: HttpRequest, response: HttpResponse, slug: Slug, number: Number) -> Any:
    """One person of the workspace."""
    asking = asking_in(request)
    shape = member_shape(_member(asking, number), asking)
    marked(response, mark_of(shape))
    return unchanged(request, mark_of(shape)) or shape


@router.put(
    "/workspaces/{slug:slug}/members/{number}",
    auth=asks(Right.ADMIN, "people"),
    response=answers(Member, *CHANGING),
    summary="Give somebody another part",
)
def change_member(
    request: HttpRequest, response: HttpResponse, slug: Slug, number: Number, text: PartText
) -> Any:
    """Change role, function and sight of persons over what was read; needs ``If-Match``."""
    asking = asking_in(request)
    fresh(request)
    with transaction.atomic():
        found = _member(asking, number, lock=True)
        stands = member_shape(found, asking)
        needed(request, mark_of(stands), theirs=stands)
        part = roles.part_of(text.role.value, persons=text.persons, function=text.function)
        roles.change(found, part, asking.user)
    shape = member_shape(_member(asking, number), asking)
    marked(response, mark_of(shape))
    return shape


@router.delete(
    "/workspaces/{slug:slug}/members/{number}",
    auth=asks(Right.ADMIN, "people"),
    response=answers(None, status=204),
    summary="Take somebody out",
)
def remove_member(request: HttpRequest, slug: Slug, number: Number) -> Any:
    """Take somebody out of the workspace, with their tokens for it; what they did stays."""
    asking = asking_in(request)
    fresh(request)
    roles.remove(_member(asking, number), asking.user)
    return Status(204, None)


@router.post(
    "/workspaces/{slug:slug}/leave",
    auth=asks(Right.SEE, "people"),
    response=answers(None, 409, 410, status=204),
    summary="Leave",
)
def leave(request: HttpRequest, slug: Slug) -> Any:
    """Leave the workspace oneself; the last admin stays."""
    asking = asking_in(request)
    roles.remove(asking.membership, asking.user)
    return Status(204, None)


def _member(asking: Asking, number: int, *, lock: bool = False) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",)) if lock else Membership.objects.all()
    return within(asking, rows.select_related("user"), number, "member")
