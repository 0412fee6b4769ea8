"""ETags: what a thing was when it was read, so that nothing is sent twice or saved over unseen."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags, quote_etag

from custrata.web.api.problems import Refused


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


def needed(request: HttpRequest, standing: int, **texts: Any) -> int:
    """The number of the version that a change is made on, which is the one that stands.

    Args:
        request: Its ``If-Match``.
        standing: Number of the version that stands.
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
            number=standing,
            **texts,
        )
    return standing
