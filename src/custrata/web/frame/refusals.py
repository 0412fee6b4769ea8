"""What went wrong, in words: every error of the library reaches the page with its remedy, never as a traceback."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from custrata.errors import CustrataError


class RefusalMiddleware:
    """Turns errors that a person may see into a page that says what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request through."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an error; None for those that are not ours to say."""
        if isinstance(error, CustrataError):
            return refused(request, 422, "This did not work", error.what, error.where, error.remedy)
        if isinstance(error, PermissionDenied):
            return refused(
                request, 403, "You may look, but not do this", str(error), "", "ask an admin for the right"
            )
        if isinstance(error, Http404):
            return not_found(request, error)
        return None


def refused(
    request: HttpRequest, status: int, title: str, what: str, where: str, remedy: str
) -> HttpResponse:
    """A page, or its part where a part was asked for, that says what, where and what to do."""
    htmx = bool(request.headers.get("HX-Request"))
    template = "frame/refusal_part.html" if htmx else "frame/refusal.html"
    said = {"title": title, "what": what, "where": where, "remedy": remedy}
    return render(request, template, said, status=status)


def not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    """The page for an address behind which there is nothing for this person."""
    return refused(
        request,
        404,
        "There is nothing here",
        "This page is not there, or not for you",
        "",
        "go back to the front page",
    )


def failed(request: HttpRequest) -> HttpResponse:
    """The page for a fault of the program itself."""
    what = "A fault of the program itself; nothing that was saved is lost"
    return refused(
        request, 500, "Something broke here", what, "", "try again; if it stays, tell who runs this site"
    )
