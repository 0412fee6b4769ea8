"""How often a link may be opened: by one address, and by all together."""

from __future__ import annotations

import hashlib

from django.core.cache import cache
from django.http import HttpRequest

A_MINUTE = 60
BY_ADDRESS = 60
"""Openings a minute from one address, of whatever link."""

BY_LINK = 300
"""Openings a minute of one link."""


def too_many(request: HttpRequest, token: str) -> bool:
    """Whether this opening is one too many; it is counted.

    Args:
        request: The request.
        token: Hash of the token.
    """
    address = hashlib.sha256(str(request.META.get("REMOTE_ADDR", "")).encode("utf-8")).hexdigest()[:16]
    by_address = _counted(f"link:address:{address}") > BY_ADDRESS
    by_link = _counted(f"link:token:{token[:16]}") > BY_LINK
    return by_address or by_link


def _counted(key: str) -> int:
    cache.add(key, 0, A_MINUTE)
    try:
        return int(cache.incr(key))
    except ValueError:  # it ran out between the two
        return 1
