"""A glance at the file at each request: was it edited, or is it behind."""

from __future__ import annotations

from django.db import transaction

from custrata.errors import InputError
from custrata.project.place import Place
from custrata.project.revising.mirroring import file_text, text_mark
from custrata.web.strategies.mirror.reading import read_in
from custrata.web.strategies.mirror.writing import soon
from custrata.web.strategies.models import Strategy
from custrata.web.workspaces.models import Workspace

Seen = tuple[int, int]
_seen: dict[int, tuple[str, Seen]] = {}


def look(workspace: Workspace, strategy: Strategy) -> Strategy:
    """Take in an edit of the file, and have the file written where it is behind.

    Args:
        workspace: Whose.
        strategy: Its head as it was read.

    Returns:
        The head as it is now.
    """
    if strategy.number == 0:
        return strategy
    place = workspace.place
    seen = _stamp(place)
    # As long as nobody touched the file, its text need not be read.
    if _seen.get(workspace.pk) != (strategy.mirrored, seen):
        # Who puts the former text back has mended the file as well.
        if (strategy.trouble or not _known(place, strategy.mirrored)) and read_in(workspace):
            strategy.refresh_from_db()
        _seen[workspace.pk] = (strategy.mirrored, seen)
    if strategy.number != strategy.mirrored_number and not strategy.trouble:
        transaction.on_commit(lambda: soon(workspace), robust=True)
    return strategy


def _known(place: Place, mirrored: str) -> bool:
    """Whether the file says what was written last; one that is no text is an edit for a person to mend."""
    try:
        return text_mark(file_text(place)) == mirrored
    except InputError:
        return False


def _stamp(place: Place) -> Seen:
    try:
        found = place.strategy.stat()
    except FileNotFoundError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
