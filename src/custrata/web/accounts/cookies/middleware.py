"""Brings the session of a request, and gives the browser its key."""

from __future__ import annotations

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from custrata.web.accounts.cookies.idleness import note_use, rested
from custrata.web.accounts.cookies.store import MARK, CookieSession


class CookieSessionMiddleware(SessionMiddleware):
    """Django's, for sessions of which the browser alone has the key."""

    def process_request(self, request: HttpRequest) -> None:
        """Bring the session; what only the database could have told opens none, nor one left alone."""
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        taken = None if not key or key.startswith(MARK) else key
        request.session = CookieSession(taken)
        if taken and rested(request.session):
            request.session.flush()
        elif taken:
            note_use(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Save what changed, and give the browser the key in place of what is stored of it."""
        try:
            answer = super().process_response(request, response)
        except OperationalError:
            if request.method not in ("GET", "HEAD"):
                raise
            return response  # that somebody was here is worth less than what they came to read
        cookie = answer.cookies.get(settings.SESSION_COOKIE_NAME)
        session = request.session
        if cookie is not None and cookie.value and isinstance(session, CookieSession):
            answer.cookies[settings.SESSION_COOKIE_NAME] = session.secret
        return answer
