"""Ways from a reading page to other rooms; a room that is not there has no way to it."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse


def address(name: str, *parts: str, **query: str) -> str:
    """The address of a room; empty where this site has no such room.

    Args:
        name: Name of the address.
        parts: The workspace's part of the address, and what comes behind it.
        query: What the room is asked for.
    """
    try:
        found = reverse(name, args=parts)
    except NoReverseMatch:
        return ""
    return f"{found}?{urlencode(query)}" if query else found


def edit_address(slug: str, block: str) -> str:
    """Where a block of the strategy is edited; the canvas where blocks have no page of their own.

    Args:
        slug: The workspace's part of the address.
        block: Address of the block, such as ``groups[gold]``.
    """
    return address("part", slug, block) or address("canvas", slug)


def customers_address(slug: str, segment: tuple[tuple[str, str], ...]) -> str:
    """The table of customers, narrowed to a part of the base.

    Args:
        slug: The workspace's part of the address.
        segment: Pairs of dimension and value.
    """
    return address("customers", slug, **dict(segment))
