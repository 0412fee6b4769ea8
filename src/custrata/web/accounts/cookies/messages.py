"""What a page says once about what was just done, kept in a cookie that no neighbour can set."""

from __future__ import annotations

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class NamedCookieStorage(CookieStorage):
    """Messages in a cookie; behind TLS its name is one that only this very host can set."""

    cookie_name = "__Host-messages" if settings.SESSION_COOKIE_SECURE else "messages"


class MessageStorage(FallbackStorage):
    """Messages in the cookie, and in the session where they are too long for one."""

    storage_classes = (NamedCookieStorage, SessionStorage)
