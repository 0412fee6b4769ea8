"""Start work in the background, look at it, stop it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from custrata.web.accounts.models import User
from custrata.web.audit.record import record
from custrata.web.data.jobs.kinds import kind_of
from custrata.web.data.models import OPEN, Job, State
from custrata.web.workspaces.models import Workspace


def start(workspace: Workspace, kind: str, user: User | None, **arguments: Any) -> Job:
    """Put work before the workers; it is on record in the same transaction.

    Args:
        workspace: Where.
        kind: Which work.
        user: Who asks; None for the program.
        arguments: What it is to be done with; plain values, never secrets.

    Returns:
        The job; the one that is there already where a workspace has only one of the kind at a time.

    Raises:
        KeyError: There is no such kind.
    """
    from custrata.web.data.jobs.tasks import work

    known = kind_of(kind)
    with transaction.atomic():
        Workspace.objects.select_for_update().get(pk=workspace.pk)
        if known.alone and (there := latest(workspace, kind, only_open=True)):
            return there
        job = Job.objects.create(workspace=workspace, kind=kind, user=user, arguments=arguments)
        record("job.started", workspace=workspace, actor=user, thing=f"{kind} {job.pk}")
        work.enqueue(job.pk)
    job.refresh_from_db()
    return job


def cancel(job: Job, user: User | None) -> Job:
    """Ask for a job to be stopped: at once while it waits, at its next stage while it runs.

    One that has ended stays as it is, and nothing of it is put on record.

    Args:
        job: The job.
        user: Who asks.
    """
    with transaction.atomic():
        mine = Job.objects.filter(pk=job.pk)
        stopped = mine.filter(state=State.QUEUED).update(state=State.CANCELLED, finished_at=timezone.now())
        asked = mine.filter(state=State.RUNNING, cancel_requested=False).update(cancel_requested=True)
        if stopped or asked:
            record("job.cancelled", workspace=job.workspace, actor=user, thing=f"{job.kind} {job.pk}")
    job.refresh_from_db()
    return job


def latest(workspace: Workspace, *kinds: str, only_open: bool = False) -> Job | None:
    """The newest job of a workspace.

    Args:
        workspace: Where.
        kinds: Of these kinds; none for any.
        only_open: Whether only jobs count that wait or run.
    """
    jobs = Job.objects.filter(workspace=workspace)
    jobs = jobs.filter(kind__in=kinds) if kinds else jobs
    return (jobs.filter(state__in=OPEN) if only_open else jobs).first()
