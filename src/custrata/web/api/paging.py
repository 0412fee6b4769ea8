"""Long lists in pages: ``items``, and ``next`` for the page after; a cursor says nothing to who reads it."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from ninja import Query

from custrata.web.api.problems import Refused

T = TypeVar("T")

USUAL, MOST = 50, 200

Limit = Annotated[int, Query(USUAL, ge=1, le=MOST, description="How many at most.")]
Cursor = Annotated[str, Query("", max_length=500, description="What the page before called next.")]

LARGEST = 2**31 - 1
"""No number of anything here is larger."""


def written(place: Any) -> str:
    """A place in a list as a cursor.

    Args:
        place: Plain values.

    Example:
        >>> read(written(50), int)
        50
    """
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def read(cursor: str, kind: type[T]) -> T | None:
    """The place that a cursor names; None for the beginning.

    Args:
        cursor: What a page called next.
        kind: Of the place.

    Raises:
        Refused: It is no cursor.
    """
    if not cursor:
        return None
    try:
        place = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise _none() from error
    if type(place) is not kind or (isinstance(place, int) and not 0 <= place <= LARGEST):
        raise _none()
    return place


def page(rows: Sequence[T], limit: int, cursor: str) -> tuple[Sequence[T], str | None]:
    """A page of a list that is at hand as a whole.

    Args:
        rows: All of them, in an order that stays.
        limit: How many.
        cursor: Where it begins.

    Raises:
        Refused: It is no cursor.
    """
    start = read(cursor, int) or 0
    end = start + limit
    return rows[start:end], written(end) if end < len(rows) else None


def _none() -> Refused:
    return Refused(422, "this is no cursor", where="cursor", remedy="begin without one")
