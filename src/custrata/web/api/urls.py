"""Addresses of the API; what is not among them is answered with a problem, as every error is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, path, re_path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from custrata.web.api.problems import UNREADABLE, problem, unreadable
from custrata.web.api.repeating import once
from custrata.web.api.root import API

View = Callable[..., HttpResponseBase]
_READ = ("application/json",)
_FORM = "multipart/form-data"
_WITH_FILES = frozenset({"uploads", "from_template"})
"""Names of the addresses to which files are sent."""
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


def nothing(request: HttpRequest) -> HttpResponseBase:
    """The answer for an address behind which there is nothing."""
    return problem(404, "there is nothing here")


def keepable(body: bytes) -> bool:
    r"""Whether every database can keep what a body says: NUL and halves of letters can hide behind escapes.

    Args:
        body: JSON; what is none is left to who reads it.

    Example:
        >>> keepable(rb'"\ud83d\ude00"'), keepable(rb'"\ud83d"'), keepable(rb'"\u0000"')
        (True, False, False)
    """
    if b"\\u0000" in body:
        return False
    if not _HALF.search(body):
        return True
    try:
        json.dumps(json.loads(body), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    except (ValueError, RecursionError):
        return True
    return True


def wearing(view: View) -> View:
    """A view whose every error is a problem, and which does a request with a key once.

    Args:
        view: Of the API.
    """

    @wraps(view)
    def dressed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return problem(422, "no address holds the letter NUL")
        if (wrong := _unfit(request)) is not None:
            return wrong
        try:
            # The gate sets the clock of the workspace; with the request it is taken back.
            with timezone.override(None):
                answer = once(request, lambda: view(request, *args, **kwargs))
        except Http404:
            return nothing(request)
        except UNREADABLE:
            return unreadable()
        if isinstance(answer, HttpResponseNotAllowed):
            refused = problem(405, f"this address knows no {request.method}")
            refused["Allow"] = answer["Allow"]
            return refused
        answer.setdefault("Cache-Control", "private, no-cache")
        return answer

    dressed.__dict__["csrf_exempt"] = True  # the gate checks it, for who comes in by a cookie
    return dressed


def _unfit(request: HttpRequest) -> HttpResponseBase | None:
    """The refusal of a body that nobody reads; None for one that is read, or a form with files."""
    name = request.resolver_match.url_name if request.resolver_match else "api-root"
    if name in _WITH_FILES and request.method == "POST":
        # What is sent without a body goes on to the gate, which says who may send one.
        if request.content_type == _FORM or request.META.get("CONTENT_LENGTH") in (None, "", "0"):
            return None
        return problem(415, "files come as a form", where="Content-Type", remedy=f"send {_FORM}")
    if name != "api-root" and request.body and request.content_type not in _READ:
        return problem(415, "a body is JSON", where="Content-Type", remedy="send application/json")
    if not keepable(request.body):
        return problem(422, "a text holds NUL or half a letter", remedy="send it without")
    return None


def _dressed(found: URLPattern | URLResolver) -> URLPattern:
    pattern = cast(URLPattern, found)
    return URLPattern(pattern.pattern, wearing(pattern.callback), pattern.default_args, pattern.name)


_patterns, _app, _namespace = API.urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("", ([_dressed(found) for found in _patterns], _app, _namespace)),
    re_path(r"^.*$", csrf_exempt(nothing), name="api_nothing"),
]
