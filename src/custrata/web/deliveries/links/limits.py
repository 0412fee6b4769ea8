"""How often a link may be opened: by one address, and by all together."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest

from custrata.web.api.limiting import counted

A_MINUTE = 60
BY_ADDRESS = 60
"""Openings a minute from one address, of whatever link."""

BY_LINK = 300
"""Openings a minute of one link."""


def too_many(request: HttpRequest, token: str) -> bool:
    """Whether this opening is one too many; it is counted, over all processes.

    Args:
        request: The request.
        token: Hash of the token.
    """
    address = hashlib.sha256(str(request.META.get("REMOTE_ADDR", "")).encode("utf-8")).hexdigest()[:16]
    # What is one too many is not counted for its link, or each guess would leave a row.
    by_address = counted(f"link:address:{address}", A_MINUTE) > BY_ADDRESS
    return by_address or counted(f"link:token:{token[:16]}", A_MINUTE) > BY_LINK
