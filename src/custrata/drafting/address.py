"""Stable, speaking ids from names that the data give."""

from __future__ import annotations

import hashlib
import re

LONGEST = 50
"""Characters that an id takes from a name."""


def address(prefix: str, name: str) -> str:
    """An id that says what it stands for.

    Args:
        prefix: The kind of part, such as ``offer``.
        name: The name as the data spell it.

    Returns:
        Prefix and name in small letters with hyphens; where an id cannot spell the name, a few digits of its
        hash tell two names apart all the same.

    Example:
        >>> address("channel", "Trade fair"), address("offer", "Öl & Gas")[:13]
        ('channel-trade-fair', 'offer-l-gas-9')
    """
    whole = name.lower()
    words = re.sub(r"[^a-z0-9]+", "-", whole).strip("-")
    if len(words) <= LONGEST and re.fullmatch(r"[a-z0-9]+(?:[ _-][a-z0-9]+)*", whole):
        return f"{prefix}-{words}"
    told = hashlib.sha256(whole.encode()).hexdigest()[:6]
    return "-".join(part for part in (prefix, words[:LONGEST].strip("-"), told) if part)
