"""Pages go out packed: the longest is a tenth of its length then, and a slow line shows it at once."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

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
        return super().process_response(request, response)
