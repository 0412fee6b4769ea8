"""Writers of an SQLite file take turns: who came first writes first, and nobody waits in vain.

SQLite lets one write at a time. Whoever finds it busy looks again after a while, up to a tenth of a second
apart, and gives up in the end: of twenty who save at once one goes on and on while the others find it busy.
Within a process they queue up here; between processes the head of each queue looks every few milliseconds.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import Any

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

PATIENCE = 60.0
"""Seconds for which a writer waits: longer than the longest piece of writing there is."""

PAUSE = 0.004
"""Seconds between two looks."""

WRITING = ("BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "INSERT", "UPDATE", "DELETE", "REPLACE")
"""How statements begin that write; a BEGIN alone only reads, as a backup does."""


class Turns:
    """A queue before one file."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._busy = False
        self._waiting: deque[Lock] = deque()

    def take(self, patience: float) -> bool:
        """Wait for one's turn; whether it came.

        Args:
            patience: Seconds to wait at most.
        """
        with self._lock:
            if not self._busy:
                self._busy = True
                return True
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
        if mine.acquire(timeout=patience):
            return True
        with self._lock:
            if mine in self._waiting:
                self._waiting.remove(mine)
                return False
        # It was handed over at the very last moment.
        return True

    def give(self) -> None:
        """Let the next one write."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._busy = False


class Writer(sqlite3.Connection):
    """A connection that knows whether it is its turn, and gives it back where its transaction ends."""

    turns: Turns | None = None
    _mine = False

    def take(self, patience: float) -> None:
        """Wait for its turn; after ``patience`` it tries its luck without."""
        if self.turns is not None and not self._mine:
            self._mine = self.turns.take(patience)

    def give(self) -> None:
        """Give the turn back, if it was had."""
        if self.turns is not None and self._mine:
            self._mine = False
            self.turns.give()

    def commit(self) -> None:
        """Keep what was written."""
        super().commit()
        self.give()

    def rollback(self) -> None:
        """Let go of what was written."""
        try:
            super().rollback()
        finally:
            self.give()

    def close(self) -> None:
        """End; what was not committed is gone."""
        try:
            super().close()
        finally:
            self.give()


_turns: dict[str, Turns] = {}
_lock = Lock()


def queue_up(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Let a new connection to a file take turns with the others.

    Args:
        connection: What Django has opened.
    """
    raw = connection.connection
    if not isinstance(raw, Writer) or "mode=memory" in str(connection.settings_dict["NAME"]):
        return
    with _lock:
        raw.turns = _turns.setdefault(str(connection.settings_dict["NAME"]), Turns())
    if in_turn not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, in_turn)


def in_turn(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Run a statement; one that begins to write waits for its turn.

    Args:
        execute: Runs it.
        sql: The statement.
        params: Its values.
        many: Whether there are several sets of them.
        context: Holds the connection.
    """
    raw = context["connection"].connection
    if not isinstance(raw, Writer) or raw.in_transaction or not sql.startswith(WRITING):
        return execute(sql, params, many, context)
    until = time.monotonic() + PATIENCE
    raw.take(PATIENCE)
    try:
        return _insisting(lambda: execute(sql, params, many, context), raw, until)
    finally:
        # A transaction keeps the turn to its end; a statement by itself has ended already.
        if not raw.in_transaction:
            raw.give()


def _insisting(run: Callable[[], Any], raw: Writer, until: float) -> Any:
    """Run as soon as no other process writes."""
    (usual,) = raw.execute("PRAGMA busy_timeout").fetchone()
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                return run()
            except OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
            time.sleep(PAUSE)
    finally:
        raw.execute(f"PRAGMA busy_timeout = {usual:d}")


connection_created.connect(queue_up)
if hasattr(os, "register_at_fork"):
    # Nobody who waited in the parent waits in the child.
    os.register_at_fork(after_in_child=_turns.clear)
