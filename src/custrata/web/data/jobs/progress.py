"""A job while it is worked at: says how far it is, holds its lease, stops when it should."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection
from django.db.models import F, QuerySet
from django.utils import timezone

from custrata.web.accounts.models import User
from custrata.web.data.jobs.kinds import kind_of
from custrata.web.data.models import Job, State
from custrata.web.workspaces.models import Workspace

LEASE = dt.timedelta(seconds=20)
"""So long a worker has a job without a sign of life."""
BEAT = 5.0
"""Seconds between two signs of life."""


class Cancelled(Exception):
    """Somebody wants the work stopped."""


class GivenUp(Exception):
    """The lease ran out, and somebody else has the job: whatever was being done must not be kept."""


class Run:
    """One try at a job.

    Args:
        job: The job, taken up by ``worker``.
        worker: Who has it.
    """

    def __init__(self, job: Job, worker: str) -> None:
        self.job = job
        self.worker = worker

    @property
    def workspace(self) -> Workspace:
        """Where."""
        return self.job.workspace

    @property
    def user(self) -> User | None:
        """Who asked for it."""
        return self.job.user

    def report(self, stage: str, share: float) -> None:
        """Say that a stage begins; call it between stages, for this is where the work may stop.

        Args:
            stage: What is being done now.
            share: Share of the work that is done, 0 to 1.

        Raises:
            Cancelled: Somebody wants it stopped, and it is not too late.
            GivenUp: Somebody else has taken the job up.
        """
        if not self._mine().update(stage=stage, share=share, lease_until=timezone.now() + LEASE):
            raise GivenUp(f"job {self.job.pk} is in other hands")
        if stage != kind_of(self.job.kind).settled and self._should_stop():
            raise Cancelled

    def beat(self) -> bool:
        """A sign of life; whether the job is still ours."""
        return bool(self._mine().update(lease_until=timezone.now() + LEASE, share=F("share")))

    def _should_stop(self) -> bool:
        return Job.objects.filter(pk=self.job.pk, cancel_requested=True).exists()

    def _mine(self) -> QuerySet[Job]:
        return Job.objects.filter(pk=self.job.pk, worker=self.worker, state=State.RUNNING)


@contextmanager
def alive(run: Run) -> Iterator[None]:
    """Give signs of life from a thread beside the work, while it lasts.

    Args:
        run: The try that is being made.
    """
    if connection.in_atomic_block:
        # Called within somebody's transaction, as tests do: a second connection would wait for it for ever.
        yield
        return
    done = threading.Event()
    beats = threading.Thread(target=_beat, args=(run, done), daemon=True)
    beats.start()
    try:
        yield
    finally:
        done.set()
        beats.join()


def _beat(run: Run, done: threading.Event) -> None:
    try:
        while not done.wait(BEAT):
            try:
                if not run.beat():
                    return
            except OperationalError:
                # The database is busy or away for a moment: the lease outlives three missed beats.
                connection.close()
    finally:
        connection.close()
