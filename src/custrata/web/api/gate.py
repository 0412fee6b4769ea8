"""The one door of the API: who asks, in which workspace, with which right."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja.errors import AuthenticationError
from ninja.security import APIKeyCookie, HttpBearer

from custrata.keeping import Kept
from custrata.project.live.small import scene_to_leave
from custrata.project.showing.scene import Scene
from custrata.web.accounts import tokens
from custrata.web.accounts.models import User
from custrata.web.accounts.tokens import PEOPLE, SCOPES
from custrata.web.strategies.staging import scene_of
from custrata.web.workspaces.asking import Asking, asking_of, zone_of
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right

READING = frozenset({"GET", "HEAD", "OPTIONS"})
_veiled: Kept[Scene, Scene] = Kept(scene_to_leave, most=8)
_MAY = {PEOPLE: "look after people"}
EVERYWHERE = SCOPES
"""What a person who has come in by the browser may do."""


def let_in(
    request: HttpRequest,
    user: User,
    scopes: frozenset[str],
    bound: Workspace | None,
    right: Right | None,
    scope: str = "",
) -> Asking | User:
    """Who asks, once all rights are checked, by the clock of the workspace; every operation passes here.

    Args:
        request: The request.
        user: Who.
        scopes: Some of ``read``, ``write`` and ``people``.
        bound: The one workspace that a token reaches; None for a person.
        right: What the operation needs in its workspace; None for one that is about the person alone.
        scope: What a token needs beside reading or writing; empty for nothing.

    Raises:
        Http404: There is no such workspace for this person or token.
        PermissionDenied: The right or the scope is missing.
    """
    for wanted in ("read" if request.method in READING else "write", scope):
        if wanted and wanted not in scopes:
            raise PermissionDenied(f"this token may not {_MAY.get(wanted, wanted)}")
    request.bound_to = bound  # type: ignore[attr-defined]  # read by what lists workspaces
    if right is None:
        return user
    slug = request.resolver_match.kwargs["slug"] if request.resolver_match else ""
    if bound is not None and bound.slug != slug:
        raise Http404("this token reaches another workspace")
    asking = asking_of(user, slug)
    if not asking.may(right):
        raise PermissionDenied(f"this needs the right to {right}")
    # Days are those of the workspace, as on its pages.
    timezone.activate(zone_of(asking.workspace))
    return asking


def fresh(request: HttpRequest) -> None:
    """Let a person go on who has shown the password or passkey a short while ago, as pages want it.

    A program has shown its token, which was made by somebody who had.

    Args:
        request: The request, as it came through the door.

    Raises:
        PermissionDenied: It was too long ago.
    """
    if getattr(request, "bound_to", None) is not None:
        return
    try:
        raise_if_reauthentication_required(request, app="custrata")
    except ReauthenticationRequired as error:
        raise PermissionDenied(
            "this asks for the password again: come in anew, then send it again"
        ) from error


def leaves(asking: Asking) -> bool:
    """Whether an answer leaves the workspace for somebody who may not see persons.

    Whatever is read here lies outside from then on, in files and systems that this site does not know, by
    whichever door the reader came; what pages show stays before their eyes.

    Args:
        asking: Who asks.
    """
    return not asking.may(Right.PERSONS)


def scene_leaving(asking: Asking) -> Scene:
    """The scene of a workspace as it may leave for who asks: files, claims and findings are made of it.

    Args:
        asking: Who asks, where.

    Raises:
        SnapshotError: Nothing has been built yet.
        DocumentError: No strategy has been drafted yet.
    """
    scene = scene_of(asking.workspace)
    return _veiled(scene) if leaves(asking) else scene


class Token(HttpBearer):
    """A program that shows its token."""

    def __init__(self, right: Right | None, scope: str = "") -> None:
        super().__init__()
        self.right = right
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Who the token stands for, with all rights checked."""
        found = tokens.user_of(token)
        if found is None:
            raise AuthenticationError(message="this token opens nothing")
        return let_in(request, found.user, found.scopes, found.workspace, self.right, self.scope)


class Session(APIKeyCookie):
    """A person who has come in by the browser; what changes anything carries the CSRF token."""

    param_name = settings.SESSION_COOKIE_NAME

    def __init__(self, right: Right | None) -> None:
        super().__init__()
        self.right = right

    def __call__(self, request: HttpRequest) -> Any:
        """Who has come in; None for nobody, and for who shows another way of coming in."""
        if request.headers.get("Authorization") or not request.user.is_authenticated:
            return None
        self._get_key(request)
        return self.authenticate(request, None)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        """Who has come in, with all rights checked."""
        user = request.user
        return let_in(request, user, EVERYWHERE, None, self.right) if isinstance(user, User) else None


def asks(right: Right | None, scope: str = "") -> list[Any]:
    """The ways of coming in for an operation.

    Args:
        right: What it needs; None for one that is about the person alone.
        scope: What a token needs beside reading or writing; empty for nothing.
    """
    return [Token(right, scope), Session(right)]
