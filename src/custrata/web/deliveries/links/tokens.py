"""Tokens of links: long and random, and kept as a hash alone."""

from __future__ import annotations

import hashlib
import secrets

LENGTH = 32
"""Bytes of chance in a token."""


def fresh_token() -> str:
    """A token that nobody can guess."""
    return secrets.token_urlsafe(LENGTH)


def hash_of(token: str) -> str:
    """What is kept of a token.

    Args:
        token: The token.

    Example:
        >>> len(hash_of("a")), hash_of("a") == hash_of("b")
        (64, False)
    """
    return hashlib.sha256(token.encode("utf-8")).hexdigest()
