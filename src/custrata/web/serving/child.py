"""One process of the site: the server or the worker. It ends when who started it is gone."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence

from custrata.web.serving.tables import SETTINGS

BEHIND = 5
"""By how much the worker steps back behind pages: a third of what they get, and a build still ends."""


LOOK = 0.5
"""Seconds between two looks whether the process is there that started us."""

GRACE = 5.0
"""Seconds for what is being answered when it is gone."""


def main(arguments: Sequence[str]) -> None:
    """Be a server or a worker.

    Args:
        arguments: ``server HOST PORT PROCESSES`` or ``worker``, then ``--alone`` where nobody holds the other
            end of standard input.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    given = [word for word in arguments if word != "--alone"]
    if "--alone" not in arguments:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    if given[0] == "server":
        host, port, processes = given[1], int(given[2]), int(given[3])
        if "--alone" in arguments:
            serve_alone(host, port, processes)
        else:  # who started us holds the lock
            serve(host, port, processes)
    else:
        work()


def serve_alone(host: str, port: int, processes: int) -> None:
    """Answer requests as the only server of the site; a second one ends at once and says why.

    Args:
        host: Where to listen.
        port: The port.
        processes: How many processes answer.

    Raises:
        SystemExit: The site is served already.
    """
    from pathlib import Path

    from custrata.web.serving.alone import NO_WORKER, SERVER, held
    from custrata.web.serving.preparing import site_folder

    site = site_folder(Path.cwd())
    with held(site / SERVER, f"http://{host}:{port}, {NO_WORKER}") as other:
        if other is not None:
            raise SystemExit(f"this site is served already: {other} ({site}). To do: stop that one first.")
        serve(host, port, processes)


def serve(host: str, port: int, processes: int) -> None:
    """Answer requests until asked to end.

    Args:
        host: Where to listen.
        port: The port.
        processes: How many processes answer.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    end_with_us()
    Granian(
        "custrata.web.site.wsgi:kept_warm",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processes,
        blocking_threads=4,
        websockets=False,
        respawn_failed_workers=True,
        # At a reload the old process goes on answering until the new one has read all it needs.
        respawn_interval=10,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    ).serve()


def work() -> None:
    """Do what stands in the queue, and sweep up after workers that died, until asked to end."""
    step_back()
    import django

    django.setup()
    # What it says of itself is for who debugs a queue; a job says by itself what became of it.
    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
    from django_tasks_db.management.commands.db_worker import Worker

    from custrata.web.data.jobs.sweeping import keep_sweeping

    stop = threading.Event()
    threading.Thread(target=keep_sweeping, args=(stop,), daemon=True).start()
    worker = Worker(
        queue_names=["default"],
        interval=0.5,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"{os.getpid()}-{os.urandom(8).hex()}",
        excluded_queue_names=[],
    )
    worker.configure_signals()
    try:
        worker.run()
    finally:
        stop.set()


def end_with_us() -> None:
    """Let what this process forks end when it is killed: else it would answer on, and hold its lock."""
    if hasattr(os, "register_at_fork"):  # not on Windows, where nothing is forked
        main = os.getpid()

        def begin() -> None:
            if os.getppid() == main:  # what a fork forks again ends with that one
                threading.Thread(target=_end_without, args=(main,), daemon=True).start()

        os.register_at_fork(after_in_child=begin)


def step_back() -> None:
    """Let processes for which people wait go first, where the system knows such an order."""
    if hasattr(os, "nice"):  # not on Windows
        os.nice(BEHIND)


def _end_without(main: int) -> None:
    """Wait until a process is gone that started us; what is being answered may come to its end."""
    while os.getppid() == main:
        time.sleep(LOOK)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)


def _end_with_parent() -> None:
    """Wait for the end of standard input: who started us drops the other end even when killed."""
    with contextlib.suppress(OSError):
        os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main(sys.argv[1:])
