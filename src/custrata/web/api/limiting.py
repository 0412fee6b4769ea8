"""How often one person or program may ask: counted in the site's database, where all processes see it."""

from __future__ import annotations

import time
from threading import Lock

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from custrata.web.api.models import Pace as Counted
from custrata.web.workspaces.asking import Asking

RATE = "600/min"
"""Unless the settings say otherwise under ``API_RATE``."""

_SECONDS = {"sec": 1, "min": 60, "hour": 3600, "day": 86_400}
_AT_ONCE = 50
"""A process takes a fiftieth of a pace at a time, so that not every request writes."""

_taken: dict[str, tuple[int, int]] = {}
_lock = Lock()


def counted(key: str, seconds: int, more: int = 1) -> int:
    """Count under a key in a window of time, over all processes.

    Args:
        key: What is counted.
        seconds: How long the window is; a new one begins at nought.
        more: How many come.

    Returns:
        How many have come in the window, with these.
    """
    window = int(time.time()) // seconds
    table = connection.ops.quote_name(Counted._meta.db_table)
    # One statement, so that of two processes none overwrites what the other has counted. The name is ours.
    statement = (
        f"INSERT INTO {table} (key, stretch, n) VALUES (%s, %s, %s) ON CONFLICT (key) DO UPDATE SET "
        f"n = CASE WHEN {table}.stretch = excluded.stretch THEN {table}.n + excluded.n ELSE excluded.n END, "
        "stretch = excluded.stretch RETURNING n"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [key, window, more])
        return int(cursor.fetchone()[0])


def within(key: str, limit: int, seconds: int) -> bool:
    """Whether one more comes within a limit that all processes keep together.

    A process takes some at a time: what it has taken and not used when the window ends is lost, so that the
    limit is never passed, and may be reached a little early.

    Args:
        key: What is limited.
        limit: How many in a window.
        seconds: How long the window is.
    """
    window, some = int(time.time()) // seconds, max(1, limit // _AT_ONCE)
    named = f"{key}:{limit}"
    with _lock:
        began, left = _taken.get(named, (window, 0))
        if began == window and left > 0:
            _taken[named] = (window, left - 1)
            return True
    before = counted(named, seconds, some) - some
    left = min(some, limit - before)
    with _lock:
        if len(_taken) > 10_000:
            _taken.clear()
        _taken[named] = (window, max(0, left - 1))
    return left > 0


class Pace(BaseThrottle):
    """Lets every person and program ask at the pace that the settings allow."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Whether the request comes within the pace."""
        who = getattr(request, "auth", None)
        user = who.user if isinstance(who, Asking) else who
        if user is None:
            return True
        limit, seconds = pace_of(str(getattr(settings, "API_RATE", RATE)))
        self._seconds = seconds
        return within(f"api:{user.pk}", limit, seconds)

    def wait(self) -> float:
        """Seconds until the next window begins."""
        return self._seconds - time.time() % self._seconds


def pace_of(rate: str) -> tuple[int, int]:
    """How many in how many seconds.

    Args:
        rate: Such as ``600/min``.

    Example:
        >>> pace_of("600/min"), pace_of("5/sec")
        ((600, 60), (5, 1))
    """
    number, _, span = rate.partition("/")
    return int(number), _SECONDS[span]
