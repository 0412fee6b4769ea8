"""Processes that belong together: one that dies is started again, all end with the one that began."""

from __future__ import annotations

import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

QUICK = 5.0
"""A process that lives less than these seconds has failed to start."""
MOST_QUICK = 5
"""After so many failed starts in a row we give up and say so."""
GRACE = 10.0
"""Seconds that a process has to end by itself."""
LOOK = 0.2

Say = Callable[[str], None]


@dataclass
class Child:
    """A process that is to run as long as the site does.

    Attributes:
        name: What people call it.
        command: How it is started; it ends when its standard input closes, so that it never outlives us.
    """

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    failures: int = 0
    wait_until: float = field(default=0.0)

    def start(self) -> None:
        """Start it, in a group of its own: Ctrl-C reaches us alone, and we end it in order."""
        self.started = time.monotonic()
        # A new group, by Windows' name for it or by POSIX's.
        windows = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, creationflags=windows, start_new_session=not windows
        )

    def stop(self) -> None:
        """Ask it to end."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def end(self, until: float) -> None:
        """Wait for its end, and force it afterwards.

        Args:
            until: When to stop waiting, by the clock of ``time.monotonic``.
        """
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdin:
            self.process.stdin.close()


class GaveUp(Exception):
    """A process could not be kept running; ``str`` says which."""


def keep_running(children: Sequence[Child], stop: threading.Event, say: Say) -> None:
    """Start the processes again whenever one dies, until told to stop; then end them all.

    Args:
        children: The processes; they need not run yet.
        stop: Set when it is enough.
        say: Told what people should know.

    Raises:
        GaveUp: One died again and again at once.
    """
    try:
        while not stop.is_set():
            for child in children:
                _keep(child, say)
            stop.wait(LOOK)
    finally:
        end_all(children)


def end_all(children: Sequence[Child]) -> None:
    """Ask all to end, wait a little, force the rest."""
    for child in children:
        child.stop()
    until = time.monotonic() + GRACE
    for child in children:
        child.end(until)


def _keep(child: Child, say: Say) -> None:
    now = time.monotonic()
    if child.process is None:
        if now >= child.wait_until:
            child.start()
        return
    if child.process.poll() is None:
        return
    code = child.process.returncode
    child.failures = child.failures + 1 if now - child.started < QUICK else 1
    if child.failures > MOST_QUICK:
        raise GaveUp(f"the {child.name} ended {child.failures} times as soon as it was started (code {code})")
    if child.process.stdin:
        child.process.stdin.close()
    child.process = None
    child.wait_until = now + min(2.0 ** (child.failures - 1) * 0.5, 8.0)
    say(f"The {child.name} ended (code {code}); it is started again.")


@contextmanager
def until_interrupted() -> Iterator[threading.Event]:
    """An event that is set by Ctrl-C, or by who asks this process to end."""
    stop = threading.Event()

    def enough(number: int, frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, enough) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
