"""Who asks, in which workspace, with which rights: settled before a page begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from zoneinfo import ZoneInfo

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from custrata.web.accounts.models import User
from custrata.web.workspaces.configuring.display import display_of
from custrata.web.workspaces.models import Membership, Workspace
from custrata.web.workspaces.rights import Right

P = ParamSpec("P")


@dataclass(frozen=True)
class Asking:
    """A person in a workspace.

    Attributes:
        workspace: Where.
        user: Who.
        rights: What the person may do there.
        membership: The person's role.
    """

    workspace: Workspace
    user: User
    rights: frozenset[Right]
    membership: Membership

    def may(self, right: Right) -> bool:
        """Whether the person has a right."""
        return right in self.rights

    @property
    def rights_by_name(self) -> dict[str, bool]:
        """What the person may and may not do, as templates ask for it."""
        return {right.value: self.may(right) for right in Right}


class OutAgain(PermissionDenied):
    """A script asks for somebody who is not in, or no longer: what it would take for an answer is a door."""

    def __init__(self) -> None:
        super().__init__("your session has ended; what you typed is still here")


class SecondFactorWanted(PermissionDenied):
    """The workspace lets nobody in who has not set up a second factor.

    Attributes:
        workspace: Which.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("this workspace wants a second factor: set one up first")
        self.workspace = workspace


View = Callable[Concatenate[HttpRequest, Asking, P], HttpResponseBase]


def needs(right: Right) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, str, P], HttpResponseBase]]:
    """A view of a workspace for people with a right; its second argument is who asks.

    Who is not in the workspace learns nothing, not even that it is there: 404. Who is in it without the right
    is refused: 403. Who has not come in is sent to the door, who lacks a second factor where the workspace
    wants one is led to set it up. A script is led nowhere: it would take the door for what it asked for, and
    drop what somebody typed as if it were saved.

    Args:
        right: The right that is needed.
    """

    def decorate(view: View[P]) -> Callable[Concatenate[HttpRequest, str, P], HttpResponseBase]:
        @wraps(view)
        def guarded(request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                if by_script(request):
                    raise OutAgain
                return cast(HttpResponse, redirect_to_login(request.get_full_path()))
            try:
                asking = asking_of(request.user, slug)
            except SecondFactorWanted as wanted:
                if by_script(request):
                    raise
                request.session["second_factor_for"] = str(wanted.workspace)
                return redirect("second_factor")
            if not asking.may(right):
                raise PermissionDenied(f"this needs the right to {right}")
            # Days and times are those of the workspace, wherever it is looked at from.
            with timezone.override(zone_of(asking.workspace)):
                answer = view(request, asking, *args, **kwargs)
            # What stands here is for its reader, and to be asked for anew.
            answer.setdefault("Cache-Control", "private, no-cache")
            return answer

        guarded.__dict__["right"] = right  # read by the test of the permission matrix
        return cast(Callable[Concatenate[HttpRequest, str, P], HttpResponseBase], guarded)

    return decorate


def by_script(request: HttpRequest) -> bool:
    """Whether a script of a page asks, which takes a part or values, and no other page.

    Args:
        request: What is asked.
    """
    headers = request.headers
    asked = "HX-Request" in headers or "X-One-File" in headers or headers.get("X-Requested-With") == "fetch"
    return asked or "application/json" in headers.get("Accept", "")


def zone_of(workspace: Workspace) -> ZoneInfo:
    """The time zone of a workspace; UTC where the one that was chosen is known no more.

    Args:
        workspace: Which.
    """
    try:
        return ZoneInfo(display_of(workspace.display)["timezone"])
    except (KeyError, ValueError, OSError):  # the zones of the system may change under a site
        return ZoneInfo("UTC")


def asking_of(user: User, slug: str) -> Asking:
    """Somebody in a workspace.

    Args:
        user: Who.
        slug: The workspace's part of the address.

    Raises:
        Http404: There is no such workspace, or the person does not belong to it.
        SecondFactorWanted: The workspace wants a second factor, and the person has none.
    """
    found = Membership.objects.select_related("workspace").filter(workspace__slug=slug, user=user).first()
    if found is None:
        raise Http404("there is no such workspace")
    if found.workspace.second_factor and not is_mfa_enabled(user):
        raise SecondFactorWanted(found.workspace)
    return Asking(found.workspace, user, found.rights, found)
