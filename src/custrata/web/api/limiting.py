"""How often one person or program may ask."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import SimpleRateThrottle

from custrata.web.workspaces.asking import Asking

RATE = "600/min"
"""Unless the settings say otherwise under ``API_RATE``."""


class Pace(SimpleRateThrottle):
    """Counts the requests of one person, in this process."""

    scope = "api"

    def __init__(self) -> None:
        super().__init__(RATE)

    def allow_request(self, request: HttpRequest) -> bool:
        """Whether the request comes within the pace that the settings allow."""
        self.num_requests, self.duration = self.parse_rate(str(getattr(settings, "API_RATE", RATE)))
        return bool(super().allow_request(request))

    def get_cache_key(self, request: HttpRequest) -> str | None:
        """Under whom a request counts; None for who was not let in."""
        who = getattr(request, "auth", None)
        user = who.user if isinstance(who, Asking) else who
        return f"api-pace-{user.pk}" if user is not None else None
