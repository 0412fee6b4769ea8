"""Whole numbers as forms and addresses send them."""

from __future__ import annotations

_DIGITS = 9
"""No number of anything here has more; one with thousands of digits is not even read."""


def whole(text: str) -> int | None:
    """A whole number as somebody sent it; None for what is none, and for what is larger than anything here.

    Args:
        text: What was sent.

    Example:
        >>> whole("12"), whole(" 7 "), whole("²"), whole("-1"), whole("9" * 5000)
        (12, 7, None, None, None)
    """
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= _DIGITS else None
