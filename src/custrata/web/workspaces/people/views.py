"""The page of people and roles."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from custrata.errors import SettingError
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.configuring.saving import want_second_factor
from custrata.web.workspaces.models import Invitation, Membership
from custrata.web.workspaces.people import inviting, roles
from custrata.web.workspaces.rights import Right, Role
from custrata.web.workspaces.within import within

SAID = {
    Role.VIEWER: "reads everything but names and addresses of customers",
    Role.COMMENTER: "reads and comments",
    Role.EDITOR: "changes the strategy",
    Role.ANALYST: "changes data and builds; sees names and addresses of customers where you allow it",
    Role.ADMIN: "does all of this, and looks after people and settings",
}
"""What a role may do, in words."""


@never_cache
@require_GET
@needs(Right.SEE)
def people(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Who belongs to the workspace."""
    return _page(request, asking)


@never_cache
@require_POST
@needs(Right.ADMIN)
def invite(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Invite an address; the answer shows the link, this once."""
    raise_if_reauthentication_required(request, app="custrata")
    try:
        part = _part(request)
        invitation, path = inviting.invite(
            asking.workspace, request.POST.get("address", ""), part, asking.user
        )
    except SettingError as error:
        return _page(request, asking, status=422, wrong=error, typed=request.POST)
    link = request.build_absolute_uri(path)
    return _page(request, asking, link=link, invited=invitation.email, sent=inviting.send(invitation, link))


@require_POST
@needs(Right.ADMIN)
def change(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Give somebody another role, function, or sight of personal data."""
    raise_if_reauthentication_required(request, app="custrata")
    return _done(request, asking, number, "change")


@require_POST
@needs(Right.ADMIN)
def remove(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Take somebody out of the workspace."""
    return _done(request, asking, number, "remove")


@require_POST
@needs(Right.SEE)
def leave(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Leave the workspace oneself."""
    try:
        roles.remove(asking.membership, asking.user)
    except SettingError as error:
        return _page(request, asking, status=422, wrong=error)
    return redirect("front")


@require_POST
@needs(Right.ADMIN)
def withdraw(request: HttpRequest, asking: Asking, number: int) -> HttpResponse:
    """Take an invitation back."""
    inviting.withdraw(within(asking, Invitation.objects.all(), number, "invitation"), asking.user)
    messages.info(request, "The invitation is withdrawn; its link opens nothing any more.")
    return redirect("people", asking.workspace.slug)


@require_POST
@needs(Right.ADMIN)
def second_factor(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Let people in only with a second factor, or without one as well."""
    raise_if_reauthentication_required(request, app="custrata")
    wanted = request.POST.get("second_factor") == "on"
    want_second_factor(asking, wanted=wanted)
    messages.info(request, "Everybody needs a second factor from now on." if wanted else "Saved.")
    return redirect("people", asking.workspace.slug)


def _done(request: HttpRequest, asking: Asking, number: int, what: str) -> HttpResponse:
    membership = within(asking, Membership.objects.all(), number, "member")
    try:
        if what == "remove":
            roles.remove(membership, asking.user)
        else:
            roles.change(membership, _part(request), asking.user)
    except SettingError as error:
        return _page(request, asking, status=422, wrong=error)
    messages.info(request, "Saved.")
    return redirect("people", asking.workspace.slug)


def _part(request: HttpRequest) -> roles.Part:
    return roles.part_of(
        request.POST.get("role", ""),
        persons=request.POST.get("persons") == "on",
        function=request.POST.get("function", ""),
    )


def _page(request: HttpRequest, asking: Asking, *, status: int = 200, **given: Any) -> HttpResponse:
    members = list(asking.workspace.memberships.select_related("user").order_by("user__name", "user__email"))
    admins = sum(1 for member in members if member.role == Role.ADMIN)
    page = Page(
        "settings",
        "People",
        finding="One person belongs here, an admin"
        if len(members) == 1
        else f"{len(members)} people belong here, {admins} of them {'an admin' if admins == 1 else 'admins'}",
        crumbs=(("Settings", f"/w/{asking.workspace.slug}/settings/"),),
    )
    may = asking.may(Right.ADMIN)
    given |= {
        "members": members,
        "roles": [(role.value, SAID[role]) for role in Role],
        "invitations": list(inviting.open_ones(asking.workspace)) if may else [],
        "tab": "people",
    }
    return show(request, asking, "workspaces/people.html", page, status=status, **given)
