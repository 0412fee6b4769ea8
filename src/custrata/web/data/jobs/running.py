"""Take a job up, do it, and write down what came of it."""

from __future__ import annotations

import logging
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import F, Q
from django.dispatch import Signal
from django.utils import timezone

from custrata.errors import CustrataError
from custrata.web.data.jobs.kinds import kind_of
from custrata.web.data.jobs.progress import LEASE, Cancelled, GivenUp, Run, alive
from custrata.web.data.models import Job, State

MOST_TRIES = 5
"""So often a job is taken up; what kills five workers is not given to a sixth."""

finished = Signal()
"""Sent with ``job`` when a job is left in its last state."""

log = logging.getLogger(__name__)


def run(job_id: int) -> str:
    """Do a job, unless somebody has it.

    Args:
        job_id: Number of the job.

    Returns:
        The state in which it is left; empty where there was nothing to do.
    """
    worker = uuid4().hex
    if not take_up(job_id, worker):
        return ""
    job = Job.objects.select_related("workspace", "user").get(pk=job_id)
    made = Run(job, worker)
    try:
        with alive(made):
            result = kind_of(job.kind).act(made, **job.arguments)
    except Cancelled:
        return _leave(made, State.CANCELLED, stage="")
    except GivenUp:
        return ""
    except CustrataError as error:
        return _leave(made, State.FAILED, **_said(error))
    except Exception as error:  # a fault of ours ends the job in words, not the worker
        log.exception("job %s (%s) failed", job.pk, job.kind)
        fault = f"A fault of the program itself ({type(error).__name__}); what stood before still stands."
        return _leave(
            made, State.FAILED, message=fault, remedy="try again; if it stays, tell who runs this site"
        )
    return _leave(made, State.DONE, share=1.0, stage="", result=result or {}, message="", remedy="")


def take_up(job_id: int, worker: str) -> bool:
    """Whether a worker gets a job: it waits, or its lease ran out; of two that ask at once, one gets it.

    Args:
        job_id: Number of the job.
        worker: Who asks.
    """
    now = timezone.now()
    free = Q(state=State.QUEUED) | Q(state=State.RUNNING, lease_until__lt=now)
    taken = Job.objects.filter(free, pk=job_id, tries__lt=MOST_TRIES).update(
        state=State.RUNNING, worker=worker, tries=F("tries") + 1, lease_until=now + LEASE, started_at=now
    )
    return bool(taken)


def _leave(made: Run, state: State, **values: Any) -> str:
    with transaction.atomic():
        left = Job.objects.filter(pk=made.job.pk, worker=made.worker, state=State.RUNNING).update(
            state=state, finished_at=timezone.now(), lease_until=None, **values
        )
        if not left:
            return ""
        made.job.refresh_from_db()
        finished.send(sender=Job, job=made.job)
    return str(state.value)


def _said(error: CustrataError) -> dict[str, Any]:
    where = f"{error.where}: " if error.where else ""
    count = f" ({error.how_many:,} in all)" if error.how_many is not None else ""
    facts = {"questions": list(error.facts["questions"])} if "questions" in error.facts else {}
    return {"message": f"{where}{error.what}{count}.", "remedy": error.remedy, "result": facts}
