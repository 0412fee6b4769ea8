"""ETags: what a thing was when it was read, so that nothing is sent twice or saved over unseen."""

from __future__ import annotations

import hashlib
import json
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags, quote_etag

from custrata.web.api.problems import Refused

Standing = TypeVar("Standing", int, str)


def mark_of(shape: Any) -> str:
    """The mark of a thing that counts no revisions: a hash of what it says.

    Args:
        shape: Plain values.

    Example:
        >>> mark_of({"a": 1, "b": 2}) == mark_of({"b": 2, "a": 1}) != mark_of({"a": 1})
        True
    """
    text = json.dumps(shape, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def unchanged(request: HttpRequest, mark: str) -> HttpResponse | None:
    """304 for who holds this version already; None for who does not.

    Args:
        request: Its ``If-None-Match``.
        mark: Of the version that stands.
    """
    quoted = quote_etag(mark)
    given = [m.removeprefix("W/") for m in parse_etags(request.headers.get("If-None-Match", ""))]
    if quoted not in given and given != ["*"]:
        return None
    answer = HttpResponse(status=304)
    answer["ETag"] = quoted
    return answer


def marked(response: HttpResponse, mark: str) -> None:
    """Put the mark of a version on an answer."""
    response["ETag"] = quote_etag(mark)


def wanted(request: HttpRequest) -> str | None:
    """The one mark of ``If-Match``; None where there is none.

    Args:
        request: The request.

    Raises:
        Refused: There is more than one, or none that was given out here.
    """
    given = [m.removeprefix("W/").strip('"') for m in parse_etags(request.headers.get("If-Match", ""))]
    if not given:
        return None
    if len(given) > 1:
        raise Refused(412, "If-Match names more than one version", where="If-Match")
    return given[0]


def needed(request: HttpRequest, standing: Standing, **texts: Any) -> Standing:
    """The number or mark of the version that a change is made on, which is the one that stands.

    Args:
        request: Its ``If-Match``.
        standing: Number or mark of the version that stands.
        texts: What to show who looked at another.

    Raises:
        Refused: 428 without the header, 412 where another version stands by now.
    """
    given = wanted(request)
    if given is None:
        raise Refused(428, "say which version this changes", where="If-Match", remedy="send its ETag")
    if given not in (str(standing), "*"):
        raise Refused(
            412,
            "another version stands by now",
            where="If-Match",
            remedy="read what stands, then save on top of it",
            number=standing if isinstance(standing, int) else None,
            **texts,
        )
    return standing
