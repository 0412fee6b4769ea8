"""Ways from a reading page to other rooms."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse


def address(name: str, *parts: str, **query: str) -> str:
    """The address of a room.

    Args:
        name: Name of the address.
        parts: The workspace's part of the address, and what comes behind it.
        query: What the room is asked for.
    """
    found = reverse(name, args=parts)
    return f"{found}?{urlencode(query)}" if query else found


def edit_address(slug: str, block: str) -> str:
    """Where a block of the strategy is edited.

    Args:
        slug: The workspace's part of the address.
        block: Address of the block, such as ``groups[gold]``.
    """
    return address("part", slug, block)


def customers_address(slug: str, segment: tuple[tuple[str, str], ...]) -> str:
    """The table of customers, narrowed to a part of the base.

    Args:
        slug: The workspace's part of the address.
        segment: Pairs of dimension and value.
    """
    return address("customers", slug, **dict(segment))
