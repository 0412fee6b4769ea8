"""Whether somebody serves a site already: a lock that its holder's end gives free, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

SERVER = "serving.lock"
WORKER = "working.lock"
NO_WORKER = "a server alone"
"""What a server says of itself whose work in the background others do."""
_BEHIND = 4096
"""Windows locks bytes, and whoever holds them keeps others from reading: far behind what is written there."""


@contextmanager
def held(file: Path, said: str) -> Iterator[str | None]:
    """Hold a lock as long as the block runs, or be told who holds it.

    The system gives the lock free when its process ends, also by ``kill -9``; the file itself may stay.

    Args:
        file: The lock.
        said: What others are told of us.

    Yields:
        None where the lock is ours, else what its holder says of itself.
    """
    with file.open("a+", encoding="utf-8") as lock:
        ours = _taken(lock)
        if not ours:
            lock.seek(0)
            yield lock.read(_BEHIND).strip() or "another process"
            return
        lock.truncate(0)
        lock.write(f"{said}, process {os.getpid()}")
        lock.flush()
        yield None


def _taken(lock: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            lock.seek(_BEHIND)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
            lock.seek(0)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
