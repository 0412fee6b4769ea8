"""Find jobs whose worker died, and put them before the workers again."""

from __future__ import annotations

import logging
import threading
import time

from django.db import DatabaseError, close_old_connections, connection, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from custrata.web.data.jobs import clearing
from custrata.web.data.jobs.progress import LEASE
from custrata.web.data.jobs.running import MOST_TRIES, finished
from custrata.web.data.models import Job, State

EVERY = 5.0
"""Seconds between two looks."""

log = logging.getLogger(__name__)


def sweep() -> int:
    """Put every job whose lease ran out before the workers again; after five tries it has failed.

    Returns:
        How many jobs were without a worker.
    """
    stranded = Job.objects.filter(state=State.RUNNING, lease_until__lt=timezone.now())
    lost = sum(_again(pk) for pk in list(stranded.values_list("pk", flat=True)))
    return lost + sum(_in_line(pk) for pk in _out_of_line())


def _out_of_line() -> list[int]:
    """Jobs that wait and stand before no worker: theirs died between its claim in the queue and the job."""
    waiting = Job.objects.filter(state=State.QUEUED, created_at__lt=timezone.now() - LEASE)
    numbers = set(waiting.values_list("pk", flat=True))
    if not numbers:
        return []
    ready = DBTaskResult.objects.filter(status=TaskResultStatus.READY).values_list("args_kwargs", flat=True)
    return sorted(numbers - {number for given in ready for number in given["args"]})


def _in_line(pk: int) -> bool:
    """Put a job before the workers; where one is about to take it up after all, the second finds it taken."""
    from custrata.web.data.jobs.tasks import work

    with transaction.atomic():
        if not Job.objects.select_for_update().filter(pk=pk, state=State.QUEUED).exists():
            return False
        work.enqueue(pk)
    return True


def _again(pk: int) -> bool:
    from custrata.web.data.jobs.tasks import work

    with transaction.atomic():
        mine = Job.objects.select_for_update().filter(
            pk=pk, state=State.RUNNING, lease_until__lt=timezone.now()
        )
        job = mine.first()
        if job is None:
            return False
        if job.cancel_requested:
            _end(job, State.CANCELLED, "", "")
        elif job.tries >= MOST_TRIES:
            told = f"The worker stopped {job.tries} times while it was at this; the last good snapshot stays."
            _end(job, State.FAILED, told, "look at memory and disk of the machine, then start it again")
        else:
            job.state, job.worker, job.lease_until = State.QUEUED, "", None
            job.save(update_fields=["state", "worker", "lease_until"])
            work.enqueue(pk)
    return True


def _end(job: Job, state: State, message: str, remedy: str) -> None:
    job.state, job.message, job.remedy = state, message, remedy
    job.lease_until, job.finished_at = None, timezone.now()
    job.save(update_fields=["state", "message", "remedy", "lease_until", "finished_at"])
    finished.send(sender=Job, job=job)


def keep_sweeping(stop: threading.Event) -> None:
    """Look every few seconds until told to stop; a database that is away for a while is waited for.

    Args:
        stop: Set when it is enough.
    """
    cleared = time.monotonic() - clearing.EVERY
    while not stop.wait(EVERY):
        try:
            sweep()
            if time.monotonic() - cleared >= clearing.EVERY:
                cleared = time.monotonic()
                clearing.clear()
            close_old_connections()
        except DatabaseError as error:
            log.warning("sweeping waits for the database: %s", error)
            connection.close()
    connection.close()
