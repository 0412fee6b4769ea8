"""What people read when something outside of the program is down: the database, or room on the disk."""

from __future__ import annotations

import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from custrata.web.frame.refusals import Refusal
from custrata.web.frame.refusals import failed as fault

RETRY = "30"
"""Seconds after which a browser or a program may ask again."""

_FULL = "The disk of this site is full; what was saved before is kept, this was not"
_ROOM = "keep what you typed; tell who runs this site to make room, then send it again"
_SIGN_ON = "The provider that says who you are could not be asked"
_OTHERWISE = "try again in a minute, or come in by a passkey or a password"
_AWAY = "The database does not answer; nothing that was saved is lost"
_WAIT = "keep what you typed, wait a minute, load the page again; if it stays, tell who runs this site"


def failed(request: HttpRequest) -> HttpResponse:
    """The page for what no view could handle; it asks nothing of the database, which may be the fault."""
    outage = outage_of(sys.exc_info()[1])
    if outage is None:
        return fault(request)
    template = "frame/refusal_part.html" if "HX-Request" in request.headers else "frame/refusal.html"
    answer = HttpResponse(render_to_string(template, {"refusal": outage}), status=outage.status)
    answer["X-Refusal"] = str(outage.status)
    answer["Retry-After"] = RETRY
    return answer


def outage_of(error: BaseException | None) -> Refusal | None:
    """What is said of an error that comes from outside of the program.

    Args:
        error: What was raised.

    Returns:
        None for a fault of the program itself.
    """
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Refusal(503, "There is no room left", _FULL, "", _ROOM)
    # Whoever is asked over the network is a provider of single sign-on; the package comes with allauth.
    if isinstance(error, OSError) and type(error).__module__.startswith("requests."):
        return Refusal(503, "Your company's sign-on does not answer", _SIGN_ON, "", _OTHERWISE)
    if isinstance(error, OperationalError | InterfaceError):
        if "full" in str(error) or "No space left" in str(error):
            return Refusal(503, "There is no room left", _FULL, "", _ROOM)
        return Refusal(503, "The site is away for a moment", _AWAY, "", _WAIT)
    return None
