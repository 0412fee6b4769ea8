"""What went wrong, in words: errors of the library reach the page with their remedy, never as a traceback."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import DisallowedHost, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from custrata.errors import CustrataError, DocumentError, SnapshotError
from custrata.web.frame.page import Page, show
from custrata.web.workspaces.asking import Asking, OutAgain, SecondFactorWanted, asking_of

_WORKSPACE = re.compile(r"^/w/([-\w]+)/")


@dataclass(frozen=True)
class Refusal:
    """What is said when something is not done.

    Attributes:
        status: Of the answer.
        title: What it comes to, in a few words.
        what: What is wrong.
        where: File, line or setting.
        remedy: What to do.
        action: Label and address of the one button; empty leads home.
    """

    status: int
    title: str
    what: str
    where: str = ""
    remedy: str = ""
    action: tuple[str, str] = ("", "")


class RefusalMiddleware:
    """Turns errors that a person may see into a page that says what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an error; None for those that are not ours to say."""
        if isinstance(error, SnapshotError | DocumentError) and request.method in ("GET", "HEAD"):
            return _answer(request, _nothing_yet(request, error))
        if isinstance(error, CustrataError):
            status, title = 422, "This did not work"
            return refused(request, status, title, _counted(error), error.where, error.remedy)
        if isinstance(error, OutAgain):
            remedy = "come in again in another tab, then load this page again"
            return refused(request, 401, "You are no longer in", str(error), "", remedy)
        if isinstance(error, PermissionDenied):
            return forbidden(request, error)
        if isinstance(error, Http404):
            return not_found(request, error)
        return None


def refused(
    request: HttpRequest, status: int, title: str, what: str, where: str, remedy: str
) -> HttpResponse:
    """A page, or its part where a part was asked for, that says what, where and what to do.

    Args:
        request: The request.
        status: Of the answer: 401, 403, 404, 409, 422, 500.
        title: What it comes to, in a few words.
        what: What is wrong, without a full stop.
        where: File, line or setting; may be empty.
        remedy: What to do, as an instruction without a full stop.
    """
    return _answer(request, Refusal(status, title, what, where, remedy))


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for what somebody may look at and not do."""
    what = str(exception) or "this needs another right"
    return refused(request, 403, "You may look, but not do this", what, "", "ask an admin for the right")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose proof of origin is missing or too old."""
    what = "The form was open for too long, or did not come from this site"
    return refused(request, 403, "This was not sent", what, "", "go back, load the page again, send it again")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address behind which there is nothing for this person."""
    what = "This page is not there, or not for you"
    return refused(request, 404, "There is nothing here", what, "", "go home, or search")


def unread(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that is not read at all, such as one by a name that is not this site's."""
    if isinstance(exception, DisallowedHost):
        what = "This site was asked by a name or an address that it does not know as its own"
        remedy = "ask by its own name; who runs this site can add another to CUSTRATA_HOSTS"
    else:
        what = "What was sent cannot be read, or is more than a page takes"
        remedy = "go back, load the page again, send it again"
    return _plain(request, Refusal(400, "This is not answered here", what, "", remedy))


def failed(request: HttpRequest) -> HttpResponse:
    """The page for a fault of the program itself; it asks nothing of the database, which may be the fault."""
    what = "A fault of the program itself; nothing that was saved is lost"
    remedy = "try again; if it stays, tell who runs this site"
    return _plain(request, Refusal(500, "Something broke here", what, "", remedy))


def _plain(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Without asking who asks: neither the database nor the session need be there."""
    template = "frame/refusal_part.html" if "HX-Request" in request.headers else "frame/refusal.html"
    answer = HttpResponse(render_to_string(template, {"refusal": refusal}), status=refusal.status)
    answer["X-Refusal"] = str(refusal.status)
    return answer


def _nothing_yet(request: HttpRequest, error: CustrataError) -> Refusal:
    """Nothing has been built, or no strategy drafted: where to begin."""
    found = _WORKSPACE.match(request.path)
    begin = ("Add data", reverse("data", args=[found[1]])) if found else ("", "")
    title = "Nothing is built yet" if isinstance(error, SnapshotError) else "There is no strategy yet"
    return Refusal(422, title, _counted(error), error.where, error.remedy, begin)


def _counted(error: CustrataError) -> str:
    return f"{error.what} ({error.how_many:,} in all)" if error.how_many is not None else error.what


def _answer(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    asking = _asking(request)
    if "HX-Request" in request.headers or asking is None:
        return _bare(request, refusal)
    page = Page("", refusal.title)
    answer = show(request, asking, "frame/refused.html", page, status=refusal.status, refusal=refusal)
    answer["X-Refusal"] = str(refusal.status)
    return answer


def _bare(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Without the frame: a part of a page, or a page for who is in no workspace."""
    part = "HX-Request" in request.headers
    template = "frame/refusal_part.html" if part else "frame/refusal.html"
    answer = render(request, template, {"refusal": refusal, "title": refusal.title}, status=refusal.status)
    answer["X-Refusal"] = str(refusal.status)
    return answer


def _asking(request: HttpRequest) -> Asking | None:
    """Who asks, if the address lies in a workspace of theirs that lets them in."""
    found, user = _WORKSPACE.match(request.path), getattr(request, "user", None)
    if found is None or user is None or not user.is_authenticated:
        return None
    try:
        return asking_of(user, found[1])
    except (Http404, SecondFactorWanted):
        return None
