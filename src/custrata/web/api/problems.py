"""What went wrong, for a program: RFC 9457, one form for every error."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.core.exceptions import ValidationError as Unfit
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError, Throttled, ValidationError
from pydantic import Field

from custrata.errors import CustrataError, SnapshotError
from custrata.web.strategies.saving import Conflict

TYPE = "application/problem+json"

UNREADABLE: tuple[type[Exception], ...] = (MultiPartParserError, SuspiciousOperation, UnreadablePostError)
"""What is raised where a form cannot be read: broken off, too large beside its files, of too many files."""

_log = logging.getLogger("django.request")


class Problem(Schema):
    """An error.

    Attributes:
        type: Always ``about:blank``: the status says what kind it is.
        title: The kind in words.
        status: The status of the answer.
        detail: What is wrong, in a sentence.
        remedy: What to do about it.
        where: Which part of the request or of the data it is about.
        errors: Each part of the request that does not fit.
        number: Number of the revision that stands, where somebody else has saved in the meantime.
        theirs: What stands now, by block.
        yours: What was to be saved, by block.
        by: Who saved it, by block.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    remedy: str | None = None
    where: str | None = None
    errors: list[dict[str, Any]] | None = None
    number: int | None = None
    theirs: dict[str, Any] | None = Field(None)
    yours: dict[str, Any] | None = Field(None)
    by: dict[str, str] | None = None


class Refused(Exception):
    """A request that is answered with a problem.

    Attributes:
        status: Of the answer.
        detail: What is wrong.
        more: Further members of the problem.
    """

    def __init__(self, status: int, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.more = more


def problem(status: int, detail: str = "", **more: Any) -> HttpResponse:
    """An answer that says what is wrong.

    Args:
        status: Of the answer.
        detail: In a sentence.
        more: Further members; those that are None are left out.
    """
    said = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    said |= {name: value for name, value in more.items() if value is not None and value != ""}
    return JsonResponse(said, status=status, content_type=TYPE)


def unreadable() -> HttpResponse:
    """The answer to a form that cannot be read."""
    return problem(
        400, "this form cannot be read", where="body", remedy="send fewer files at once, each whole"
    )


def answer_all(api: NinjaAPI) -> None:
    """Let every error of an API be answered with a problem.

    Args:
        api: The API.
    """
    answers: dict[type[Exception], Callable[[Any], HttpResponse]] = {
        Refused: lambda e: problem(e.status, e.detail, **e.more),
        Conflict: _conflict,
        CustrataError: _refused,
        Http404: lambda e: problem(404, "there is nothing here for you"),
        PermissionDenied: lambda e: problem(403, str(e)),
        Unfit: lambda e: problem(422, " ".join(e.messages)),
        ValidationError: _unfit,
        Throttled: _throttled,
        HttpError: lambda e: problem(e.status_code, str(e)),
    }
    answers |= dict.fromkeys(UNREADABLE, lambda e: unreadable())
    for kind, answer in answers.items():
        api.add_exception_handler(kind, _only(answer))
    api.add_exception_handler(Exception, _failed)


def _only(answer: Callable[[Any], HttpResponse]) -> Callable[[HttpRequest, Any], HttpResponse]:
    return lambda request, error: answer(error)


def _conflict(error: Conflict) -> HttpResponse:
    more = {"number": error.number, "theirs": error.theirs, "yours": error.mine, "by": error.by}
    return problem(409, str(error), remedy="read what stands now, then save on top of it", **more)


def _refused(error: CustrataError) -> HttpResponse:
    status = 404 if isinstance(error, SnapshotError) else 422
    return problem(status, error.what, where=error.where, remedy=error.remedy)


def _unfit(error: ValidationError) -> HttpResponse:
    parts = [
        {"where": ".".join(str(step) for step in one.get("loc", ())), "detail": one.get("msg", "")}
        for one in error.errors
    ]
    return problem(422, "parts of the request do not fit", errors=parts)


def _throttled(error: Throttled) -> HttpResponse:
    answer = problem(429, "too many requests", remedy="wait, then go on more slowly")
    answer["Retry-After"] = str(max(1, round(error.wait or 1)))
    return answer


def _failed(request: HttpRequest, error: Any) -> HttpResponse:
    _log.error("fault of the program in %s", request.path, exc_info=error)
    return problem(500, "a fault of the program itself; nothing that was saved is lost")
