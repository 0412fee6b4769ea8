"""Who was told that a snapshot stands is shown no older one, whichever process answers."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from custrata.engine.snapshots import SnapshotStore
from custrata.web.workspaces.handover import NEWEST, waiting_for
from custrata.web.workspaces.models import Workspace

COOKIE = "__Host-built" if settings.SESSION_COOKIE_SECURE else "built"
"""Behind TLS under a name that no neighbour in the domain can set; such a cookie is one of the whole site."""
SECONDS = 60
"""How long it is remembered; a process hands over long before."""


class PromiseMiddleware:
    """Lets a request wait for the snapshot that its sender knows of, and a program for the latest."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; what asks for no snapshot waits for none."""
        # A program reads the end of its build in one process and the figures in another, without cookies.
        program = "Authorization" in request.headers
        with waiting_for(NEWEST if program else _promised(request)):
            return self.get_response(request)


def _promised(request: HttpRequest) -> str:
    """The snapshot that was promised of the workspace that is asked for; empty for none."""
    slug, _, fingerprint = request.COOKIES.get(COOKIE, "").partition(".")
    return fingerprint if slug and request.path.startswith(f"/w/{slug}/") else ""


def promise_newest(answer: HttpResponse, workspace: Workspace) -> None:
    """Remember with the person that the latest snapshot stands: they were told that a build has ended.

    Args:
        answer: What tells it.
        workspace: Where.
    """
    folder = SnapshotStore(workspace.place.state).current()
    if folder is not None:
        promise(answer, workspace.slug, folder.name.partition(".")[0])


def promise(answer: HttpResponse, slug: str, fingerprint: str) -> None:
    """Remember with the person that a snapshot stands.

    Args:
        answer: What tells it.
        slug: The workspace's part of the address.
        fingerprint: Of the snapshot.
    """
    answer.set_cookie(
        COOKIE,
        f"{slug}.{fingerprint}",
        max_age=SECONDS,
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
