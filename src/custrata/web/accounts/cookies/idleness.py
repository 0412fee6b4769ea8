"""A session that nobody uses ends before its last day: a machine left open is not a site left open."""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

USED_AT = "used_at"
NOTED_EVERY_S = 900
"""How exactly it is known when a session was last used: a note is a save of the session."""
BEAT = "/strategy/here/"
"""What an open canvas asks by itself, whether anybody sits before it or not."""


def connect() -> None:
    """Begin to listen to who comes in."""
    user_logged_in.connect(_begin, dispatch_uid="idleness begins")


def rested(session: SessionBase) -> bool:
    """Whether a session of somebody was not used for longer than the site allows.

    Args:
        session: Of a browser. One from before such notes is not ended by them.
    """
    used_at = session.get(USED_AT)
    return used_at is not None and time.time() - used_at > settings.SESSION_IDLE_S


def note_use(request: HttpRequest) -> None:
    """Note that somebody uses the session of a request, now and then.

    Args:
        request: What is asked; the sign of life of an open page is no use.
    """
    session = request.session
    if SESSION_KEY not in session or request.path.endswith(BEAT):
        return
    now = int(time.time())
    if now - session.get(USED_AT, 0) > NOTED_EVERY_S:
        session[USED_AT] = now


def _begin(sender: Any, request: Any = None, **rest: Any) -> None:
    if request is not None:
        request.session[USED_AT] = int(time.time())
