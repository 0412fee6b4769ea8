"""The one door of the API: who asks, in which workspace, with which right."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import APIKeyCookie, HttpBearer

from custrata.web.accounts import tokens
from custrata.web.accounts.models import User
from custrata.web.workspaces.asking import Asking, asking_of
from custrata.web.workspaces.models import Workspace
from custrata.web.workspaces.rights import Right

READING = frozenset({"GET", "HEAD", "OPTIONS"})
EVERYWHERE = frozenset({"read", "write"})
"""What a person who has come in by the browser may do."""


def let_in(
    request: HttpRequest,
    user: User,
    scopes: frozenset[str],
    bound: Workspace | None,
    right: Right | None,
) -> Asking | User:
    """Who asks, once all rights are checked; every operation passes here.

    Args:
        request: The request.
        user: Who.
        scopes: ``read``, ``write`` or both.
        bound: The one workspace that a token reaches; None for a person.
        right: What the operation needs in its workspace; None for one that is about the person alone.

    Raises:
        Http404: There is no such workspace for this person or token.
        PermissionDenied: The right or the scope is missing.
    """
    scope = "read" if request.method in READING else "write"
    if scope not in scopes:
        raise PermissionDenied(f"this token may not {scope}")
    request.bound_to = bound  # type: ignore[attr-defined]  # read by what lists workspaces, and by ``leaves``
    if right is None:
        return user
    slug = request.resolver_match.kwargs["slug"] if request.resolver_match else ""
    if bound is not None and bound.slug != slug:
        raise Http404("this token reaches another workspace")
    asking = asking_of(user, slug)
    if not asking.may(right):
        raise PermissionDenied(f"this needs the right to {right}")
    return asking


def leaves(request: HttpRequest, asking: Asking) -> bool:
    """Whether an answer leaves the workspace for somebody who may not see persons.

    What a program reads with a token lies outside from then on, in files and systems that this site does not
    know; what a person reads who has come in by the browser stays before their eyes, as on the pages.

    Args:
        request: The request, as it came through the door.
        asking: Who asks.
    """
    return getattr(request, "bound_to", None) is not None and not asking.may(Right.PERSONS)


class Token(HttpBearer):
    """A program that shows its token."""

    def __init__(self, right: Right | None) -> None:
        super().__init__()
        self.right = right

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """Who the token stands for, with all rights checked."""
        found = tokens.user_of(token)
        if found is None:
            raise AuthenticationError(message="this token opens nothing")
        return let_in(request, found.user, found.scopes, found.workspace, self.right)


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


def asks(right: Right | None) -> list[Any]:
    """The ways of coming in for an operation.

    Args:
        right: What it needs; None for one that is about the person alone.
    """
    return [Token(right), Session(right)]
