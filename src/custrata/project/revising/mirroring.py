"""The strategy file written for a strategy that is kept elsewhere, without losing an edit of the file."""

from __future__ import annotations

import hashlib

from custrata.engine.snapshots import replace_text
from custrata.errors import DocumentError
from custrata.project.place import Place, plain_text
from custrata.project.revising.saving import alone, keep, revisions
from custrata.strategy.document import Document
from custrata.strategy.text import dump, save_over

KEPT_EVERY = 600 * 10**9
"""Nanoseconds between two former texts that are kept while somebody types; every save is kept elsewhere."""


def file_text(place: Place) -> str:
    """The text of the strategy file; empty where there is none.

    Args:
        place: The project.

    Raises:
        InputError: It is no UTF-8.
    """
    return plain_text(place.strategy) if place.strategy.is_file() else ""


def text_mark(text: str) -> str:
    """The hash of a text, by which it is known again; empty for no text.

    Example:
        >>> text_mark(""), len(text_mark("company: A"))
        ('', 64)
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest() if text else ""


def mirror(place: Place, known: str, document: Document) -> str:
    """Write a strategy over the file, comments and order of its former text kept.

    Args:
        place: The project.
        known: Mark of the text that the file is known to hold; empty for none.
        document: What is written, under its own number.

    Returns:
        The mark of the new text.

    Raises:
        DocumentError: Somebody has edited the file; it is left as it is.
    """
    with alone(place):
        now = file_text(place)
        if now and text_mark(now) != known:
            raise DocumentError(
                "somebody has edited the file; it was not written over",
                where=place.strategy.name,
                remedy="read the edit in first",
                now=now,
            )
        text = save_over(now, document) if now else dump(document)
        if now and _long_since(place):
            keep(place, now)
        replace_text(place.strategy, text)
    return text_mark(text)


def _long_since(place: Place) -> bool:
    """Whether the text that is written over is much younger than the last one that was kept."""
    last = max((one.file.stat().st_mtime_ns for one in revisions(place)), default=0)
    return place.strategy.stat().st_mtime_ns - last > KEPT_EVERY
