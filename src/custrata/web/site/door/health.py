"""Whether the site is well, for a proxy or a watcher that asks every few seconds."""

from __future__ import annotations

from collections.abc import Callable

from django.db import Error, connection
from django.http import HttpRequest, HttpResponse

PATH = "/healthz"


class HealthMiddleware:
    """Answers ``/healthz`` before anything else: no host, no session and no TLS is asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Say whether the database answers; anything else is let through."""
        if request.path != PATH or request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        well = database_answers()
        said = "well" if well else "the database does not answer"
        answer = HttpResponse(said + "\n", status=200 if well else 503, content_type="text/plain")
        answer["Cache-Control"] = "no-store"
        return answer


def database_answers() -> bool:
    """Whether the database answers a question just now."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone())
    except Error:
        connection.close()
        return False
