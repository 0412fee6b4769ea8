"""Pages go out packed: the longest is a tenth of its length then, and a slow line shows it at once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

LEAST = 8_192
"""Bytes from which packing is worth its time."""


class PackingMiddleware(GZipMiddleware):
    """Packs pages for browsers that take them so; files and answers of the API stay as they are.

    Secrets within a page are safe from who measures its length: the token of a form is masked anew for each
    answer, and Django adds some bytes by chance.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Pack a whole page of some length.

        Args:
            request: What the browser asked, and takes.
            response: What it is answered.
        """
        if not isinstance(response, HttpResponse) or len(response.content) < LEAST:
            return response
        if not response.get("Content-Type", "").startswith("text/html"):
            return response
        if not takes_packed(request.headers.get("Accept-Encoding", "")):
            # Who stands in between still learns that it could have been packed for another.
            patch_vary_headers(response, ("Accept-Encoding",))
            return response
        return super().process_response(request, response)


def takes_packed(said: str) -> bool:
    """Whether a browser takes pages packed by gzip, as RFC 9110 weighs what it says.

    Args:
        said: The header ``Accept-Encoding``.

    Example:
        >>> takes_packed("br, gzip;q=0.5"), takes_packed("gzip;q=0, *")
        (True, False)
    """
    weights = {}
    for part in said.split(","):
        name, *more = (piece.strip() for piece in part.split(";"))
        weights[name] = all(_above_nought(one) for one in more if one.startswith("q="))
    # The old name means the same. A star is never taken at its word: who names gzip nowhere may not know it.
    return weights.get("gzip", weights.get("x-gzip", False))


def _above_nought(weight: str) -> bool:
    try:
        return float(weight.removeprefix("q=")) > 0
    except ValueError:
        return False
