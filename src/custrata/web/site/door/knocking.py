"""Who knocks at the door with a password, as the lock counts them, and what they read when it stays shut."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse

from custrata.web.frame.refusals import refused


def address(request: HttpRequest) -> str:
    """The address of who knocks, as the proxy says it.

    Args:
        request: The request.
    """
    return str(request.META.get("REMOTE_ADDR", ""))


def name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Whom they say they are, as a hash: the lock keeps nobody's address, nor what was typed by mistake.

    Args:
        request: The request.
        credentials: What they offer; allauth calls the address ``email``, Django ``username``.
    """
    given = credentials or {}
    typed = given.get("email") or given.get("username") or request.POST.get("login") or ""
    return hashlib.sha256(str(typed).strip().lower().encode("utf-8")).hexdigest()[:32]


def locked(request: HttpRequest, *rest: Any, **named: Any) -> HttpResponse:
    """The page for who has guessed too often."""
    what = "A password was wrong too many times from here"
    return refused(request, 429, "The door stays shut for a while", what, "", "wait a quarter of an hour")
