"""The file follows what was saved: written in the background, once for many saves, never over an edit."""

from __future__ import annotations

import logging
import time
from threading import Event, Lock, Thread
from typing import Any

from django.db import connection

from custrata.errors import CustrataError, DocumentError, InputError
from custrata.project.revising.mirroring import mirror
from custrata.web.strategies.mirror.reading import read_in
from custrata.web.strategies.models import Strategy
from custrata.web.strategies.saving import head_of
from custrata.web.workspaces.models import Workspace

MOST_ROUNDS = 50
"""Saves that may come in between before the next request takes over."""

PAUSE = 2.0
"""Seconds for which saves are gathered: writing takes half a second, which typing would feel."""

REST = 20.0
"""So many times as long as a writing took, none is done after it: a twentieth of a processor writes."""

log = logging.getLogger(__name__)
_waiting: dict[int, bool] = {}
_rested: dict[int, float] = {}
_lock = Lock()


def soon(workspace: Workspace) -> None:
    """Have the file written; a save does not wait for it.

    Args:
        workspace: Whose.
    """
    if _in_memory():
        # Another thread would look at another database.
        _write(workspace.pk)
        return
    with _lock:
        running = workspace.pk in _waiting
        _waiting[workspace.pk] = True
    if not running:
        Thread(target=_run, args=(workspace.pk,), name=f"mirror-{workspace.pk}", daemon=True).start()


def follow(workspace: Workspace, **sent: Any) -> None:
    """Have the file written after a save, which tells of itself by a signal.

    Args:
        workspace: Whose.
        sent: What else the signal carries.
    """
    soon(workspace)


def write(workspace: Workspace, *, once: bool = False) -> bool:
    """Write the file until it holds what stands.

    Args:
        workspace: Whose.
        once: Whether to leave what is saved while it is written to the next time.

    Returns:
        Whether it does; not while the file cannot be read, as nobody's edit is written over.

    Raises:
        InputError: The folder of the project is gone.
    """
    for _ in range(MOST_ROUNDS):
        strategy = Strategy.objects.filter(workspace=workspace).first()
        if strategy is None or strategy.number == 0:
            return False
        if strategy.number == strategy.mirrored_number:
            return True
        try:
            mark = mirror(workspace.place, strategy.mirrored, head_of(strategy).document)
        except (DocumentError, InputError):
            if not read_in(workspace):
                return False
            continue
        # Only the one who wrote over the text that was known says what is known now.
        Strategy.objects.filter(pk=strategy.pk, mirrored=strategy.mirrored).update(
            mirrored=mark, mirrored_number=strategy.number
        )
        if once:
            return True
    return False


def _run(workspace: int) -> None:
    try:
        while _again(workspace):
            Event().wait(_pause(workspace))
            began = time.thread_time()
            _write(workspace)
            _rested[workspace] = time.monotonic() + REST * (time.thread_time() - began)
    finally:
        connection.close()


def _pause(workspace: int) -> float:
    """Seconds until the next writing; people who save without end share the processor with it."""
    return max(PAUSE, _rested.get(workspace, 0.0) - time.monotonic())


def _again(workspace: int) -> bool:
    """Whether somebody saved since the last look; who finds that nobody did has left."""
    with _lock:
        if _waiting.get(workspace):
            _waiting[workspace] = False
            return True
        _waiting.pop(workspace, None)
        return False


def _write(workspace: int) -> None:
    try:
        found = Workspace.objects.filter(pk=workspace).first()
        if found is not None:
            write(found, once=True)
    except (CustrataError, OSError) as error:
        # The save stands in the database; the next request tries again.
        log.warning("the strategy file of workspace %s was not written: %s", workspace, error)
    except Exception:  # a fault here must not end the thread with the workspace still marked as being written
        log.exception("the strategy file of workspace %s was not written", workspace)


def _in_memory() -> bool:
    return connection.vendor == "sqlite" and connection.is_in_memory_db()  # type: ignore[attr-defined]  # of SQLite's wrapper alone
