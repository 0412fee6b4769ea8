"""How far a job is, for who watches."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from custrata.engine.snapshots import SnapshotStore
from custrata.web.data.jobs.kinds import kind_of
from custrata.web.data.models import Job, State
from custrata.web.workspaces.asking import Asking, needs
from custrata.web.workspaces.rights import Right
from custrata.web.workspaces.within import within

WORDS = {
    "read": "Read the files",
    "recognise": "Say what they mean",
    "load": "Bring every row into its table",
    "customers": "Find the customers",
    "exam": "Examine who comes back",
    "costs": "Count what serving costs",
    "value": "Estimate what customers are worth",
    "groups": "Put customers into tiers and stages",
    "measures": "Read the measures",
    "fingerprint": "Take the fingerprint",
    "keep": "Keep the snapshot",
    "draft": "Draft what is missing",
}
"""Stages in words."""


@dataclass(frozen=True)
class Stage:
    """One line of the list: ``done``, ``now`` or ``wait``."""

    title: str
    state: str


@dataclass(frozen=True)
class Progress:
    """A job as a page shows it.

    Attributes:
        job: The job.
        title: What it does.
        stages: Its stages.
        percent: Share that is done.
        settled: Whether it is too late to stop it.
    """

    job: Job
    title: str
    stages: tuple[Stage, ...]
    percent: int
    settled: bool

    @property
    def live(self) -> bool:
        """Whether it must be asked again."""
        return self.job.is_open

    @property
    def stands(self) -> bool:
        """Whether there is a snapshot that stays in use, whatever becomes of the job."""
        return SnapshotStore(self.job.workspace.place.state).current() is not None


def progress_of(job: Job) -> Progress:
    """How far a job is.

    Args:
        job: The job.
    """
    known = kind_of(job.kind)
    here = known.stages.index(job.stage) if job.stage in known.stages else -1
    done = job.state == State.DONE
    stages = tuple(
        Stage(WORDS.get(name, name.capitalize()), _state(number, here, done))
        for number, name in enumerate(known.stages)
    )
    return Progress(
        job=job,
        title=known.title,
        stages=stages,
        percent=100 if done else round(job.share * 100),
        settled=bool(known.settled) and job.stage == known.settled,
    )


@needs(Right.SEE)
def job_part(request: HttpRequest, asking: Asking, pk: int) -> HttpResponse:
    """How far a job is; when it has come to its end, the page is asked for anew."""
    job = within(asking, Job.objects.all(), pk, "job")
    shown = {"job": progress_of(job), "asking": asking, "workspace": asking.workspace}
    answer = render(request, "data/_progress.html", shown | {"may_data": asking.may(Right.DATA)})
    if not job.is_open:
        answer["HX-Refresh"] = "true"
    return answer


def _state(number: int, here: int, done: bool) -> str:
    if done or number < here:
        return "done"
    return "now" if number == here else "wait"
