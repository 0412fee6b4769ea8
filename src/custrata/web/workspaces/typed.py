"""What forms and addresses send, read the same way everywhere: whole numbers, days, pages to go on to."""

from __future__ import annotations

import datetime as dt

from django.utils.dateparse import parse_date
from django.utils.http import url_has_allowed_host_and_scheme

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


def day(text: str) -> dt.date | None:
    """A day as somebody sent it; None where none was given.

    Args:
        text: Such as ``2026-01-31``.

    Raises:
        ValueError: It is none, with what to write.

    Example:
        >>> day(" 2026-01-31 "), day("")
        (datetime.date(2026, 1, 31), None)
    """
    plain = text.strip()
    if not plain:
        return None
    try:
        found = parse_date(plain)
    except ValueError:
        found = None
    if found is None:
        raise ValueError("this is no day: write it as 2026-01-31")
    return found


def own_page(wanted: str, within: str = "/") -> str:
    """The page that was asked for, if it lies on this site; empty for any other.

    Args:
        wanted: What was sent.
        within: How the address of a page begins to which it may lead.

    Example:
        >>> own_page("/w/acme/goals/#keep"), own_page("https://elsewhere.example/"), own_page("//elsewhere")
        ('/w/acme/goals/#keep', '', '')
        >>> own_page("/account/", within="/w/acme/")
        ''
    """
    inside = wanted.startswith(within) and wanted.isprintable()
    return wanted if inside and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else ""
