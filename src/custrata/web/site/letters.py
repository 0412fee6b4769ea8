"""The letter NUL, which no database keeps and no person types, is refused before anything is done."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from custrata.web.frame.refusals import refused

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class LettersMiddleware:
    """Lets nothing in that holds the letter NUL; the API says so in its own way."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Refuse the request, or let it through."""
        if not request.path.startswith("/api/") and holds_nul(request):
            what = "What was sent holds the letter NUL, which cannot be kept"
            return refused(request, 400, "This was not sent", what, "", "type it anew, without copying")
        return self.get_response(request)


def holds_nul(request: HttpRequest) -> bool:
    """Whether address or form hold the letter NUL.

    Args:
        request: The request.
    """
    if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
        return True
    if request.method != "POST" or request.content_type not in _FORMS:
        return False
    return any("\x00" in text for key, texts in request.POST.lists() for text in (key, *map(str, texts)))
