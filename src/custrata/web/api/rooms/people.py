"""Who asks, and the workspaces to which the person belongs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from custrata.web.accounts.models import User
from custrata.web.api.gate import asks
from custrata.web.api.paging import Cursor, Limit, page
from custrata.web.api.rooms.answering import Slug, answers, asking_in, person_in
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
